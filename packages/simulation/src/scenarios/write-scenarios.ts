import { Document, isCollection, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { ScenarioWords } from './scenario-schema.ts';

/** What reads better in one line. */
const onOneLine: readonly unknown[] = ['enter', 'devices', 'recoveryCodes', 'phone', 'services', 'session'];

/** The text of a file of scenarios, which are numbered where several have one name. */
export function writeScenarios(scenarios: readonly ScenarioWords[]): string {
  const taken = new Set<string>();
  return scenarios.map((each) => textOf(withOwnName(each, taken))).join('\n');
}

/** A scenario under a name that is not taken yet; thereafter it is. */
function withOwnName(words: ScenarioWords, taken: Set<string>): ScenarioWords {
  let scenario = words.scenario;
  for (let number = 2; taken.has(scenario); number += 1) scenario = `${words.scenario} (${number})`;
  taken.add(scenario);
  return { ...words, scenario };
}

function textOf(scenario: ScenarioWords): string {
  const document = new Document([plain(scenario)]);
  visit(document, {
    Pair(_, { key, value }) {
      if (isScalar(key) && isCollection(value) && onOneLine.includes(key.value)) value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, singleQuote: true });
}

/** A file's text with one more scenario at its end, numbered where its name is taken; what is there stays as it is written. */
export function appendScenario(text: string, scenario: ScenarioWords): string {
  const document = parseDocument(text);
  const { contents } = document;
  const names = isSeq(contents) ? contents.items.map((each) => isMap(each) && each.get('scenario')) : [];
  const added = textOf(withOwnName(scenario, new Set(names.map(String))));
  if (!isSeq(contents) || !contents.flow) return text.trim() === '' ? added : `${text.trimEnd()}\n\n${added}`;
  contents.flow = false;
  return contents.items.length === 0 ? added : `${document}\n${added}`;
}

/** `true` and `false` are outcomes of most decisions, and need no quotes: they are read as the text that they are. */
function plain({ expect, ...scenario }: ScenarioWords) {
  const path = expect?.path?.map((entry) =>
    Object.fromEntries(
      Object.entries(entry).map(([node, outcome]) => [
        node,
        outcome === 'true' || outcome === 'false' ? outcome === 'true' : outcome,
      ]),
    ),
  );
  return { ...scenario, ...(expect && { expect: { ...expect, ...(path && { path }) } }) };
}
