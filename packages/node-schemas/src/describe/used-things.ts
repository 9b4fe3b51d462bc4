import { listed } from '../checks/report.ts';
import { escaped } from '../markdown.ts';
import type { HowUsed, Reference, UsedKind, User } from './reference.ts';

/** The things of a kind that a journey uses, by name, each with who does what with it, and a remark where there is one. */
export function thingLines(
  references: readonly Reference[],
  kind: UsedKind,
  remark: (id: string) => string | undefined = () => undefined,
): readonly string[] {
  const things = grouped(
    references.filter((reference) => reference.kind === kind),
    ({ id }) => id,
  );
  return [...things]
    .map(([id, uses]) => ({ name: uses[0]?.name ?? id, id, uses }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, id, uses }) => {
      const ways = [...grouped(uses, ({ how }) => how)]
        .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
        .map(([how, by]) => passive(how, by));
      return `- **${escaped(name)}**: ${[...ways, ...[remark(id) ?? []].flat()].join('; ')}`;
    });
}

function grouped<Key>(
  references: readonly Reference[],
  keyOf: (reference: Reference) => Key,
): ReadonlyMap<Key, readonly Reference[]> {
  const groups = new Map<Key, Reference[]>();
  for (const reference of references) {
    const key = keyOf(reference);
    groups.set(key, [...(groups.get(key) ?? []), reference]);
  }
  return groups;
}

function passive(how: HowUsed, uses: readonly Reference[]): string {
  const users = [...new Set(uses.map(({ by }) => nameOf(by)))];
  return `${participles[how]} by ${escaped(listed(users))}`;
}

const participles: Readonly<Record<HowUsed, string>> = {
  runs: 'run',
  requires: 'required',
  is: 'used',
  needs: 'needed',
  sends: 'sent',
  chooses: 'chosen',
  writes: 'written',
  reads: 'read',
  sets: 'set',
  removes: 'removed',
};

/** Who writes comes before who reads. */
const order = Object.keys(participles);

/** Who uses something, for the line of that thing. */
function nameOf({ type, name }: User): string {
  switch (type) {
    case 'node':
      return name;
    case 'script':
      return `script ${name}`;
    case 'journey':
      return 'the journey';
    case 'realm':
      return `realm ${name}`;
  }
}
