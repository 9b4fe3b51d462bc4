import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlText, scriptString } from './script-text.ts';

describe('scriptString', () => {
  test('reads back as the text it was made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(runInThisContext(scriptString(text))).toBe(text);
      }),
    );
  });

  test('leaves nothing in clear that ends a literal, a line, an attribute or a script element', () => {
    expect(scriptString(`</script>'"\\\n\u2028&\``)).toBe(
      "'\\x3C/script\\x3E\\x27\\x22\\x5C\\x0A\\u2028\\x26\\x60'",
    );
  });
});

describe('htmlText', () => {
  test('shows markup as text', () => {
    expect(htmlText(`<b title="a" id='b'>&`)).toBe('&lt;b title=&quot;a&quot; id=&#39;b&#39;&gt;&amp;');
  });
});
