import { expect, test } from 'vitest';
import { makeMessageId, messageTypeOf } from './message-id.ts';

const services = {
  clock: { now: () => 1_583_798_229_441 },
  random: {
    base64: () => '',
    integer: (from: number) => from,
    uuid: () => '63ca6f18-7cfb-4198-bcd0-ac5041fbbea0',
  },
};

test('an id is type, colon, UUID and milliseconds', () => {
  expect(makeMessageId('AUTHENTICATE', services)).toBe(
    'AUTHENTICATE:63ca6f18-7cfb-4198-bcd0-ac5041fbbea01583798229441',
  );
});

test.each([
  ['AUTHENTICATE:badger', 'AUTHENTICATE'],
  ['REGISTER:1', 'REGISTER'],
  ['AUTHENTICATE:bad:ger', undefined],
  ['REFRESH:1', undefined],
  ['AUTHENTICATE', undefined],
  ['', undefined],
])('the type of %j is %j', (id, type) => {
  expect(messageTypeOf(id)).toBe(type);
});
