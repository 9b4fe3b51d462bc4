import { textOfBase64 } from '../base64.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/**
 * The source of a script of an export: its `script` is a JSON string in a string, as frodo writes it, a list of lines, base64,
 * as AM answers, or the bare source. Undefined for anything else.
 */
export function scriptSource(script: Json | undefined): string | undefined {
  if (Array.isArray(script)) {
    return script.every((line) => typeof line === 'string') ? script.join('\n') : undefined;
  }
  if (typeof script !== 'string') return undefined;
  return textOfJson(script) ?? textOfBase64(script) ?? script;
}

/** An export whose scripts are lists of lines, so that a change of a script shows as changed lines. */
export function withScriptLines(exported: JsonObject): JsonObject {
  return withScripts(exported, (source) => source.split('\n'));
}

/** An export whose scripts are JSON strings in strings, as frodo and AM's console expect them. */
export function withScriptTexts(exported: JsonObject): JsonObject {
  return withScripts(exported, (source) => JSON.stringify(source));
}

function withScripts(exported: JsonObject, write: (source: string) => Json): JsonObject {
  if (!isJsonObject(exported.scripts)) return exported;
  const scripts = Object.entries(exported.scripts).map(([id, script]) => {
    const source = isJsonObject(script) ? scriptSource(script.script) : undefined;
    return [
      id,
      source === undefined || !isJsonObject(script) ? script : { ...script, script: write(source) },
    ];
  });
  return { ...exported, scripts: Object.fromEntries(scripts) };
}

function textOfJson(script: string): string | undefined {
  if (!script.startsWith('"')) return undefined;
  try {
    const text: unknown = JSON.parse(script);
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}
