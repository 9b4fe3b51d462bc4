import { defaultOf, type Json, type JsonObject, type NodeType, type Unit } from '@journeyman/node-schemas';
import { t } from '../texts/t.ts';

/** As much as fits beside the icon of a card; the rest of a longer part is cut off by the card. */
const charactersPerLine = 34;
const mostParts = 4;

/** At most two lines on what of a node's configuration matters: what is known to, and what differs from its default. */
export function summaryLines(type: NodeType, config: JsonObject): readonly string[] {
  const schemas = Object.entries(type.config.properties as Readonly<Record<string, Annotated>>);
  const always = telling[type.id] ?? [];
  const isSaid = ([key, schema]: readonly [string, Annotated]) =>
    always.includes(key) || (!unsaid.has(schema.format ?? '') && differs(config[key], schema));
  const order = ([key]: readonly [string, Annotated]) =>
    always.includes(key) ? always.indexOf(key) : always.length;
  const parts = schemas
    .filter(isSaid)
    .sort((a, b) => order(a) - order(b))
    .map(([key, schema]) => partOf(type.id, key, schema, config[key]))
    .filter((part) => part !== undefined);
  return inLines(parts.slice(0, mostParts));
}

/** What of a property's schema decides how its value is said. */
interface Annotated {
  readonly title?: string;
  readonly type?: string;
  readonly format?: string;
  readonly unit?: Unit;
  readonly enum?: readonly string[];
  readonly enumTitles?: readonly string[];
  readonly default?: unknown;
}

/** The properties that are said even at their default, most telling first. */
const telling: Readonly<Record<string, readonly string[]>> = {
  PushRegistrationNode: ['issuer', 'timeout', 'generateRecoveryCodes'],
  PushAuthenticationSenderNode: ['messageTimeout', 'pushType'],
  PushWaitNode: ['secondsToWait', 'exitMessage'],
  PollingWaitNode: ['secondsToWait'],
  RetryLimitDecisionNode: ['retryLimit'],
  MultiFactorRegistrationOptionsNode: ['mandatory'],
  DeviceProfileCollectorNode: ['deviceMetadata', 'deviceLocation'],
  AuthLevelDecisionNode: ['authLevelRequirement'],
  ModifyAuthLevelNode: ['authLevelIncrement'],
  RecoveryCodeCollectorDecisionNode: ['recoveryCodeType'],
  AccountLockoutNode: ['lockAction'],
  MessageNode: ['message'],
  ChoiceCollectorNode: ['prompt', 'choices'],
};

/** Yes and no in words that say more than the property's title with "on" and "off". */
const flags: Readonly<Record<string, { readonly yes: string; readonly no: string }>> = {
  'PushRegistrationNode.generateRecoveryCodes': {
    yes: 'canvas.summary.recoveryCodesOn',
    no: 'canvas.summary.recoveryCodesOff',
  },
  'PushAuthenticationSenderNode.mandatory': {
    yes: 'canvas.summary.noSkipping',
    no: 'canvas.summary.skipping',
  },
  'MultiFactorRegistrationOptionsNode.mandatory': {
    yes: 'canvas.summary.noSkipping',
    no: 'canvas.summary.skippingAndOptOut',
  },
  'DeviceProfileCollectorNode.deviceMetadata': {
    yes: 'canvas.summary.metadataOn',
    no: 'canvas.summary.metadataOff',
  },
  'DeviceProfileCollectorNode.deviceLocation': {
    yes: 'canvas.summary.locationOn',
    no: 'canvas.summary.locationOff',
  },
};

/** Formats whose values say little in a line, or are not to be seen. */
const unsaid: ReadonlySet<string> = new Set([
  'color',
  'url',
  'page-children',
  'journey',
  'script',
  'password',
]);

function differs(value: Json | undefined, schema: Annotated): boolean {
  return value !== undefined && JSON.stringify(value) !== JSON.stringify(defaultOf(schema));
}

function partOf(type: string, key: string, schema: Annotated, given: Json | undefined): string | undefined {
  const value = given ?? (defaultOf(schema) as Json | undefined);
  const title = schema.title ?? key;
  if (typeof value === 'boolean') return flagText(flags[`${type}.${key}`], title, value);
  if (typeof value === 'number') return amount(value, schema.unit, title);
  if (typeof value === 'string') return textOf(value, schema, title);
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(String).join(', ');
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value as JsonObject);
  if (schema.format === 'pairs') return entries.map(([name]) => name).join(', ') || undefined;
  const text = entries.find(([locale]) => locale === 'en') ?? entries[0];
  return typeof text?.[1] === 'string' ? `“${text[1]}”` : undefined;
}

function flagText(words: { yes: string; no: string } | undefined, name: string, value: boolean): string {
  if (words !== undefined) return t(value ? words.yes : words.no);
  return value ? t('canvas.summary.on', { name }) : t('canvas.summary.off', { name });
}

function textOf(value: string, schema: Annotated, name: string): string | undefined {
  if (value === '') return undefined;
  const choice = schema.enum?.indexOf(value) ?? -1;
  if (choice >= 0) return schema.enumTitles?.[choice] ?? value;
  const count = Number(value);
  return schema.unit === undefined || Number.isNaN(count) ? value : amount(count, schema.unit, name);
}

function amount(count: number, unit: Unit | undefined, name: string): string {
  switch (unit) {
    case 'milliseconds':
      return count % 1000 === 0
        ? t('canvas.summary.seconds', { amount: count / 1000 })
        : t('canvas.summary.milliseconds', { amount: count });
    case 'seconds':
      return t('canvas.summary.seconds', { amount: count });
    case 'minutes':
      return t('canvas.summary.minutes', { amount: count });
    case 'kilobytes':
      return t('canvas.summary.kilobytes', { amount: count });
    case 'attempts':
      return count === 1 ? t('canvas.summary.attempt') : t('canvas.summary.attempts', { amount: count });
    case 'level':
      return t('canvas.summary.level', { amount: count });
    case 'characters':
      return t('canvas.summary.characters', { amount: count });
    case undefined:
      return t('canvas.summary.named', { name, value: count });
  }
}

function inLines(parts: readonly string[]): readonly string[] {
  const [first, ...rest] = parts;
  if (first === undefined) return [];
  const one = [first];
  while (rest[0] !== undefined && [...one, rest[0]].join(' · ').length <= charactersPerLine) {
    one.push(rest[0]);
    rest.shift();
  }
  return rest.length === 0 ? [one.join(' · ')] : [one.join(' · '), rest.join(' · ')];
}
