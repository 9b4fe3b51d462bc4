import { type JsonObject, scriptSource } from '@journeyman/node-schemas/run';
import { AmError } from '../http/am-error.ts';

/** A script as AM answers it: its source in base64. */
export function scriptBody(id: string, script: JsonObject): JsonObject {
  const source = scriptSource(script.script) ?? '';
  return { ...script, _id: id, script: Buffer.from(source).toString('base64') };
}

/** A script as an export holds it. Throws `bad-request` for what is none. */
export function scriptFrom(id: string, body: JsonObject, before: JsonObject | undefined): JsonObject {
  const { _rev, ...attributes } = body;
  const { name, script } = attributes;
  if (typeof name !== 'string' || name === '') {
    throw new AmError('bad-request', '"name" is expected to be the name of the script.');
  }
  if (typeof script !== 'string' || !/^[\w+/-]*={0,2}$/.test(script)) {
    throw new AmError('bad-request', '"script" is expected to be the source of the script in base64.');
  }
  return {
    ...(before === undefined ? { evaluatorVersion: '1.0' } : {}),
    ...attributes,
    _id: id,
    script: JSON.stringify(Buffer.from(script, 'base64').toString('utf8')),
  };
}
