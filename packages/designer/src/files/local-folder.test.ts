import { beforeEach, describe, expect, it } from 'vitest';
import { newDocument } from '../document/document-from.ts';
import { filesOf } from '../document/export-document.ts';
import type { JourneyFiles } from './journey-files.ts';
import { createLocalFolder } from './local-folder.ts';

/** A folder as the browser gives it, in memory; one may ignore the case of names. */
class Folder {
  readonly kind = 'directory';
  readonly name: string;
  readonly inside = new Map<string, Folder | FileEntry>();
  ignoresCase = false;
  constructor(name: string, ignoresCase = false) {
    this.name = name;
    this.ignoresCase = ignoresCase;
  }
  async *values() {
    yield* this.inside.values();
  }
  find(name: string) {
    if (!this.ignoresCase) return this.inside.get(name);
    return [...this.inside.values()].find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  }
  async getDirectoryHandle(name: string, { create = false } = {}) {
    if (create && !this.find(name)) this.inside.set(name, new Folder(name, this.ignoresCase));
    const found = this.find(name);
    if (found instanceof Folder) return found;
    throw new DOMException(`There is no folder ${name}.`, 'NotFoundError');
  }
  async getFileHandle(name: string, { create = false } = {}) {
    if (create && !this.find(name)) this.inside.set(name, new FileEntry(name));
    const found = this.find(name);
    if (found instanceof FileEntry) return found;
    throw new DOMException(`There is no file ${name}.`, 'NotFoundError');
  }
  async removeEntry(name: string, { recursive = false } = {}) {
    const found = this.find(name);
    if (found instanceof Folder && found.inside.size > 0 && !recursive) {
      throw new DOMException(`The folder ${name} is not empty.`, 'InvalidModificationError');
    }
    this.inside.delete(found?.name ?? name);
  }
}

class FileEntry {
  readonly kind = 'file';
  bytes = new Uint8Array();
  readonly name: string;
  writes = 0;
  isReadable = true;
  constructor(name: string) {
    this.name = name;
  }
  get text() {
    return new TextDecoder().decode(this.bytes);
  }
  set text(text) {
    this.bytes = new TextEncoder().encode(text);
  }
  async getFile() {
    if (!this.isReadable) throw new DOMException('It is locked', 'NotReadableError');
    return new Blob([this.bytes]);
  }
  async createWritable() {
    const parts: (string | Blob)[] = [];
    return {
      async write(part: string | Blob) {
        parts.push(part);
      },
      close: async () => {
        this.bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
        this.writes++;
      },
    };
  }
}

let root: Folder;
let files: JourneyFiles;
const texts = (name: string) => {
  const { journey, layout } = filesOf(newDocument(name));
  return { file: journey, layout };
};
const paths = (folder: Folder, prefix = ''): string[] =>
  [...folder.inside.values()].flatMap((entry) =>
    entry instanceof Folder ? paths(entry, `${prefix}${entry.name}/`) : [`${prefix}${entry.name}`],
  );
async function saved(name: string, realm = '/') {
  const changed = await files.save(realm, name, texts(name), null);
  if (changed.status !== 'saved') throw new Error(JSON.stringify(changed));
  return changed.journey;
}

beforeEach(async () => {
  root = new Folder('journeys');
  const settings = await root.getFileHandle('realm.json', { create: true });
  settings.text = '{"defaultJourney":"Login","services":{"pushNotification":{}}}';
  await (await root.getDirectoryHandle('realms', { create: true })).getDirectoryHandle('alpha', {
    create: true,
  });
  files = createLocalFolder(root as unknown as FileSystemDirectoryHandle, 'folder:1');
});

describe('an opened folder', () => {
  it('holds the same files as the server’s', async () => {
    await saved('Login');
    await saved('Other', '/alpha');
    expect(paths(root).sort()).toEqual([
      'Login/Login.journey.json',
      'Login/Login.layout.json',
      'realm.json',
      'realms/alpha/Other/Other.journey.json',
      'realms/alpha/Other/Other.layout.json',
    ]);
  });

  it('is listed with its realms, services and what is wrong', async () => {
    await saved('Login');
    const listed = await files.list('/');
    expect(listed).toMatchObject({
      status: 'listed',
      realm: {
        realms: ['/', '/alpha'],
        defaultJourney: 'Login',
        services: ['pushNotification'],
        journeys: [{ name: 'Login', enabled: true, svg: expect.stringContaining('<svg') }],
      },
    });
  });

  it('is listed without the problems that the policy accepts', async () => {
    const exported = {
      tree: {
        _id: 'Login',
        entryNodeId: 'n',
        nodes: { n: { nodeType: 'MessageNode', displayName: 'Hello' } },
      },
      nodes: { n: { _id: 'n', _type: { _id: 'MessageNode' } } },
    };
    await files.save('/', 'Login', { file: JSON.stringify(exported), layout: null }, null);
    const messages = async () => {
      const listed = await files.list('/');
      return listed.status === 'listed' && listed.realm.journeys[0]?.problems.map(({ message }) => message);
    };
    const before = await messages();
    expect(before).toEqual(expect.arrayContaining([expect.stringContaining('True')]));
    const exceptions = [{ finding: 'unconnected-outcome', node: 'Hello', reason: 'A draft.' }];
    await files.savePolicy('/', JSON.stringify({ journeys: { Login: { exceptions } } }), null);
    expect(await messages()).toEqual([]);
  });

  it('has one policy for all realms, which nobody overwrites unseen', async () => {
    const text = '{ "journeys": {} }';
    expect(await files.savePolicy('/alpha', text, null)).toMatchObject({ status: 'saved', policy: { text } });
    expect(paths(root)).toContain('policy.json');
    expect(await files.list('/')).toMatchObject({ realm: { policy: { text } } });
    expect(await files.savePolicy('/', '{}', null)).toMatchObject({ status: 'conflict', theirs: { text } });
  });

  it('is read again before it is written', async () => {
    const { revision } = await saved('Login');
    const folder = await root.getDirectoryHandle('Login');
    const file = await folder.getFileHandle('Login.journey.json');
    file.text = file.text.replace('"description": ""', '"description": "theirs"');
    const changed = await files.save('/', 'Login', texts('Login'), revision);
    expect(changed).toMatchObject({ status: 'conflict', theirs: { file: file.text } });
    expect(file.text).toContain('theirs');
  });

  it('writes nothing when nothing has changed', async () => {
    const { revision } = await saved('Login');
    await files.save('/', 'Login', texts('Login'), revision);
    const folder = await root.getDirectoryHandle('Login');
    expect((await folder.getFileHandle('Login.journey.json')).writes).toBe(1);
    expect((await folder.getFileHandle('Login.layout.json')).writes).toBe(1);
  });

  it('renames with what else is in the journey’s folder', async () => {
    const { revision } = await saved('Login');
    const folder = await root.getDirectoryHandle('Login');
    (await folder.getFileHandle('README.md', { create: true })).text = '# Login';
    (await folder.getFileHandle('Login.scenarios.yaml', { create: true })).text = 'scenarios: []';
    const renamed = await files.rename('/', 'Login', 'Welcome', revision);
    expect(renamed).toMatchObject({ status: 'saved', journey: { name: 'Welcome' } });
    expect(paths(root).sort()).toEqual([
      'Welcome/README.md',
      'Welcome/Welcome.journey.json',
      'Welcome/Welcome.layout.json',
      'Welcome/Welcome.scenarios.yaml',
      'realm.json',
    ]);
  });

  it('renames with what is no text and what is in folders, to the byte', async () => {
    const { revision } = await saved('Login');
    const folder = await root.getDirectoryHandle('Login');
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]);
    (await folder.getFileHandle('Login.png', { create: true })).bytes = bytes;
    const notes = await folder.getDirectoryHandle('notes', { create: true });
    (await notes.getFileHandle('Login.bin', { create: true })).bytes = bytes;
    expect(await files.rename('/', 'Login', 'Welcome', revision)).toMatchObject({ status: 'saved' });
    expect(paths(root).sort()).toEqual([
      'Welcome/Welcome.journey.json',
      'Welcome/Welcome.layout.json',
      'Welcome/Welcome.png',
      'Welcome/notes/Login.bin',
      'realm.json',
    ]);
    const now = await root.getDirectoryHandle('Welcome');
    expect((await now.getFileHandle('Welcome.png')).bytes).toEqual(bytes);
    const inside = await now.getDirectoryHandle('notes');
    expect((await inside.getFileHandle('Login.bin')).bytes).toEqual(bytes);
  });

  it('is as it was when not all of a journey can be renamed', async () => {
    const { revision } = await saved('Login');
    const folder = await root.getDirectoryHandle('Login');
    await folder.getFileHandle('README.md', { create: true });
    (await folder.getFileHandle('locked.png', { create: true })).isReadable = false;
    const before = paths(root);
    expect(await files.rename('/', 'Login', 'Welcome', revision)).toMatchObject({
      status: 'refused',
      message: expect.stringContaining('It is locked'),
    });
    expect(paths(root)).toEqual(before);
  });

  it.each([false, true])('renames where the case alone changes, ignoring case: %s', async (ignoresCase) => {
    root.ignoresCase = ignoresCase;
    const { revision, file } = await saved('Login');
    const folder = await root.getDirectoryHandle('Login');
    (await folder.getFileHandle('Login.scenarios.yaml', { create: true })).text = 'scenarios: []';
    const renamed = await files.rename('/', 'Login', 'LOGIN', revision);
    expect(renamed).toMatchObject({
      status: 'saved',
      journey: { name: 'LOGIN', file: file.replace('"_id": "Login"', '"_id": "LOGIN"') },
    });
    expect(paths(root).sort()).toEqual([
      'LOGIN/LOGIN.journey.json',
      'LOGIN/LOGIN.layout.json',
      'LOGIN/LOGIN.scenarios.yaml',
      'realm.json',
    ]);
  });

  it('makes changes one after the other', async () => {
    const { revision } = await saved('Login');
    const described = (text: string) => ({
      ...texts('Login'),
      file: texts('Login').file.replace('"description": ""', `"description": "${text}"`),
    });
    const both = await Promise.all(
      ['one', 'two'].map((text) => files.save('/', 'Login', described(text), revision)),
    );
    expect(both).toMatchObject([{ status: 'saved' }, { status: 'conflict' }]);
    expect(await files.open('/', 'Login')).toMatchObject({
      journey: { file: expect.stringContaining('one') },
    });
  });

  it('refuses a policy that is none', async () => {
    expect(await files.savePolicy('/', '{ this is no policy', null)).toMatchObject({
      status: 'refused',
      message: expect.stringMatching(/./),
    });
    expect(paths(root)).not.toContain('policy.json');
  });

  it('keeps scenarios beside their journey, and refuses what are none', async () => {
    await saved('Login');
    const path = 'Login/Login.scenarios.yaml';
    for (const text of ['steps: [', '- scenario: Hello\n  steps:\n    - at: Nobody\n']) {
      expect(await files.saveScenarios('/', 'Login', text, null)).toMatchObject({
        status: 'refused',
        message: expect.stringMatching(/^Line \d+: /),
      });
    }
    expect(paths(root)).not.toContain(path);
    const text = '- scenario: Hello\n  steps: []\n';
    expect(await files.saveScenarios('/', 'Login', text, null)).toMatchObject({ status: 'saved' });
    expect(await files.openScenarios('/', 'Login')).toMatchObject({ scenarios: { text } });
    expect(await files.saveScenarios('/', 'Gone', text, null)).toMatchObject({ status: 'refused' });
  });

  it('deletes the journey and leaves what is not part of it', async () => {
    const { revision } = await saved('Login');
    const folder = await root.getDirectoryHandle('Login');
    (await folder.getFileHandle('README.md', { create: true })).text = '# Login';
    await files.remove('/', 'Login', revision);
    expect(paths(root).sort()).toEqual(['Login/README.md', 'realm.json']);
  });

  it('refuses names that cannot be folders', async () => {
    await saved('Login');
    expect(await files.save('/', 'login', texts('login'), null)).toMatchObject({ status: 'refused' });
    expect(await files.save('/', '..', texts('..'), null)).toMatchObject({ status: 'refused' });
  });

  it('says so when the browser does not let it be used', async () => {
    root.values = () => {
      throw new DOMException('No permission any more', 'NotAllowedError');
    };
    expect(await files.list('/')).toMatchObject({
      status: 'refused',
      message: expect.stringContaining('No permission'),
    });
  });
});
