import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failureId, type JsonObject, successId } from '@journeyman/node-schemas';

/** The journey that waits for a phone, from its first step on. */
export const waitJourney = 'Wait';

/** The journey of a user name and a password. */
export const signInJourney = 'SignIn';

/** Longer than any benchmark, in seconds, so that every poll is answered with the same step again. */
const waitSeconds = 3600;

const ids = {
  wait: '11111111-1111-4111-8111-111111111111',
  username: '22222222-2222-4222-8222-222222222222',
  password: '33333333-3333-4333-8333-333333333333',
  page: '44444444-4444-4444-8444-444444444444',
  decision: '55555555-5555-4555-8555-555555555555',
};

/** Writes a folder with the one realm that is served while measuring. */
export async function writeJourneys(folder: string): Promise<void> {
  await write(join(folder, 'realm.json'), {
    authentication: { authenticationSessionsMaxDuration: waitSeconds / 60, loginSuccessUrl: '/' },
  });
  await writeJourney(folder, waitJourney, ids.wait, [
    {
      id: ids.wait,
      type: 'PushWaitNode',
      config: { secondsToWait: waitSeconds, waitingMessage: {}, challengeMessage: {}, exitMessage: {} },
      connections: { DONE: successId, EXITED: failureId },
    },
  ]);
  const children = [
    { _id: ids.username, nodeType: 'UsernameCollectorNode', displayName: 'User name' },
    { _id: ids.password, nodeType: 'PasswordCollectorNode', displayName: 'Password' },
  ];
  await writeJourney(folder, signInJourney, ids.page, [
    {
      id: ids.page,
      type: 'PageNode',
      config: { nodes: children, pageHeader: {}, pageDescription: {} },
      connections: { outcome: ids.decision },
    },
    {
      id: ids.decision,
      type: 'DataStoreDecisionNode',
      config: {},
      connections: { true: successId, false: failureId },
    },
  ]);
}

interface NodeInFile {
  readonly id: string;
  readonly type: string;
  readonly config: JsonObject & { readonly nodes?: readonly { _id: string; nodeType: string }[] };
  readonly connections: Readonly<Record<string, string>>;
}

async function writeJourney(
  folder: string,
  name: string,
  entryNodeId: string,
  nodes: readonly NodeInFile[],
): Promise<void> {
  const children = nodes.flatMap(({ config }) => config.nodes ?? []);
  await mkdir(join(folder, name), { recursive: true });
  await write(join(folder, name, `${name}.journey.json`), {
    innerNodes: Object.fromEntries(
      children.map(({ _id, nodeType }) => [_id, { _id, _type: { _id: nodeType } }]),
    ),
    nodes: Object.fromEntries(
      nodes.map(({ id, type, config }) => [id, { ...config, _id: id, _type: { _id: type } }]),
    ),
    tree: {
      _id: name,
      entryNodeId,
      enabled: true,
      nodes: Object.fromEntries(
        nodes.map(({ id, type, connections }) => [id, { nodeType: type, displayName: type, connections }]),
      ),
    },
  });
}

function write(path: string, content: object): Promise<void> {
  return writeFile(path, `${JSON.stringify(content, null, 2)}\n`);
}
