import { beforeEach, describe, expect, it } from 'vitest';
import { newDocument } from '../document/document-from.ts';
import { filesOf } from '../document/export-document.ts';
import type { JourneyFiles } from './journey-files.ts';
import { createLocalFolder } from './local-folder.ts';

/** A folder as the browser gives it, in memory. */
class Folder {
  readonly kind = 'directory';
  readonly name: string;
  readonly inside = new Map<string, Folder | TextEntry>();
  constructor(name: string) {
    this.name = name;
  }
  async *values() {
    yield* this.inside.values();
  }
  async getDirectoryHandle(name: string, { create = false } = {}) {
    if (create && !this.inside.has(name)) this.inside.set(name, new Folder(name));
    const found = this.inside.get(name);
    if (found instanceof Folder) return found;
    throw new DOMException(`There is no folder ${name}.`, 'NotFoundError');
  }
  async getFileHandle(name: string, { create = false } = {}) {
    if (create && !this.inside.has(name)) this.inside.set(name, new TextEntry(name));
    const found = this.inside.get(name);
    if (found instanceof TextEntry) return found;
    throw new DOMException(`There is no file ${name}.`, 'NotFoundError');
  }
  async removeEntry(name: string) {
    this.inside.delete(name);
  }
}

class TextEntry {
  readonly kind = 'file';
  text = '';
  readonly name: string;
  writes = 0;
  constructor(name: string) {
    this.name = name;
  }
  async getFile() {
    return new Blob([this.text]);
  }
  async createWritable() {
    let text = '';
    return {
      async write(part: string) {
        text += part;
      },
      close: async () => {
        this.text = text;
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
  files = createLocalFolder(root as unknown as FileSystemDirectoryHandle);
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
