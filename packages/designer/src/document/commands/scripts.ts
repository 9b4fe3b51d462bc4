import { isJsonObject, type Json, type JsonObject } from '@journeyman/node-schemas';
import type { Command, Refusal } from '../command.ts';
import type { Exported, JourneyDocument } from '../journey-document.ts';
import { ownValue } from '../lookup.ts';
import { isRefusal, refuse } from '../refuse.ts';
import { configure } from './configure.ts';

/** A script that is to be made, and the property of a node that is to name it. */
export interface NewScript {
  /** A UUID that is not in use. */
  readonly id: string;
  readonly name: string;
  /** AM's word for the kind of node that runs it, such as `SCRIPTED_DECISION_NODE`. */
  readonly context: string;
  readonly source: string;
  readonly nodeId: string;
  readonly property: string;
}

/** The scripts that an export carries, by id. */
export function scriptsOf(exported: Exported): Readonly<Record<string, JsonObject>> {
  return Object.fromEntries(
    Object.entries(partOf(exported)).filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1])),
  );
}

const partOf = ({ scripts }: Exported): JsonObject => (isJsonObject(scripts) ? scripts : {});

/** Adds a script to the journey's file, of the newest kind, and has a node run it. */
export function addScript(document: JourneyDocument, script: NewScript): Command | Refusal {
  const { id, name, context, source, nodeId, property } = script;
  const chosen = configure(document, nodeId, property, id);
  if (isRefusal(chosen)) return chosen;
  return {
    label: { key: 'command.addScript', values: { name } },
    apply(draft) {
      chosen.apply(draft);
      draft.exported.scripts = {
        ...partOf(document.exported),
        [id]: {
          _id: id,
          name,
          description: '',
          script: source.split('\n'),
          language: 'JAVASCRIPT',
          context,
          evaluatorVersion: '2.0',
        },
      };
    },
  };
}

/** Gives a script another source, which is stored as a list of lines. */
export function setScriptSource(document: JourneyDocument, id: string, source: string): Command | Refusal {
  return changed(document, id, 'script', source.split('\n'), 'command.editScript');
}

/** Gives a script another name. */
export function renameScript(document: JourneyDocument, id: string, name: string): Command | Refusal {
  const trimmed = name.trim();
  if (trimmed === '') return refuse('emptyName');
  const namesake = Object.entries(scriptsOf(document.exported)).find(
    ([other, script]) => other !== id && script.name === trimmed,
  );
  if (namesake !== undefined) return refuse('scriptNameTaken', { name: trimmed });
  return changed(document, id, 'name', trimmed, 'command.renameScript');
}

function changed(
  { exported }: JourneyDocument,
  id: string,
  key: 'script' | 'name',
  value: Json,
  label: string,
): Command | Refusal {
  const script = ownValue(scriptsOf(exported), id);
  if (script === undefined) return refuse('scriptIsGone');
  return {
    label: { key: label, values: { name: typeof script.name === 'string' ? script.name : id } },
    coalesce: `script:${id}:${key}`,
    apply(draft) {
      draft.exported.scripts = { ...partOf(exported), [id]: { ...script, [key]: value } };
    },
  };
}
