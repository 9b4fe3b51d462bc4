import { describe, expect, test } from 'vitest';
import { journeyExport } from '../journey/journey-export.builder.ts';
import { filesIn } from './files.builder.ts';
import { readCollection } from './read-collection.ts';

const login = journeyExport({
  name: 'Login',
  nodes: { Ask: { type: 'ScriptedDecisionNode', config: { script: 's1' }, to: { true: 'Success' } } },
});
const exported = {
  ...login,
  scripts: {
    s1: { _id: 's1', name: 'Ask', context: 'NODE', script: ['// café', 'outcome = 9007199254740993'] },
  },
};
const other = { path: 'Other.json', text: JSON.stringify(journeyExport({ name: 'Other', nodes: {} })) };

const readWith = (files: readonly { readonly path: string; readonly text: string }[]) => {
  const { journeys, findings } = readCollection([...files, other]);
  return { names: journeys.map(({ name }) => name), findings };
};

describe('a journey that could not be written back as it is', () => {
  test('for a number is left out, and the number is told', () => {
    const text = JSON.stringify(login).replace('"script":"s1"', '"limit":9223372036854775807');
    expect(readWith([{ path: 'Login.json', text }])).toEqual({
      names: ['Other'],
      findings: [
        expect.objectContaining({
          file: 'Login.json',
          severity: 'error',
          message: expect.stringMatching(/^9223372036854775807 has more digits/),
        }),
      ],
    });
  });

  test('for a script that is not text is left out, and its file is told', () => {
    const files = filesIn('fr-config-manager', exported).map(({ path, text }) => ({
      path,
      text: path.endsWith('.js') ? text.replace('é', '\0') : text,
    }));
    expect(readWith(files)).toEqual({
      names: ['Other'],
      findings: [
        {
          file: 'realms/root/scripts/scripts-content/NODE/Ask.js',
          line: 1,
          column: 7,
          severity: 'error',
          message: 'This is not text in UTF-8, which is expected.',
        },
      ],
    });
  });

  test('is not meant where the number is in a script, or in a file that is no part of a journey', () => {
    const files = [
      ...filesIn('fr-config-manager', exported),
      { path: 'numbers.json', text: '{ "most": 9223372036854775807 }' },
      { path: 'beside.js', text: '\0' },
    ];
    expect(readWith(files)).toEqual({ names: ['Login', 'Other'], findings: [] });
  });
});

test.each([
  ['realms/alpha/beta', '/alpha/beta'],
  ['in/realms/a/b/c', '/a/b/c'],
  ['realms/alpha/realms/beta', '/alpha/beta'],
  ['realms/alpha', '/alpha'],
  ['realms/root', '/'],
  ['realms/root/old', '/'],
])("the realm of fr-config-manager's folder %s is %s", (folder, realm) => {
  const files = filesIn('fr-config-manager', exported).map(({ path, text }) => ({
    path: path.replace('realms/root', folder),
    text,
  }));
  expect(readCollection(files).journeys).toMatchObject([
    { name: 'Login', shape: 'fr-config-manager', realm },
  ]);
});
