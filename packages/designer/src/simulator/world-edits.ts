import type { Given } from '@journeyman/simulation';

/** A made-up user, in the words of a file of scenarios. */
export type UserWords = NonNullable<Given['users']>[string];

/** The made-up users of a world; a world that names none has one. */
export function usersOf({ users }: Given): NonNullable<Given['users']> {
  return users ?? { demo: {} };
}

/** A world with one user changed: `null` takes the user away, `name` gives another name. What is usual is left out. */
export function withUser(given: Given, name: string, user: UserWords | null, newName = name): Given {
  const entries = Object.entries(usersOf(given)).flatMap(([each, words]): [string, UserWords][] => {
    if (each !== name) return [[each, words]];
    return user === null ? [] : [[newName, trimmed(user)]];
  });
  return { ...given, users: Object.fromEntries(entries) };
}

/** A world with one user more, under a name that is free. */
export function withNewUser(given: Given): Given {
  const users = usersOf(given);
  let count = Object.keys(users).length + 1;
  while (Object.hasOwn(users, `user${count}`)) count += 1;
  return { ...given, users: { ...users, [`user${count}`]: {} } };
}

/** A part of the world without what is as usual. */
export function trimmed<Words extends object>(words: Words): Words {
  const kept = Object.entries(words).filter(
    ([, value]) => value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as Words;
}

/** A world whose clock begins at a moment, as the field for it has that; empty: when it usually does. */
export function withClock(given: Given, moment: string): Given {
  const { clock: _, ...rest } = given;
  return moment === '' ? rest : { ...rest, clock: new Date(`${moment}Z`).toISOString() };
}

/** A moment as a field for a date with a time of day has it, in UTC and in whole seconds. */
export function momentField(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 19);
}

/** Attributes as lines of a text, a value each. */
export function attributesText(attributes: UserWords['attributes'] = {}): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => [value].flat().map((each) => `${name}: ${each}`))
    .join('\n');
}

/** Attributes from such a text; lines without a colon are passed over. */
export function attributesIn(text: string): UserWords['attributes'] {
  const attributes: Record<string, string[]> = {};
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim();
    const value = line.slice(colon + 1).trim();
    if (colon > 0 && name !== '' && value !== '') attributes[name] = [...(attributes[name] ?? []), value];
  }
  return Object.fromEntries(
    Object.entries(attributes).map(([name, values]) => [
      name,
      values.length === 1 ? (values[0] ?? '') : values,
    ]),
  );
}
