import { visit } from 'jsonc-parser';
import { isJsonObject, type Json } from '../json.ts';
import type { FileFinding } from './parse-json.ts';

/** The keys of a JSON text that are in one object twice, of which a reader takes the last; `value` is what the text holds. */
export function repeatedKeys(text: string, value: Json): readonly FileFinding[] {
  // A value has each key once. To count takes a fraction of what it takes to look at them one by one.
  return keysWritten(text) > keysHeld(value) ? keysTwice(text) : [];
}

/** As people and tools write them, with a blank before the colon or none. A text that begins with a colon counts as well. */
function keysWritten(text: string): number {
  let count = 0;
  for (let colon = text.indexOf(':'); colon !== -1; colon = text.indexOf(':', colon + 1)) {
    const quote = text.charCodeAt(colon - 1) === 0x20 ? colon - 2 : colon - 1;
    if (text.charCodeAt(quote) === 0x22 && text.charCodeAt(quote - 1) !== 0x5c) count++;
  }
  return count;
}

function keysHeld(value: Json): number {
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += keysHeld(item);
  } else if (isJsonObject(value)) {
    // A list of the keys would take as long again, and most values are no objects.
    for (const key in value) {
      const part = value[key] ?? null;
      count += typeof part === 'object' ? 1 + keysHeld(part) : 1;
    }
  }
  return count;
}

function keysTwice(text: string): readonly FileFinding[] {
  const findings: FileFinding[] = [];
  const objects: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void objects.push(new Set()),
    onObjectEnd: () => void objects.pop(),
    onObjectProperty(key, _offset, _length, line, column) {
      const keys = objects.at(-1);
      if (keys?.has(key)) {
        const message = `${JSON.stringify(key)} is in this object a second time, and this one holds; each key once is expected.`;
        findings.push({ line: line + 1, column: column + 1, message });
      }
      keys?.add(key);
    },
  });
  return findings;
}
