import { beforeEach, describe, expect, it } from 'vitest';
import { usersOf } from '../files/follow-rename.ts';
import { memoryFiles } from '../files/memory-files.builder.ts';
import '../texts/library.ts';
import { t } from '../texts/t.ts';
import { createLibrary } from './library.ts';

const text = (name: string, entering?: string) =>
  JSON.stringify({
    tree: {
      _id: name,
      entryNodeId: 'n',
      nodes: { n: { nodeType: 'InnerTreeEvaluatorNode', connections: {} } },
    },
    nodes: { n: { _id: 'n', ...(entering === undefined ? {} : { tree: entering }) } },
  });

let files: ReturnType<typeof memoryFiles>;
let library: ReturnType<typeof createLibrary>;
const now = () => library.getState();
const names = () => now().realms[0]?.journeys.map(({ name }) => name);

beforeEach(async () => {
  files = memoryFiles();
  library = createLibrary(() => files);
  await files.save('/', 'Inner', { file: text('Inner'), layout: null }, null);
  await files.save('/', 'Outer', { file: text('Outer', 'Inner'), layout: null }, null);
  await now().load();
});

describe('the library', () => {
  it('shows what the place holds', () => {
    expect(now().loading.status).toBe('loaded');
    expect(names()).toEqual(['Inner', 'Outer']);
  });

  it('says that a place cannot be reached', async () => {
    files.isDown = true;
    await now().load();
    expect(now().loading).toEqual({ status: 'failed', failure: { status: 'unreachable' } });
  });

  it('shows the realms that it can and names those that it cannot, until they can be listed too', async () => {
    const { list } = files;
    const refusals = new Map([
      ['/alpha', 'realm.json cannot be read (EACCES); mend it first.'],
      ['/beta', 'policy.json cannot be read (EACCES); mend it first.'],
    ]);
    files.list = async (name) => {
      const message = refusals.get(name);
      if (message !== undefined) return { status: 'refused', message };
      const listed = await list(name);
      return listed.status === 'listed'
        ? { ...listed, realm: { ...listed.realm, realms: ['/', '/alpha', '/beta'] } }
        : listed;
    };
    const shown = () => now().realms.map(({ realm }) => realm);
    await now().load();
    expect(now().loading.status).toBe('loaded');
    expect(shown()).toEqual(['/']);
    const { key = '', values } = now().notice ?? {};
    expect(t(key, values)).toBe(
      `The journeys of /alpha, /beta could not be loaded. ${[...refusals.values()].join(' ')}`,
    );

    refusals.delete('/alpha');
    await now().tryAgain();
    expect(shown()).toEqual(['/', '/alpha']);
    expect(now().notice).toMatchObject({ values: { realms: '/beta' }, isError: true });

    refusals.clear();
    await now().load();
    expect(shown()).toEqual(['/', '/alpha', '/beta']);
    expect(now().notice).toBeNull();
  });

  it.each(['unreachable', 'signed-out'] as const)(
    'says what to do about a realm that is %s',
    async (status) => {
      const { list } = files;
      files.list = async (name) => {
        const listed = await list(name);
        if (name !== '/') return { status };
        return listed.status === 'listed'
          ? { ...listed, realm: { ...listed.realm, realms: ['/', '/alpha'] } }
          : listed;
      };
      await now().load();
      const { key = '', values } = now().notice ?? {};
      expect(t(key, values)).toMatch(/^The journeys of \/alpha could not be loaded: .*ry again\.$/);
    },
  );

  it('keeps what can be undone when all realms are loaded again', async () => {
    await now().remove('/', 'Inner');
    await now().load();
    await now().undo();
    expect(names()?.toSorted()).toEqual(['Inner', 'Outer']);
  });

  it('deletes, says whom it hurts, and undoes to the letter', async () => {
    const before = files.kept.get('Inner');
    await now().remove('/', 'Inner');
    expect(names()).toEqual(['Outer']);
    expect(now().notice).toMatchObject({ key: 'library.done.removedUsed', values: { users: 'Outer' } });
    await now().undo();
    expect(names()?.toSorted()).toEqual(['Inner', 'Outer']);
    expect(files.kept.get('Inner')?.file).toBe(before?.file);
    expect(now().notice?.key).toBe('library.done.undone');
  });

  it('creates, and undoes by deleting', async () => {
    await now().create('/', 'New', { file: text('New'), layout: null });
    expect(names()).toContain('New');
    await now().undo();
    expect(names()).not.toContain('New');
  });

  it('does not create over a journey that is there', async () => {
    const done = await now().create('/', 'Inner', { file: text('Inner', 'x'), layout: null });
    expect(done).toEqual({ status: 'failed', reason: { status: 'changed' } });
    expect(files.kept.get('Inner')?.file).not.toContain('"x"');
  });

  it('renames with those that enter it, and undoes both', async () => {
    await now().rename('/', 'Inner', 'Second');
    const realm = now().realms[0];
    expect(realm && usersOf(realm, 'Second').map(({ name }) => name)).toEqual(['Outer']);
    await now().undo();
    const back = now().realms[0];
    expect(back && usersOf(back, 'Inner').map(({ name }) => name)).toEqual(['Outer']);
  });

  it('renames what is demanded of a journey with it, and says where that cannot be', async () => {
    const demanding = (...journeys: readonly string[]) =>
      JSON.stringify({
        journeys: Object.fromEntries(journeys.map((name, index) => [name, { factors: index + 1 }])),
      });
    await files.savePolicy('/', demanding('Inner', 'Outer'), null);
    await now().load();
    await now().rename('/', 'Inner', 'Second');
    expect(files.policy?.text).toBe(demanding('Second', 'Outer'));
    await now().undo();
    expect(files.policy?.text).toBe(demanding('Inner', 'Outer'));

    await files.savePolicy('/', demanding('Inner', 'Taken'), files.policy?.revision ?? null);
    await now().load();
    await now().rename('/', 'Inner', 'Taken');
    expect(now().notice).toMatchObject({
      key: 'library.done.renamedInPart',
      values: { failed: 'policy.json' },
    });
    expect(files.policy?.text).toBe(demanding('Inner', 'Taken'));
  });

  it('names what could not follow a rename or its undo, and lets it follow later', async () => {
    const { save } = files;
    const unlessOuter: typeof save = async (realm, name, ...change) =>
      name === 'Outer' ? { status: 'unreachable' } : save(realm, name, ...change);
    const innerOfOuter = () => now().realms[0]?.journeys.find(({ name }) => name === 'Outer')?.innerJourneys;

    files.save = unlessOuter;
    await now().rename('/', 'Inner', 'Second');
    const inPart = { key: 'library.done.renamedInPart', values: { failed: 'Outer' } };
    expect(now().notice).toMatchObject(inPart);
    await now().tryAgain();
    expect(now().notice).toMatchObject(inPart);
    files.save = save;
    await now().tryAgain();
    expect(now().notice).toMatchObject({ key: 'library.done.renamed', values: { newName: 'Second' } });
    expect(innerOfOuter()).toEqual(['Second']);

    files.save = unlessOuter;
    await now().undo();
    expect(now().notice).toMatchObject(inPart);
    files.save = save;
    await now().tryAgain();
    expect(now().notice).toMatchObject({ key: 'library.done.undone' });
    expect(innerOfOuter()).toEqual(['Inner']);
  });

  it('says what may have kept the old name when nobody answers after a rename', async () => {
    const { rename } = files;
    files.rename = async (...change) => {
      const changed = await rename(...change);
      files.isDown = true;
      return changed;
    };
    await now().rename('/', 'Inner', 'Second');
    expect(now().notice).toMatchObject({ values: { failed: 'Outer' } });
  });

  it('lets what is kept elsewhere go with a renamed journey, there and back', async () => {
    const moves: string[] = [];
    library = createLibrary(
      () => files,
      async ({ id }, realm, from, to) => void moves.push(`${id} ${realm} ${from.name} ${to.name}`),
    );
    await now().load();
    await now().rename('/', 'Inner', 'Second');
    await now().undo();
    expect(moves).toEqual(['memory / Inner Second', 'memory / Second Inner']);
  });

  it('can be asked again to undo when nobody answered', async () => {
    await now().remove('/', 'Inner');
    files.isDown = true;
    await now().undo();
    expect(now().notice).toMatchObject({ key: 'library.failed.unreachable', isError: true });
    files.isDown = false;
    await now().undo();
    expect([...files.kept.keys()]).toContain('Inner');
  });

  it('undoes the rest of an import when nobody answered in the middle', async () => {
    await now().importAll('/', [
      { name: 'A', file: text('A'), layout: null, revision: null },
      { name: 'B', file: text('B'), layout: null, revision: null },
    ]);
    const { remove } = files;
    files.remove = async (...change) => {
      const changed = await remove(...change);
      files.isDown = true;
      return changed;
    };
    await now().undo();
    expect([...files.kept.keys()]).toEqual(['Inner', 'Outer', 'A']);
    files.remove = remove;
    files.isDown = false;
    await now().undo();
    expect([...files.kept.keys()]).toEqual(['Inner', 'Outer']);
  });

  it('undoes in the place where something was done, whichever is open then', async () => {
    const [server, folder] = [files, memoryFiles()];
    await now().remove('/', 'Inner');
    files = folder;
    await now().undo();
    expect([...folder.kept.keys()]).toEqual([]);
    expect([...server.kept.keys()]).toContain('Inner');
  });

  it('switches a journey off and on again by undo', async () => {
    await now().setEnabled('/', 'Inner', false);
    expect(now().realms[0]?.journeys.find(({ name }) => name === 'Inner')?.enabled).toBe(false);
    await now().undo();
    expect(now().realms[0]?.journeys.find(({ name }) => name === 'Inner')?.enabled).toBe(true);
  });

  it('changes nothing that somebody else has changed meanwhile, and shows it', async () => {
    const seen = files.kept.get('Inner')?.revision ?? '';
    await files.save('/', 'Inner', { file: text('Inner', 'Theirs'), layout: null }, seen);
    const done = await now().remove('/', 'Inner');
    expect(done.status).toBe('failed');
    expect(now().notice).toMatchObject({ key: 'library.failed.changed', isError: true });
    expect(now().realms[0]?.journeys.find(({ name }) => name === 'Inner')?.innerJourneys).toEqual(['Theirs']);
  });

  it('duplicates under another name', async () => {
    await now().duplicate('/', 'Outer', 'Outer 2');
    expect(names()).toContain('Outer 2');
    expect(JSON.parse(files.kept.get('Outer 2')?.file ?? '').tree._id).toBe('Outer 2');
  });

  it('imports what it can, names what it cannot, and undoes all of it', async () => {
    const revision = files.kept.get('Inner')?.revision ?? '';
    const notWritten = await now().importAll('/', [
      { name: 'A', file: text('A'), layout: null, revision: null },
      { name: 'Inner', file: text('Inner', 'Else'), layout: null, revision },
      { name: 'Outer', file: text('Outer'), layout: null, revision: 'old' },
    ]);
    expect(notWritten).toEqual([{ name: 'Outer', reason: { status: 'changed' } }]);
    expect(now().notice).toMatchObject({ key: 'library.done.imported', values: { count: 2 } });
    await now().undo();
    expect(names()?.toSorted()).toEqual(['Inner', 'Outer']);
    expect(files.kept.get('Inner')?.file).not.toContain('Else');
  });
});
