import { describe, expect, it } from 'vitest';
import type { ListedJourney, ListedRealm, ToldProblem } from '../files/journey-files.ts';
import { pictureAddress, problemCount, search } from './journey-list.ts';

function journey(name: string, rest: Partial<ListedJourney> = {}): ListedJourney {
  const state = { enabled: true, innerTreeOnly: false, innerJourneys: [], problems: [], svg: '' };
  return { name, file: '', layout: null, revision: '1', description: '', ...state, ...rest };
}

function realm(name: string, ...journeys: ListedJourney[]): ListedRealm {
  return { realm: name, realms: [name], defaultJourney: null, services: [], policy: null, journeys };
}

const names = (realms: readonly ListedRealm[]) =>
  realms.flatMap(({ realm: of, journeys }) => journeys.map(({ name }) => `${of}:${name}`));

describe('searching', () => {
  const realms = [
    realm('/', journey('PushLogin', { description: 'With a phone' }), journey('Login')),
    realm('/alpha', journey('Login')),
    realm('/empty'),
  ];

  it('keeps everything, empty realms too, when nothing is asked', () => {
    expect(search(realms, '  ')).toBe(realms);
  });

  it('finds by name, description and realm, ignoring case', () => {
    expect(names(search(realms, 'pushlogin'))).toEqual(['/:PushLogin']);
    expect(names(search(realms, 'PHONE'))).toEqual(['/:PushLogin']);
    expect(names(search(realms, 'alpha'))).toEqual(['/alpha:Login']);
  });

  it('wants every word', () => {
    expect(names(search(realms, 'login phone'))).toEqual(['/:PushLogin']);
    expect(search(realms, 'login nowhere')).toEqual([]);
  });
});

describe('the count of problems', () => {
  const problem = (severity: ToldProblem['severity']): ToldProblem => ({ severity, message: severity });

  it('has errors before warnings', () => {
    expect(problemCount([problem('warning'), problem('error'), problem('warning')])).toBe(
      '1 error, 2 warnings',
    );
  });

  it('says when there is nothing to mend, for notes want nothing', () => {
    expect(problemCount([])).toBe('No problems');
    expect(problemCount([problem('note')])).toBe('No problems');
    expect(problemCount([problem('note'), problem('warning')])).toBe('1 warning');
  });
});

describe('the address of a picture', () => {
  it('survives characters that mean something in an address', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>50 % #1 & “ü”</text></svg>';
    expect(decodeURIComponent(pictureAddress(svg).replace('data:image/svg+xml,', ''))).toBe(svg);
  });
});
