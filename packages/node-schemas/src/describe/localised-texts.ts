import type { SurveyedChild } from '../checks/survey.ts';
import { isPlaceholder } from '../config/placeholder.ts';
import { isJsonObject } from '../json.ts';

/** A property of a node that holds a text for people, in the locales that the file has. */
export interface LocalisedText {
  readonly title: string;
  /** The name of the node. */
  readonly nodeName: string;
  /** In the order of the locales. */
  readonly byLocale: ReadonlyMap<string, string>;
  /** What is said where the file has nothing. */
  readonly builtIn: string | undefined;
}

/** The texts of a node, those of the nodes on it not among them. */
export function localisedTexts({ node, type }: SurveyedChild): readonly LocalisedText[] {
  return Object.entries(type?.config.properties ?? {})
    .filter(([property]) => isLocalised(type, property) && !isPlaceholder(node.config[property]))
    .map(([property, schema]) => {
      const { title = property, placeholderText: builtIn } = schema as TextSchema;
      const value = node.config[property];
      const texts = Object.entries(isJsonObject(value) ? value : {}).map(
        ([locale, text]) => [locale, String(text)] as const,
      );
      const byLocale = new Map(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
      return { title, nodeName: node.displayName, byLocale, builtIn };
    });
}

/** Whether a property of a type holds texts by locale. */
export function isLocalised(type: SurveyedChild['type'], property: string): boolean {
  const schema: TextSchema | undefined = type?.config.properties[property];
  return schema?.format === 'locale-map';
}

interface TextSchema {
  readonly format?: string;
  readonly title?: string;
  readonly placeholderText?: string;
}
