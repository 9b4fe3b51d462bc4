import {
  isJsonObject,
  type JourneyTexts,
  type JsonObject,
  parseJson,
  withName,
} from '@journeyman/node-schemas';
import addDeviceFile from '../../../../journeys/AddPushDevice/AddPushDevice.journey.json?raw';
import addDeviceLayout from '../../../../journeys/AddPushDevice/AddPushDevice.layout.json?raw';
import passwordlessFile from '../../../../journeys/PasswordlessPush/PasswordlessPush.journey.json?raw';
import passwordlessLayout from '../../../../journeys/PasswordlessPush/PasswordlessPush.layout.json?raw';
import pushFile from '../../../../journeys/PushLogin/PushLogin.journey.json?raw';
import pushLayout from '../../../../journeys/PushLogin/PushLogin.layout.json?raw';
import { newDocument } from '../document/document-from.ts';
import { filesOf } from '../document/export-document.ts';

/** What a new journey begins with; its title and text are `library.starter.<id>` among the texts. */
export interface Starter {
  readonly id: 'empty' | 'push' | 'passwordless' | 'addDevice';
  /** Absent: an empty journey. */
  readonly texts?: { readonly file: string; readonly layout: string };
}

/** What a new journey may begin with, the most usual first. */
export const starters: readonly Starter[] = [
  { id: 'push', texts: { file: pushFile, layout: pushLayout } },
  { id: 'passwordless', texts: { file: passwordlessFile, layout: passwordlessLayout } },
  { id: 'addDevice', texts: { file: addDeviceFile, layout: addDeviceLayout } },
  { id: 'empty' },
];

/** The texts of a new journey of that name. Every node gets an id of its own. */
export function startedJourney(starter: Starter, name: string): JourneyTexts {
  if (starter.texts === undefined) {
    const { journey, layout } = filesOf(newDocument(name));
    return { file: journey, layout };
  }
  return copied(starter.texts, name);
}

/** The texts of a journey under another name. Every node gets an id of its own, since AM keeps nodes apart from journeys. */
export function copied({ file, layout }: JourneyTexts, name: string): JourneyTexts {
  const parsed = parseJson(file);
  if (parsed.status === 'refused' || !isJsonObject(parsed.value)) return { file, layout };
  const ids = idsIn(parsed.value);
  const fresh = (text: string) => ids.reduce((copy, { id, newId }) => copy.replaceAll(id, newId), text);
  const whole = JSON.stringify(withName(JSON.parse(fresh(file)), name));
  return { file: whole, layout: layout === null ? null : fresh(layout) };
}

/** Of nodes on the canvas and in pages. An id that is no UUID could also be a word of a text, and stays. */
function idsIn(exported: JsonObject): { id: string; newId: string }[] {
  const tree = isJsonObject(exported.tree) && isJsonObject(exported.tree.nodes) ? exported.tree.nodes : {};
  const inner = isJsonObject(exported.innerNodes) ? exported.innerNodes : {};
  return [...Object.keys(tree), ...Object.keys(inner)]
    .filter((id) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id))
    .map((id) => ({ id, newId: crypto.randomUUID() }));
}
