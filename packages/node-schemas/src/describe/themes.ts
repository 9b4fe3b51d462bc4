import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Reference } from './reference.ts';

/** The names of the themes that an export carries, by id. */
export function themeNames(exported: JsonObject): ReadonlyMap<string, string> {
  return new Map(themesIn(exported).map(({ id, name }) => [id, name]));
}

/** The id of the theme that a page chooses by its stage: `{"themeId":"…"}` or the older `themeId=…`. */
export function themeOf(stage: string): string | undefined {
  const older = /^themeId=(\S+)$/.exec(stage)?.[1];
  if (older !== undefined || !stage.startsWith('{')) return older;
  try {
    const { themeId } = JSON.parse(stage) as JsonObject;
    return typeof themeId === 'string' ? themeId : undefined;
  } catch {
    return undefined;
  }
}

/** The themes of an export that name a journey as one of theirs. */
export function linkedThemes(exported: JsonObject, journey: string): readonly Reference[] {
  return themesIn(exported)
    .filter(({ linkedTrees }) => Array.isArray(linkedTrees) && linkedTrees.includes(journey))
    .map(({ id, name, index }) => ({
      kind: 'theme',
      id,
      name,
      how: 'chooses',
      by: { type: 'journey', id: journey, name: journey },
      path: ['themes', index],
    }));
}

interface Theme {
  readonly id: string;
  readonly name: string;
  readonly linkedTrees: Json | undefined;
  readonly index: number;
}

function themesIn({ themes }: JsonObject): Theme[] {
  return (Array.isArray(themes) ? themes : []).flatMap((theme: Json, index): Theme[] => {
    if (!isJsonObject(theme) || typeof theme._id !== 'string') return [];
    const { _id: id, name, linkedTrees } = theme;
    return [{ id, name: typeof name === 'string' ? name : id, linkedTrees, index }];
  });
}
