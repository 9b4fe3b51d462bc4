import { expect, test } from 'vitest';
import { decodeEncodedWords } from './encoded-words.ts';

test.each([
  { what: 'plain text', text: 'demo', decoded: 'demo' },
  { what: 'base64 in UTF-8', text: '=?UTF-8?B?44GC?=', decoded: 'あ' },
  { what: 'quoted printable in UTF-8', text: '=?utf-8?q?J=C3=BCrgen_M?=', decoded: 'Jürgen M' },
  { what: 'quoted printable in ISO-8859-1', text: '=?ISO-8859-1?Q?J=FCrgen?=', decoded: 'Jürgen' },
  { what: 'base64 in ISO-8859-1', text: '=?iso-8859-1?b?SvxyZ2Vu?=', decoded: 'Jürgen' },
  { what: 'a word with a language', text: '=?US-ASCII*en?Q?Keith?=', decoded: 'Keith' },
  { what: 'words among plain text', text: 'a =?UTF-8?Q?=C3=A4?= b', decoded: 'a ä b' },
  { what: 'the space between two words', text: '=?UTF-8?Q?a?= =?UTF-8?Q?b?=', decoded: 'ab' },
  { what: 'a question mark before a word', text: 'really?= =?UTF-8?Q?b?=', decoded: 'really?= b' },
])('decodes $what', ({ text, decoded }) => {
  expect(decodeEncodedWords(text)).toBe(decoded);
});

test.each([
  { what: 'no base64', text: '=?UTF-8?B?%%%?=' },
  { what: 'no UTF-8', text: '=?UTF-8?Q?=FF?=' },
  { what: 'no quoted printable', text: '=?UTF-8?Q?=G1?=' },
  { what: 'an unknown charset', text: '=?KOI8-R?Q?a?=' },
  { what: 'an unknown encoding', text: '=?UTF-8?X?a?=' },
  { what: 'an unfinished word', text: '=?UTF-8?Q?a' },
])('leaves $what as it is', ({ text }) => {
  expect(decodeEncodedWords(text)).toBe(text);
});
