import { type Journey, type JsonObject, nodeTypeOf, type PageChild } from '@journeyman/node-schemas';
import { propertiesOf } from '../inspector/fields/property-schema.ts';

/** A property of a node that names a script. */
export interface ScriptUse {
  readonly node: PageChild;
  /** The key of the property. */
  readonly property: string;
  /** The id of the script; AM's `[Empty]`, or nothing, where none is chosen. */
  readonly scriptId: string;
}

/** Every property of the nodes of a journey, in pages too, that names a script. */
export function scriptUses({ nodes }: Journey): readonly ScriptUse[] {
  return [...nodes.values()].flatMap((node) => [node, ...(node.children ?? [])]).flatMap(usesOf);
}

/** The properties of a node that name a script. */
export function usesOf(node: PageChild): readonly ScriptUse[] {
  const type = nodeTypeOf(node.type);
  if (type === undefined) return [];
  return propertiesOf(type).flatMap(({ name, schema }) => {
    const value = Object.hasOwn(node.config, name) ? node.config[name] : undefined;
    return schema.format === 'script'
      ? [{ node, property: name, scriptId: typeof value === 'string' ? value : '' }]
      : [];
  });
}

/** What people call a script: its name, or its id where it has none. */
export function scriptName(id: string, script: JsonObject | undefined): string {
  return typeof script?.name === 'string' && script.name !== '' ? script.name : id;
}

/** The language of a script, as it is written. */
export function languageOf({ language }: JsonObject): 'JavaScript' | 'Groovy' {
  return language === 'GROOVY' ? 'Groovy' : 'JavaScript';
}

/** AM's word for what runs a script that is chosen in a node of this type. */
export function contextFor(type: string): string {
  return contexts[type] ?? 'AUTHENTICATION_TREE_DECISION_NODE';
}

const contexts: Readonly<Record<string, string>> = {
  ScriptedDecisionNode: 'SCRIPTED_DECISION_NODE',
  ConfigProviderNode: 'CONFIG_PROVIDER_NODE',
  OidcNode: 'SOCIAL_IDP_PROFILE_TRANSFORMATION',
  SocialProviderHandlerNode: 'SOCIAL_IDP_PROFILE_TRANSFORMATION',
  SocialProviderHandlerNodeV2: 'SOCIAL_IDP_PROFILE_TRANSFORMATION',
  PingOneVerifyCompletionDecisionNode: 'PINGONE_VERIFY_COMPLETION_DECISION_NODE',
};

/** What a new script begins with: the way that it decides for, where its node lets it decide. */
export function firstSource(context: string, outcome: string | undefined): string {
  return context === 'SCRIPTED_DECISION_NODE'
    ? `// One of the node’s outcomes.\naction.goTo(${JSON.stringify(outcome ?? 'true')});\n`
    : '';
}
