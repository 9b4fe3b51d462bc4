import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journeyAddress, routeOf, runsAddress } from './address.ts';

const route = (address: string) => routeOf(new URL(address, 'https://journeys.example'));

describe('addresses of the designer', () => {
  it('name realm and journey', () => {
    expect(journeyAddress('/alpha', 'PushLogin')).toBe('/journey/%2Falpha/PushLogin');
  });

  it('lead to a node and a field of it', () => {
    expect(route(journeyAddress('/', 'PushLogin', { node: 'n1', field: 'issuer' }))).toEqual({
      page: 'journey',
      realm: '/',
      name: 'PushLogin',
      node: 'n1',
      field: 'issuer',
    });
  });

  it('name no field without a node', () => {
    expect(journeyAddress('/', 'PushLogin', { field: 'issuer' })).toBe('/journey/%2F/PushLogin');
    expect(route('/journey/%2F/PushLogin?field=issuer')).not.toHaveProperty('field');
  });

  it('take a realm written without its slash', () => {
    expect(route('/journey/alpha/PushLogin')).toMatchObject({ realm: '/alpha' });
  });

  it.each(['/', '/journey', '/journey/%2F', '/journey/%2F/', '/journey/%2F/A/B', '/journey/%2F/%E0%A4%A'])(
    'lead to the library when they name no journey: %s',
    (address) => {
      expect(route(address)).toEqual({ page: 'library' });
    },
  );

  it('lead to the recorded runs of a realm', () => {
    expect(route(runsAddress('/alpha'))).toEqual({ page: 'runs', realm: '/alpha' });
    expect(route('/journey/%2F/Login?runs=%2F')).toMatchObject({ page: 'journey' });
  });

  // A journey is a folder, so none is called `.` or `..`.
  it('read back what they were made of', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((value) => value.isWellFormed() && !/^\.{1,2}$/.test(value));
    fc.assert(
      fc.property(text, text, text, (realm, name, node) => {
        expect(route(journeyAddress(`/${realm}`, name, { node }))).toEqual({
          page: 'journey',
          realm: `/${realm}`,
          name,
          node,
        });
      }),
    );
  });
});
