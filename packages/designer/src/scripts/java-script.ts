import { StreamLanguage, type StringStream } from '@codemirror/language';

/** What a line begins within, and how many braces and brackets are open there. */
interface Inside {
  kind: 'code' | 'comment' | 'template';
  depth: number;
}

/** JavaScript for the eye: its words, texts, numbers and comments, told apart line by line. */
export const javaScript = StreamLanguage.define<Inside>({
  name: 'javascript',
  startState: () => ({ kind: 'code', depth: 0 }),
  token(stream, inside) {
    switch (inside.kind) {
      case 'comment':
        return until(stream, inside, '*/', 'comment');
      case 'template':
        return until(stream, inside, '`', 'string');
      case 'code':
        return token(stream, inside);
    }
  },
  indent: ({ depth }, textAfter, { unit }) =>
    Math.max(0, depth - (/^\s*[}\]]/.test(textAfter) ? 1 : 0)) * unit,
  languageData: {
    indentOnInput: /^\s*[}\]]$/,
    commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
  },
});

function token(stream: StringStream, inside: Inside): string | null {
  if (stream.eatSpace()) return null;
  if (stream.match('//')) {
    stream.skipToEnd();
    return 'comment';
  }
  if (stream.match('/*')) {
    inside.kind = 'comment';
    return until(stream, inside, '*/', 'comment');
  }
  if (stream.match('`')) {
    inside.kind = 'template';
    return until(stream, inside, '`', 'string');
  }
  if (stream.match(/^(?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)/)) return 'string';
  if (stream.match(/^(?:0[xX][\da-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/)) return 'number';
  if (stream.match(/^[$_\p{L}][$\w\p{L}]*/u)) return wordKind(stream);
  const sign = stream.next() ?? '';
  if ('{['.includes(sign)) inside.depth++;
  if ('}]'.includes(sign)) inside.depth = Math.max(0, inside.depth - 1);
  return null;
}

/** Goes on to the end of a text or comment, which may be some lines away. */
function until(stream: StringStream, inside: Inside, end: string, kind: string): string {
  while (!stream.eol()) {
    if (stream.match(end)) {
      inside.kind = 'code';
      break;
    }
    if (stream.next() === '\\') stream.next();
  }
  return kind;
}

function wordKind(stream: StringStream): string | null {
  const word = stream.current();
  if (keywords.has(word)) return 'keyword';
  if (atoms.has(word)) return 'atom';
  return stream.match(/^\s*\(/, false) ? 'variableName.function' : null;
}

const atoms: ReadonlySet<string> = new Set(['true', 'false', 'null', 'undefined', 'NaN', 'Infinity']);

const keywords: ReadonlySet<string> = new Set(
  (
    'async await break case catch class const continue debugger default delete do else export extends finally for function ' +
    'if import in instanceof let new return super switch this throw try typeof var void while with yield'
  ).split(' '),
);
