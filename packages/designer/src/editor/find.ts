import {
  isJsonObject,
  type Journey,
  type Json,
  nodeTypeOf,
  type PageChild,
  type Problem,
} from '@journeyman/node-schemas';
import { graphOrder } from '../outline/graph-order.ts';
import { isDesignOnly } from './known-types.ts';

/** What is searched. */
export interface FindContext {
  readonly journey: Journey;
  readonly problems: readonly Problem[];
}

/** One part of a query: a word, or a filter such as `type:push`. */
interface Term {
  readonly filter: 'text' | 'type' | 'is' | 'uses';
  /** In lower case. */
  readonly value: string;
}

/**
 * The ids of the nodes, in pages too, that a query asks for, in graph order. Every part of it must hold:
 * `type:push` (type id or name), `is:` (`invalid`, `error`, `warning`, `unreachable`, `unconnected`, `page`, `unknown`,
 * `design-only`), `uses:Recovery` (a journey, script or `&{…}` in the configuration), `"free text"` in names, types and
 * configured texts. An empty query finds nothing.
 */
export function find({ journey, problems }: FindContext, query: string): readonly string[] {
  const terms = termsOf(query);
  if (terms.length === 0) return [];
  const { reached, unreached } = graphOrder(journey);
  const unreachable = new Set(unreached);
  const holds = (node: PageChild, own: string) =>
    terms.every((term) =>
      matches(term, node, {
        problems: problems.filter(({ nodeId }) => nodeId === node.id),
        isUnreachable: unreachable.has(own),
      }),
    );
  return [...reached, ...unreached].flatMap((id) => {
    const node = journey.nodes.get(id);
    if (node === undefined) return [];
    return [node, ...(node.children ?? [])].filter((one) => holds(one, id)).map((one) => one.id);
  });
}

/** Splits a query at spaces that are not within double quotes. */
function termsOf(query: string): readonly Term[] {
  return (query.match(/(?:"[^"]*"?|[^\s"])+/g) ?? [])
    .map((part) => {
      const [, filter, rest] = /^(type|is|uses):(.*)$/is.exec(part) ?? [];
      const value = (rest ?? part).replaceAll('"', '').toLowerCase();
      return { filter: filterOf(filter?.toLowerCase()), value };
    })
    .filter(({ value }) => value !== '');
}

function filterOf(name: string | undefined): Term['filter'] {
  return name === 'type' || name === 'is' || name === 'uses' ? name : 'text';
}

interface Standing {
  readonly problems: readonly Problem[];
  readonly isUnreachable: boolean;
}

function matches({ filter, value }: Term, node: PageChild, standing: Standing): boolean {
  switch (filter) {
    case 'type':
      return typeTexts(node).some((text) => holds(text, value));
    case 'uses':
      return textsIn(node.config).some((text) => holds(text, value));
    case 'is':
      return isInState(value, node, standing);
    case 'text':
      return [node.displayName, ...typeTexts(node), ...textsIn(node.config)].some((text) =>
        holds(text, value),
      );
  }
}

const holds = (text: string, part: string) => text.toLowerCase().includes(part);

function typeTexts({ type }: PageChild): string[] {
  const name = nodeTypeOf(type)?.name;
  return name === undefined ? [type] : [type, name];
}

function isInState(state: string, node: PageChild, { problems, isUnreachable }: Standing): boolean {
  switch (state) {
    case 'invalid':
      return problems.length > 0;
    case 'error':
    case 'warning':
      return problems.some(({ severity }) => severity === state);
    case 'unreachable':
      return isUnreachable;
    case 'unconnected':
      return problems.some(({ code }) => code === 'unconnected-outcome');
    case 'page':
      return 'children' in node;
    case 'unknown':
      return nodeTypeOf(node.type) === undefined;
    case 'design-only':
      return isDesignOnly(node.type);
  }
  return false;
}

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
