import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Json } from '../json.ts';
import { type Position, positionAt } from './position.ts';

/** Something wrong with a file, and where. */
export interface FileFinding extends Position {
  readonly message: string;
}

/**
 * The value of a strict JSON text, or the first thing wrong with it. A byte order mark is passed over; a NUL, which JSON never
 * has, stands for bytes that are not UTF-8.
 */
export function parseJson(
  text: string,
):
  | { readonly status: 'parsed'; readonly value: Json }
  | { readonly status: 'refused'; readonly finding: FileFinding } {
  let value: Json;
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return { status: 'refused', finding: firstFault(text) };
  }
  return hasMoreBrackets(text, deepest) && isDeeper(value, deepest)
    ? { status: 'refused', finding: tooDeep }
    : { status: 'parsed', value };
}

/** A journey has some ten levels. Whoever walks through a value goes as deep as it is, and runs out of stack somewhere. */
const deepest = 500;

const tooDeep: FileFinding = { line: 1, column: 1, message: 'This is nested too deeply to be a journey.' };

/** Whether a text can be as deep at all: nearly none has as many brackets, and to count them is quicker than to walk. */
function hasMoreBrackets(text: string, most: number): boolean {
  let count = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1)) {
      if (++count > most) return true;
    }
  }
  return false;
}

/** Whether a value is nested more than so many levels deep. */
export function isDeeper(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}

function firstFault(text: string): FileFinding {
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    // The parser that knows places runs out of stack where JSON.parse does not.
    return tooDeep;
  }
  for (const [sign, message] of plainFaults) {
    const at = text.search(sign);
    if (at !== -1) return { ...positionAt(text, at), message: `${notJson} ${message}` };
  }
  const error = errors[0];
  if (error === undefined) return { line: 1, column: 1, message: `${notJson} a JSON value is expected.` };
  return { ...positionAt(text, error.offset), message: expectation(error, text) };
}

/** What explains more than the place where a parser stops. */
const plainFaults: readonly (readonly [RegExp, string])[] = [
  [/^\uFFFD|\0/, 'the file is not text in UTF-8, which is expected.'],
  [/^<{7}(?= |\r?$)/m, 'a merge has left its marks here; one of the two versions is expected.'],
  [/^\s*$/, 'the file is empty; a JSON value is expected.'],
];

const notJson = 'This is not JSON:';

function expectation(error: ParseError, text: string): string {
  const found = text.slice(error.offset, error.offset + error.length);
  switch (printParseErrorCode(error.error)) {
    case 'InvalidSymbol':
      return `${notJson} ${brief(found)} is found where a value is expected; texts need double quotes.`;
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return `${notJson} ${brief(found)} is not a number; a number such as 5 or 0.5 is expected.`;
    case 'PropertyNameExpected':
      return `${notJson} a key in double quotes is expected; after the last entry there is no comma.`;
    case 'ValueExpected':
      return `${notJson} a value is expected; after the last entry there is no comma.`;
    case 'ColonExpected':
      return `${notJson} a colon is expected after the key.`;
    case 'CommaExpected':
      return `${notJson} a comma is expected between two entries.`;
    case 'CloseBraceExpected':
      return `${notJson} a closing brace } is expected.`;
    case 'CloseBracketExpected':
      return `${notJson} a closing bracket ] is expected.`;
    case 'EndOfFileExpected':
      return `${notJson} the end of the file is expected after the first value.`;
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return `${notJson} it has no comments; a value or a key is expected. Remove the comment.`;
    case 'UnexpectedEndOfString':
      return `${notJson} a double quote that ends the text is expected on the same line.`;
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
      return `${notJson} an escape such as \\n, \\" or \\u00e9 is expected after the backslash.`;
    case 'InvalidCharacter':
      return `${notJson} control characters in texts are expected as escapes, such as \\n or \\t.`;
    case '<unknown ParseErrorCode>':
      return `${notJson} a JSON value is expected.`;
  }
}

const brief = (found: string) => JSON.stringify(found.length > 20 ? `${found.slice(0, 20)}…` : found);
