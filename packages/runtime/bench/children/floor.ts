import { createHmac, createSecretKey, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Hono } from 'hono';
import { authenticatePath } from '../paths.ts';
import { measuredApp } from './measured-server.ts';

/**
 * The floor: one waiting step written by hand, with nothing that could serve any other. The same bytes in and out, the same
 * signatures, digest, document and SQLite settings as the service has for Push Wait; no engine, realms, nodes or ports.
 */

const [folder = ''] = process.argv.slice(2);
const database = new DatabaseSync(join(folder, 'floor.db'));
database.exec(`
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE runs (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL, version INTEGER NOT NULL, expires_at INTEGER) STRICT;
  CREATE INDEX runs_by_expiry ON runs (expires_at);`);
const insert = database.prepare('INSERT INTO runs (key, value, version, expires_at) VALUES (?, ?, 1, ?)');
const select = database.prepare('SELECT value, version, expires_at FROM runs WHERE key = ?');
const update = database.prepare(
  'UPDATE runs SET value = ?, version = version + 1 WHERE key = ? AND version = ?',
);

const key = createSecretKey(randomBytes(32));
const header = Buffer.from('{"typ":"JWT","alg":"HS256"}').toString('base64url');
const node = '11111111-1111-4111-8111-111111111111';
const waitMs = 3_600_000;

interface Run {
  realm: string;
  journey: string;
  noSession: boolean;
  startedAtMs: number;
  expiresAtMs: number;
  latest: { digest: string; atMs: number };
  execution: {
    frames: object[];
    shared: Record<string, unknown>;
    waiting: object;
    plan: object;
    completions: object[];
  };
}

const message = 'Waiting for response...';
const waiting = {
  callbacks: [
    { callback: { type: 'PollingWaitCallback', waitTimeMs: waitMs, message } },
    {
      callback: {
        type: 'ConfirmationCallback',
        kind: 'information',
        options: ['Cancel'],
        defaultOption: 0,
        selected: 100,
      },
    },
  ],
};

const headers = {
  'content-type': 'application/json;charset=UTF-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none';frame-ancestors 'none';sandbox",
  'content-api-version': 'resource=2.1',
};

const app = new Hono();
app.post(authenticatePath, async (c) => {
  const text = await c.req.text();
  const body = JSON.parse(text) as { authId?: string; callbacks?: { input?: { value: unknown }[] }[] };
  const latest = { digest: hash('sha256', text, 'base64url'), atMs: Date.now() };
  if (body.authId === undefined) return start(latest);

  const { sessionId, step } = verified(body.authId);
  const found = select.get(sessionId) as { value: string; version: number; expires_at: number } | undefined;
  if (found === undefined || found.version !== step || found.expires_at <= latest.atMs)
    return c.body(null, 401);
  const run = JSON.parse(found.value) as Run;
  if (body.callbacks?.length !== 2 || body.callbacks[1]?.input?.[0]?.value !== 100) return c.body(null, 400);
  const { shared } = run.execution;
  if (latest.atMs > Number(shared[`${node}.end_time`])) return c.body(null, 401);
  shared[`${node}.spam_count`] = Number(shared[`${node}.spam_count`]) + 1;
  run.execution.waiting = waiting;
  run.latest = latest;
  if (update.run(JSON.stringify(run), sessionId, step).changes !== 1) return c.body(null, 401);
  return answer(sessionId, step + 1, run);
});

function start(latest: Run['latest']): Response {
  const sessionId = randomBytes(16).toString('base64url');
  const run: Run = {
    realm: '/',
    journey: 'Wait',
    noSession: false,
    startedAtMs: latest.atMs,
    expiresAtMs: latest.atMs + waitMs,
    execution: {
      frames: [{ journey: 'Wait', nodeId: node, transient: {}, secure: {} }],
      shared: {
        realm: '/',
        authLevel: 0,
        [`${node}.end_time`]: latest.atMs + waitMs,
        [`${node}.spam_count`]: 0,
      },
      waiting,
      plan: { properties: {} },
      completions: [],
    },
    latest,
  };
  insert.run(sessionId, JSON.stringify(run), run.expiresAtMs);
  return answer(sessionId, 1, run);
}

function answer(sessionId: string, step: number, { startedAtMs, expiresAtMs }: Run): Response {
  const claims = {
    sessionId,
    'whitelist-state': step,
    realm: '/',
    iat: Math.floor(startedAtMs / 1000),
    exp: Math.ceil(expiresAtMs / 1000),
  };
  const input = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  const body = {
    authId: `${input}.${signature(input)}`,
    callbacks: [
      {
        type: 'PollingWaitCallback',
        output: [
          { name: 'waitTime', value: `${waitMs}` },
          { name: 'message', value: message },
        ],
      },
      {
        type: 'ConfirmationCallback',
        output: [
          { name: 'prompt', value: '' },
          { name: 'messageType', value: 0 },
          { name: 'options', value: ['Cancel'] },
          { name: 'optionType', value: -1 },
          { name: 'defaultOption', value: 0 },
        ],
        input: [{ name: 'IDToken2', value: 100 }],
      },
    ],
  };
  return new Response(JSON.stringify(body), { status: 200, headers });
}

function verified(authId: string): { sessionId: string; step: number } {
  const end = authId.lastIndexOf('.');
  const actual = Buffer.from(authId.slice(end + 1));
  const expected = Buffer.from(signature(authId.slice(0, end)));
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected))
    throw new Error('A signature is wrong.');
  const claims = JSON.parse(Buffer.from(authId.slice(header.length + 1, end), 'base64url').toString('utf8'));
  return { sessionId: claims.sessionId, step: claims['whitelist-state'] };
}

function signature(input: string): string {
  return createHmac('sha256', key).update(input).digest('base64url');
}

measuredApp(app);
