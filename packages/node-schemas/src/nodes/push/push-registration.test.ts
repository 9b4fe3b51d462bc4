import { expect, test } from 'vitest';
import type { ConfigOf } from '../../node-type.ts';
import { pushRegistrationNode } from './push-registration.ts';

const faults = (different: Partial<ConfigOf<typeof pushRegistrationNode>>) =>
  pushRegistrationNode
    .validate?.({
      issuer: 'ForgeRock',
      accountName: 'USERNAME',
      bgColor: '032b75',
      imgUrl: '',
      generateRecoveryCodes: true,
      scanQRCodeMessage: {},
      timeout: 60,
      ...different,
    })
    .map(({ property }) => property);

test.each([
  [{}, []],
  [{ imgUrl: 'https://example.com/logo.png' }, []],
  [{ imgUrl: 'logo.png' }, ['imgUrl']],
  [{ issuer: 'Acme: Bank' }, ['issuer']],
  [{ issuer: 'a:b', imgUrl: 'data:image/png;base64,x' }, ['issuer', 'imgUrl']],
])('with %j, %j are at fault', (config, properties) => {
  expect(faults(config)).toEqual(properties);
});
