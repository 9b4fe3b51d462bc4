import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { auditToOutput } from './audit-output.ts';

test('writes lines that can be told from those of the log', () => {
  let written = '';
  const output = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      done();
    },
  });
  auditToOutput(output).write('access', { eventName: 'AM-ACCESS-ATTEMPT' });
  expect(written).toBe(
    '{"eventName":"AM-ACCESS-ATTEMPT","source":"audit","topic":"access","level":"INFO"}\n',
  );
});
