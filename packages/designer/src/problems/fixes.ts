import { failureId, nodeTypeOf, type Place, type Problem, startId } from '@journeyman/node-schemas';
import type { Command, CommandLabel, Refusal } from '../document/command.ts';
import { configure } from '../document/commands/configure.ts';
import { connect, disconnect, setEntry } from '../document/commands/connect.ts';
import { journeyProperties, setJourneyProperty } from '../document/commands/journey-properties.ts';
import { reorderInPage, takeOutOfPage } from '../document/commands/page-nodes.ts';
import { removeNodes } from '../document/commands/remove-nodes.ts';
import { portsInto } from '../document/connections.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { nameOf, nodeJson, ownValue, pageEntries, pageOf, typeIdOf } from '../document/lookup.ts';
import { outcomesAt } from '../document/outcomes.ts';
import { typeRefusal } from '../document/page-rules.ts';
import { type PropertySchema, propertiesOf } from '../inspector/fields/property-schema.ts';
import { meantLocale, meantValue, withLocale, withoutLocale, withoutRepeats } from './mended-value.ts';
import { securityFixes } from './security-fixes.ts';

/** A way to mend a problem by one command. */
export interface Fix {
  /** What it does; a key of the texts, with what is put into it. */
  readonly title: CommandLabel;
  /** The command, made when it is wanted, for the document as it then is. */
  make(document: JourneyDocument): Command | Refusal;
}

/** The obvious ways to mend a problem, best first; none for most that need a decision. `all` are the journey's problems. */
export function fixesOf(
  problem: Problem,
  document: JourneyDocument,
  all: readonly Problem[],
): readonly Fix[] {
  const { code, nodeId } = problem;
  if (code === 'missing-entry') return entryFixes(document);
  if (code === 'null-word' && nodeId === undefined) return journeyPropertyRemoval(problem);
  if (nodeId === undefined) return [];
  switch (code) {
    case 'unconnected-outcome':
      return connectionFixes(problem, nodeId, ['leadToFailure']);
    case 'dangling-connection':
      return connectionFixes(problem, nodeId, ['leadToFailure', 'removeConnection']);
    case 'unknown-outcome':
      return connectionFixes(problem, nodeId, ['removeConnection']);
    case 'unreachable-node':
      return [removal(document, nodeId), ...removalOfAll(all)];
    case 'wrong-configuration':
      return valueFixes(problem, document, nodeId);
    case 'unknown-property':
    case 'null-word':
      return propertyRemoval(problem, nodeId);
    case 'page-contents':
      return pageFixes(document, nodeId);
    case 'missing-configuration':
    case 'unknown-node-type':
      return [removal(document, nodeId)];
    case 'unreadable-file':
    case 'missing-inner-journey':
    case 'disabled-inner-journey':
    case 'recursive-journey':
    case 'no-end':
    case 'endless-loop':
    case 'missing-input':
    case 'missing-service':
    case 'cannot-run':
    case 'wrong-policy':
      return [];
    case 'too-few-factors':
    case 'enrolment-as-proof':
    case 'user-changed':
    case 'unlimited-attempts':
    case 'unlimited-push':
    case 'weak-push':
    case 'recovery-codes-not-shown':
    case 'recovery-codes-not-made':
    case 'user-revealed':
    case 'unwanted-session':
    case 'missing-session':
    case 'unused-exception':
      return securityFixes(problem, document);
  }
}

/** Start is led to the one node that nothing leads to; where there are several, somebody has to choose. */
function entryFixes(document: JourneyDocument): Fix[] {
  const first = Object.keys(document.exported.tree.nodes).filter((id) =>
    portsInto(document, new Set([id])).every((port) => port.nodeId === startId || port.nodeId === id),
  );
  const [only] = first;
  if (only === undefined || first.length > 1) return [];
  return [
    {
      title: { key: 'problems.fix.leadStart', values: { name: nameOf(document, only) } },
      make: (now) => setEntry(now, only),
    },
  ];
}

function connectionFixes(
  { path }: Problem,
  nodeId: string,
  kinds: readonly ('leadToFailure' | 'removeConnection')[],
): Fix[] {
  const outcome = path.at(-1);
  if (typeof outcome !== 'string') return [];
  return kinds.map((kind) => ({
    title: { key: `problems.fix.${kind}` },
    make: (now) =>
      kind === 'leadToFailure'
        ? connect(now, { nodeId, outcome }, failureId)
        : disconnect(now, { nodeId, outcome }),
  }));
}

function removal(document: JourneyDocument, nodeId: string): Fix {
  return {
    title: { key: 'problems.fix.removeNode', values: { name: nameOf(document, nodeId) } },
    make: (now) => removeNodes(now, [nodeId]),
  };
}

function removalOfAll(all: readonly Problem[]): Fix[] {
  const ids = all.flatMap(({ code, nodeId }) =>
    code === 'unreachable-node' && nodeId !== undefined ? [nodeId] : [],
  );
  if (ids.length < 2) return [];
  return [
    {
      title: { key: 'problems.fix.removeUnreachable', values: { count: ids.length } },
      make: (now) => removeNodes(now, ids),
    },
  ];
}

function valueFixes({ property, path }: Problem, document: JourneyDocument, nodeId: string): Fix[] {
  if (property === undefined) return [];
  const schema = schemaOf(document, nodeId, property);
  const json = nodeJson(document.exported, nodeId);
  if (schema === undefined || json === undefined) return [];
  const value = ownValue(json, property);
  const set = (title: CommandLabel, next: typeof value): Fix => ({
    title,
    make: (now) => configure(now, nodeId, property, next),
  });

  const key = path.at(-1);
  if (schema.format === 'locale-map' && key !== property && typeof key === 'string') {
    const meant = meantLocale(key);
    const renamed = meant === undefined ? undefined : withLocale(value, key, meant);
    return [
      ...(meant === undefined || renamed === undefined
        ? []
        : [set({ key: 'problems.fix.renameLocale', values: { locale: meant } }, renamed)]),
      set({ key: 'problems.fix.removeLocale', values: { locale: key } }, withoutLocale(value, key)),
    ];
  }
  const distinct = withoutRepeats(value);
  if (distinct !== undefined) return [set({ key: 'problems.fix.removeRepeats' }, distinct)];
  const meant = meantValue(schema, value);
  const canReset = value !== undefined && schema.default !== undefined;
  return [
    ...(meant === undefined
      ? []
      : [set({ key: 'problems.fix.set', values: { value: JSON.stringify(meant) } }, meant)]),
    ...(canReset ? [set({ key: 'problems.fix.reset' }, undefined)] : []),
  ];
}

function schemaOf(
  { exported }: JourneyDocument,
  nodeId: string,
  property: string,
): PropertySchema | undefined {
  const type = nodeTypeOf(typeIdOf(exported, nodeId) ?? '');
  return type === undefined ? undefined : propertiesOf(type).find(({ name }) => name === property)?.schema;
}

function propertyRemoval({ property }: Problem, nodeId: string): Fix[] {
  if (property === undefined) return [];
  return [
    {
      title: { key: 'problems.fix.removeProperty', values: { property } },
      make: (now) => configure(now, nodeId, property, undefined),
    },
  ];
}

function journeyPropertyRemoval({ property }: Problem): Fix[] {
  const known = journeyProperties.find((each) => each === property);
  if (known === undefined) return [];
  return [
    {
      title: { key: 'problems.fix.removeProperty', values: { property: known } },
      make: (now) => setJourneyProperty(now, known, undefined),
    },
  ];
}

function pageFixes(document: JourneyDocument, nodeId: string): Fix[] {
  const { exported } = document;
  const page = pageOf(exported, nodeId);
  const json = nodeJson(exported, nodeId);
  if (page === undefined || json === undefined) return [removal(document, nodeId)];
  if (typeRefusal(typeIdOf(exported, nodeId) ?? '') !== undefined) {
    return [
      {
        title: { key: 'problems.fix.takeOut' },
        make: (now) => takeOutOfPage(now, nodeId, placeAbove(now, page)),
      },
    ];
  }
  if (outcomesAt(exported, nodeId).length < 2) return [];
  return [
    {
      title: { key: 'problems.fix.moveToEnd' },
      make: (now) => reorderInPage(now, nodeId, pageEntries(ownValue(now.exported.nodes, page)).length),
    },
  ];
}

function placeAbove({ layout }: JourneyDocument, id: string): Place {
  const { x, y } = ownValue(layout.nodes, id) ?? { x: 0, y: 0 };
  return { x, y: y - 160 };
}
