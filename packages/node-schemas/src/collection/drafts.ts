import { noJourney } from '../journey/known-shapes.ts';
import { lostDigits } from '../journey/lost-digits.ts';
import { parseJson } from '../journey/parse-json.ts';
import { positionAt } from '../journey/position.ts';
import { repeatedKeys } from '../journey/repeated-keys.ts';
import { isJsonObject, type Json } from '../json.ts';
import { amsterDrafts } from './amster.ts';
import type { CollectionFinding, SourceFile } from './collection.ts';
import { configManagerDrafts } from './config-manager.ts';
import type { Draft, JsonFile } from './draft.ts';
import { fileBasedDrafts } from './file-based.ts';
import { draftsInFile } from './whole-file.ts';

/** What files hold before journeys are checked for being such. */
export interface Drafts {
  /** In the order of the files of their trees. */
  readonly drafts: readonly Draft[];
  /** Files that hold a JSON object and have no part in a journey. */
  readonly others: readonly JsonFile[];
  /** Files that are no JSON, those that cannot be kept as they are, whose journeys are left out, and keys that a file has twice. */
  readonly findings: readonly CollectionFinding[];
}

/** Finds the journeys in files, whatever tool wrote them. */
export function draftsIn(files: readonly SourceFile[]): Drafts {
  const texts = new Map(files.map((file) => [file.path, file]));
  const { json, findings } = parsed(files);
  const split = [...configManagerDrafts(json, texts), ...amsterDrafts(json), ...fileBasedDrafts(json, texts)];
  const taken = new Set(split.flatMap((draft) => draft.files));
  const layouts = new Map(json.filter(({ path }) => isLayout(path)).map((file) => [file.path, file]));
  const whole = json
    .filter(({ path }) => !taken.has(path) && !isLayout(path))
    .flatMap((file) => draftsInFile(file, layouts));
  const order = new Map(files.map(({ path }, index) => [path, index]));
  const drafts = [...split, ...whole].sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0));
  const used = new Set(drafts.flatMap((draft) => draft.files));
  const losses = files.flatMap((file) => (used.has(file.path) ? lossesIn(file) : []));
  const lossy = new Set(losses.map(({ file }) => file));
  return {
    drafts: drafts.filter((draft) => !draft.files.some((file) => lossy.has(file))),
    others: json.filter(({ path }) => !used.has(path)),
    findings: [
      ...findings,
      ...losses,
      ...json.filter(({ path }) => used.has(path) || isSettings(path)).flatMap(twice),
    ],
  };
}

/** What of a file could not be written back as it is: numbers of a JSON, and bytes of a script. */
function lossesIn({ path, text }: SourceFile): readonly CollectionFinding[] {
  if (isJson(path)) return lostDigits(text).map((finding) => ({ ...finding, file: path, severity: 'error' }));
  const unreadable = text.indexOf('\0');
  const message = 'This is not text in UTF-8, which is expected.';
  return unreadable === -1
    ? []
    : [{ ...positionAt(text, unreadable), file: path, severity: 'error', message }];
}

function twice({ path, text, value }: JsonFile): readonly CollectionFinding[] {
  return repeatedKeys(text, value).map((finding) => ({ ...finding, file: path, severity: 'warning' }));
}

function parsed(files: readonly SourceFile[]): {
  readonly json: readonly JsonFile[];
  readonly findings: readonly CollectionFinding[];
} {
  const findings: CollectionFinding[] = [];
  const isMeant = meantAsJourneys(files);
  const json = files.flatMap(({ path, text }): JsonFile[] => {
    if (!isJson(path)) return [];
    const result = parseJson(text);
    if (result.status === 'refused') {
      findings.push({ ...result.finding, file: path, severity: isLayout(path) ? 'warning' : 'error' });
      return [];
    }
    if (isJsonObject(result.value)) return [{ path, text, value: result.value }];
    if (isMeant(path)) findings.push(stranger(path, result.value));
    return [];
  });
  return { json, findings };
}

/** Tells which files are named like a journey, came alone, or were chosen themselves and are not kept beside journeys. */
export function meantAsJourneys(files: readonly SourceFile[]): (path: string) => boolean {
  const chosen = new Set(
    files.flatMap(({ path, isChosen }) => (isChosen && !isSettings(path) && !isLayout(path) ? path : [])),
  );
  return (path) => path.endsWith('.journey.json') || files.length === 1 || chosen.has(path);
}

/** What is told of a file that is meant as a journey and is none. */
export function stranger(path: string, value: Json): CollectionFinding {
  return { file: path, line: 1, column: 1, severity: 'error', message: noJourney(value) };
}

/** Standard input is `-`. Settings of other tools may have comments, and are none of ours. */
function isJson(path: string): boolean {
  const name = path.split('/').at(-1) ?? '';
  return (
    path === '-' ||
    (/\.json$/i.test(name) && !/^(?:package|package-lock|tsconfig.*|jsconfig|biome)\.json$/.test(name))
  );
}

const isSettings = (path: string) => /(?:^|\/)(?:policy|realm)\.json$/.test(path);

const isLayout = (path: string) => path.endsWith('.layout.json');
