import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failureId, successId } from '@journeyman/node-schemas';

const samples = fileURLToPath(new URL('../../../journeys', import.meta.url));

/** Writes as many journeys into a folder: the samples in turn, each time under another name and with other ids. Gives their files. */
export function writeManyJourneys(folder: string, count: number): readonly string[] {
  const texts = readdirSync(samples)
    .map((name) => join(samples, name, `${name}.journey.json`))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'));
  return Array.from({ length: count }, (_, index) => {
    const name = `Journey${index}`;
    mkdirSync(join(folder, name), { recursive: true });
    const file = join(folder, name, `${name}.journey.json`);
    writeFileSync(file, renamed(texts[index % texts.length] ?? '', name));
    return file;
  });
}

function renamed(text: string, name: string): string {
  const ids = new Map([successId, failureId].map((id) => [id, id]));
  const withIds = text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    const other = ids.get(id) ?? randomUUID();
    ids.set(id, other);
    return other;
  });
  const journey = JSON.parse(withIds);
  return `${JSON.stringify({ ...journey, tree: { ...journey.tree, _id: name } }, null, 2)}\n`;
}
