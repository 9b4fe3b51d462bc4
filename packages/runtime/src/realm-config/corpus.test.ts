import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JsonObject, readJourney, scriptSource } from '@journeyman/node-schemas';
import { describe, expect, it } from 'vitest';
import { type ConfiguredRealm, configuredRealm, trees } from './realm-config.builder.ts';

const corpus = process.env.JOURNEYMAN_CORPUS;

type Entities = Readonly<Record<string, JsonObject & { readonly _type: { readonly _id: string } }>>;

interface Exported {
  readonly tree: JsonObject & { readonly _id: string };
  readonly nodes: Entities;
  readonly innerNodes?: Entities;
  readonly scripts?: Readonly<Record<string, JsonObject>>;
}

const files = corpus === undefined ? [] : globSync('frodo-*/*.journey.json', { cwd: corpus });

/** Writes as frodo does: again without the attributes that are not known, where it is told which ones are. */
async function put({ ask }: ConfiguredRealm, path: string, { _rev, ...body }: JsonObject): Promise<string> {
  const { status, body: answer } = await ask('PUT', path, body);
  const { validAttributes } = answer.detail ?? {};
  if (status < 300 || validAttributes === undefined) return `${status} ${answer.message ?? ''}`;
  const known = Object.entries(body).filter(([key]) => key === '_id' || validAttributes.includes(key));
  const again = await ask('PUT', path, Object.fromEntries(known));
  return `${again.status} ${again.body.message ?? ''}`;
}

describe.skipIf(corpus === undefined)('journeys that people have published', () => {
  it.each(files)('%s is taken as frodo sends it', async (file) => {
    const read = readJourney(readFileSync(join(corpus ?? '', file), 'utf8'));
    const exported = (read.status === 'read' ? read.exported : {}) as unknown as Exported;
    const realm = await configuredRealm();
    const results: string[] = [];
    for (const [id, script] of Object.entries(exported.scripts ?? {})) {
      const source = Buffer.from(scriptSource(script.script) ?? '').toString('base64');
      results.push(await put(realm, `scripts/${id}`, { ...script, script: source }));
    }
    for (const [id, node] of Object.entries({ ...exported.innerNodes, ...exported.nodes })) {
      results.push(`${node._type._id}: ${await put(realm, `${trees}/nodes/${node._type._id}/${id}`, node)}`);
    }
    results.push(await put(realm, `${trees}/trees/${exported.tree._id}`, exported.tree));
    // Types that somebody has designed and inner journeys of other files are not here.
    expect(results.filter((result) => !/\b(20[01]|404) |, Tree Name$/.test(result))).toEqual([]);
  });
});
