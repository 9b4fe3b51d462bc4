import type { Json, JsonObject } from '@journeyman/node-schemas';
import { AmError } from '../http/am-error.ts';
import { isSuperUser } from './super-user.ts';
import { attributesOf } from './user-attributes.ts';
import type { Attributes, User } from './users.ts';

/** A user in AM's form: every attribute is a list. The password is none of them. */
export function bodyOf(user: User): JsonObject {
  return {
    _id: user.username,
    _rev: user.revision,
    username: user.username,
    realm: user.realm,
    ...attributesOf(user),
    // AM's own pages choose where a person lands by these.
    roles: isSuperUser(user.realm, user.username)
      ? ['ui-global-admin', 'ui-realm-admin']
      : ['ui-self-service-user'],
  };
}

/** The attributes in a request's body; one value may stand without its list. Throws `bad-request` for other values. */
export function attributesIn(body: JsonObject): Attributes {
  const attributes = Object.entries(body).filter(([name]) => !name.startsWith('_'));
  return Object.fromEntries(attributes.map(([name, value]) => [name, valuesIn(name, value)]));
}

function valuesIn(name: string, value: Json): readonly string[] {
  if (value === null) return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
  throw new AmError('bad-request', `Attribute ${name} must be a text or a list of texts.`);
}

/** A text that a request's body must have. Throws `bad-request` without it. */
export function textIn(body: JsonObject, name: string): string {
  const value = body[name];
  const text = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof text === 'string' && text !== '') return text;
  throw new AmError('bad-request', `The request body must have a text '${name}'.`);
}
