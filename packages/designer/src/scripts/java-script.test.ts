import { classHighlighter, highlightCode } from '@lezer/highlight';
import { expect, test } from 'vitest';
import { javaScript } from './java-script.ts';

/** The coloured pieces of a source, as `kind:text`. */
function coloured(source: string): string[] {
  const pieces: string[] = [];
  highlightCode(
    source,
    javaScript.parser.parse(source),
    classHighlighter,
    (text, classes) => {
      if (classes !== '') pieces.push(`${classes.replaceAll('tok-', '')}:${text}`);
    },
    () => undefined,
  );
  return pieces;
}

test('a source is told apart into words, texts, numbers and comments', () => {
  expect(coloured('var x = isOpen("a\\"b", 0x1F); // why\nreturn null;')).toEqual([
    'keyword:var',
    'variableName:isOpen',
    'string:"a\\"b"',
    'number:0x1F',
    'comment:// why',
    'keyword:return',
    'atom:null',
  ]);
});

test('a comment and a template go on over lines', () => {
  expect(coloured('/* a\nif */ if\n`b\nelse` else')).toEqual([
    'comment:/* a',
    'comment:if */',
    'keyword:if',
    'string:`b',
    'string:else`',
    'keyword:else',
  ]);
});
