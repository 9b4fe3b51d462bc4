import type { JourneyTexts, JsonObject } from '@journeyman/node-schemas/run';
import { type Context, Hono } from 'hono';
import type { Logger } from 'pino';
import { AmError, accessDenied } from '../http/am-error.ts';
import { largestJourney, readObject } from '../http/body.ts';
import { requireAdministrator } from '../http/caller.ts';
import { resource } from '../http/reply.ts';
import { administratorJourney } from '../realms/administrator-journey.ts';
import type { Realm, Realms } from '../realms/realm.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Change, JourneyFolders, StoredJourney } from './journey-folders.ts';
import { isCurrent, journeySummary, problemOf } from './journey-summary.ts';
import type { PolicyChange } from './policy-file.ts';
import type { Revisions } from './revisions.ts';
import type { ScenariosChange } from './scenario-file.ts';
import { type Expected, whenUnwritable } from './text-files.ts';

/** What the resource works with. */
export interface JourneyFilesSetting {
  readonly sessions: Sessions;
  readonly realms: Realms;
  readonly folders: JourneyFolders;
  readonly revisions: Revisions;
  /** Takes what has been written into service. */
  reload(): Promise<void>;
  readonly log: Logger;
}

/**
 * The journeys of a realm as files, to be mounted at `/json/:realm/journey-files`: for administrators, who name themselves in
 * the session header; a cookie does not count, so no other site can write here through a visitor's browser.
 * A change names the revision it is made to (`If-Match`), or that there is none yet (`If-None-Match: *`); when another is there, it
 * is refused with 412 and what is there. The list has the policy with it, which is one for all realms.
 */
export function journeyFilesResource({
  sessions,
  realms,
  folders,
  revisions,
  reload,
  log,
}: JourneyFilesSetting): Hono {
  async function realmOf(c: Context): Promise<Realm> {
    if (!c.req.header(sessions.cookieName)) throw accessDenied();
    await requireAdministrator(c, sessions);
    return realms.of(c);
  }

  async function answered(c: Context, change: Promise<Change>): Promise<Response> {
    const done = await change.catch(whenUnwritable(log));
    if (done.status !== 'done') throw errorFor(done, 'journey');
    await reload();
    return answerJourney(realms.of(c), done.journey, done.isNew ? 201 : 200);
  }

  return new Hono()
    .get('/', async (c) => {
      const realm = await realmOf(c);
      const withFiles = c.req.query('files') === 'true';
      const entries = realm.journeys.all().filter(({ journey }) => journey !== administratorJourney);
      const policy = await folders.policy();
      const context = {
        journeys: new Map(
          entries.filter(isCurrent).flatMap(({ name, journey }) => (journey ? [[name, journey]] : [])),
        ),
        services: new Set(Object.keys(realm.configuration.services)),
        policyText: policy?.text ?? null,
      };
      const journeys = await Promise.all(
        entries.map(async (entry) => {
          const stored = await folders.find(realm.name, entry.name);
          if (stored === undefined) return [];
          const { file, layout, revision } = stored;
          const summary = await journeySummary(entry, context);
          return [{ ...summary, revision, ...(withFiles ? { file, layout } : {}) }];
        }),
      );
      return answer({
        realm: realm.name,
        realms: realms.all().map(({ name }) => name),
        defaultJourney: realm.configuration.defaultJourney ?? null,
        services: Object.keys(realm.configuration.services),
        policy: policy ?? null,
        journeys: journeys.flat(),
      });
    })
    .post('/', async (c) => {
      await realmOf(c);
      requireAction(c, 'savePolicy');
      const text = textIn(await readObject(c));
      const done = await folders.savePolicy(text, expectedOf(c)).catch(whenUnwritable(log));
      if (done.status !== 'done') throw errorFor(done, 'policy');
      return answer(done.policy, done.isNew ? 201 : 200, { etag: `"${done.policy.revision}"` });
    })
    .get('/:name', async (c) => {
      const realm = await realmOf(c);
      const stored = await folders.find(realm.name, c.req.param('name'));
      if (stored === undefined) throw new AmError('not-found', `Journey '${c.req.param('name')}' not found`);
      return answerJourney(realm, stored);
    })
    .get('/:name/revisions', async (c) => {
      const realm = await realmOf(c);
      const listed = await revisions.list(realm.name, c.req.param('name'));
      return answer({ revisions: listed.map((revision) => ({ ...revision })) });
    })
    .get('/:name/revisions/:id', async (c) => {
      const realm = await realmOf(c);
      const { name, id } = c.req.param();
      if (!/^[0-9a-f]+$/.test(id))
        throw new AmError('bad-request', 'A revision is expected as a hexadecimal number.');
      const texts = await revisions.find(realm.name, name, id);
      if (texts === undefined) throw new AmError('not-found', `Journey '${name}' has no revision ${id}`);
      return answer({ name, ...texts, revision: id });
    })
    .get('/:name/scenarios', async (c) => {
      const realm = await realmOf(c);
      const name = c.req.param('name');
      const stored = await folders.scenarios(realm.name, name);
      if (stored === undefined) {
        if ((await folders.find(realm.name, name)) === undefined)
          throw new AmError('not-found', `Journey '${name}' not found`);
        return answer({ text: null, revision: null });
      }
      return answer(stored, 200, { etag: `"${stored.revision}"` });
    })
    .put('/:name/scenarios', async (c) => {
      const realm = await realmOf(c);
      const name = c.req.param('name');
      const journeys = new Map(
        realm.journeys
          .all()
          .flatMap(({ journey }) => (journey === undefined ? [] : [[journey.name, journey]])),
      );
      if (!journeys.has(name)) throw new AmError('not-found', `Journey '${name}' not found`);
      const text = textIn(await readObject(c, largestJourney));
      const saved = folders.saveScenarios(realm.name, name, { text, journeys }, expectedOf(c));
      const done = await saved.catch(whenUnwritable(log));
      if (done.status !== 'done') throw errorFor(done, 'file of scenarios');
      return answer(done.scenarios, done.isNew ? 201 : 200, { etag: `"${done.scenarios.revision}"` });
    })
    .put('/:name', async (c) => {
      const realm = await realmOf(c);
      const texts = textsIn(await readObject(c, largestJourney));
      return answered(c, folders.save(realm.name, c.req.param('name'), texts, expectedOf(c)));
    })
    .delete('/:name', async (c) => {
      const realm = await realmOf(c);
      return answered(c, folders.delete(realm.name, c.req.param('name'), expectedOf(c)));
    })
    .post('/:name', async (c) => {
      const realm = await realmOf(c);
      requireAction(c, 'rename');
      const newName = (await readObject(c))?.newName;
      if (typeof newName !== 'string')
        throw new AmError('bad-request', '"newName" is expected to be a text.');
      return answered(c, folders.rename(realm.name, c.req.param('name'), newName, expectedOf(c)));
    });
}

function requireAction(c: Context, action: string): void {
  const asked = c.req.query('_action') ?? '';
  if (asked !== action) {
    throw new AmError('not-supported', `Action ${asked} not implemented for this resource`);
  }
}

/** What is answered when nothing was changed: what is wrong, or what is there instead. */
function errorFor(
  change: Exclude<Change | PolicyChange | ScenariosChange, { readonly status: 'done' }>,
  what: 'journey' | 'policy' | 'file of scenarios',
): AmError {
  switch (change.status) {
    case 'refused':
      return new AmError('bad-request', change.message, {
        findings: change.findings.map((finding) => ({ ...finding })),
      });
    case 'stale':
      return new AmError(
        'precondition-failed',
        change.current === undefined
          ? `The ${what} is not there any more.`
          : `The ${what} has been changed meanwhile.`,
        { current: change.current === undefined ? null : { ...change.current } },
      );
  }
}

/** Throws `bad-request` when a change does not say what it is made to. */
function expectedOf(c: Context): Expected {
  if (c.req.header('if-none-match') === '*') return 'none';
  const revision = c.req.header('if-match')?.replace(/^(?:W\/)?"(.*)"$/, '$1');
  if (revision === undefined) {
    throw new AmError(
      'bad-request',
      'The revision that is changed is expected in If-Match, or If-None-Match: * for what is new.',
    );
  }
  return revision === '*' ? 'any' : { revision };
}

function textIn(body: JsonObject | undefined): string {
  if (typeof body?.text !== 'string') throw new AmError('bad-request', '"text" is expected to be a text.');
  return body.text;
}

function textsIn(body: JsonObject | undefined): JourneyTexts {
  const { file, layout = null } = body ?? {};
  if (typeof file !== 'string')
    throw new AmError('bad-request', '"file" is expected to be the text of a journey.');
  if (layout !== null && typeof layout !== 'string') {
    throw new AmError('bad-request', '"layout" is expected to be a text, or null.');
  }
  return { file, layout };
}

function answerJourney(realm: Realm, stored: StoredJourney, status = 200): Response {
  const problems = realm.journeys.find(stored.name)?.problems ?? [];
  return answer({ ...stored, problems: problems.map(problemOf) }, status, { etag: `"${stored.revision}"` });
}

function answer(body: JsonObject, status = 200, headers?: Record<string, string>): Response {
  return resource('1.0', body, status, headers);
}
