import { inOrder, survey } from '../checks/survey.ts';
import type { Collection, FoundJourney } from '../collection/collection.ts';
import { innerJourneysOf } from '../collection/inner-journeys.ts';
import { objectOf } from '../diff/comparable.ts';
import { mermaid } from '../draw/mermaid.ts';
import { escaped } from '../markdown.ts';
import { nodeTypesById } from '../nodes/index.ts';
import { localeLines } from './locales.ts';
import { nodeLines } from './node-settings.ts';
import { promptLines } from './prompts.ts';
import { referencesOf } from './references.ts';
import { scriptNames } from './script-references.ts';
import { summary } from './summary.ts';
import { thingLines } from './used-things.ts';

/** What a journey is described among: the others, for what it runs and who runs it, and the settings of realms. */
export type Surroundings = Pick<Collection, 'journeys' | 'realms'>;

/**
 * A journey as a Markdown page for people: what it does, a picture, what it asks, its settings, what it uses and who uses it. Says
 * nothing of ids and places, has one line for each thing and leaves out empty sections, so that a small change of the journey is a
 * small change of the page.
 */
export function describeJourney(found: FoundJourney, { journeys, realms }: Surroundings): string {
  const inRealm = new Map(
    journeys.filter(({ realm }) => realm === found.realm).map((each) => [each.name, each]),
  );
  const configuration = realms.get(found.realm);
  const services = objectOf(configuration?.services);
  const surveyed = survey(found.journey, {
    journeys: new Map([...inRealm].map(([name, { journey }]) => [name, journey])),
    services: new Set(Object.keys(services)),
    types: nodeTypesById,
  });
  const nodes = inOrder(surveyed);
  const scripts = scriptNames([...journeys, found].map(({ exported }) => exported));
  const references = referencesOf(found, scripts);
  const isDefault = configuration?.defaultJourney === found.name;
  const blocks = [
    `# ${escaped(found.name)}`,
    escaped(found.journey.description),
    summary(surveyed, found.realm),
    `\`\`\`mermaid\n${mermaid(found.journey)}\`\`\``,
    ...section('Prompts', promptLines(nodes)),
    ...section('Nodes', nodeLines(nodes, scripts)),
    ...section(
      'Services',
      thingLines(references, 'service', (name) =>
        configuration === undefined || Object.hasOwn(services, name)
          ? undefined
          : 'the realm does not have it',
      ),
    ),
    ...section(
      'Inner journeys',
      thingLines(references, 'journey', (name) => remarkOn(inRealm.get(name))),
    ),
    ...section(
      'Scripts',
      thingLines(references, 'script', (id) => (scripts.has(id) ? undefined : notHere)),
    ),
    ...section('E-mail templates', thingLines(references, 'e-mail template')),
    ...section('Themes', thingLines(references, 'theme')),
    ...section('State keys', thingLines(references, 'state key')),
    ...section('Session properties', thingLines(references, 'session property')),
    ...section('Locales', localeLines(nodes)),
    ...section('Used by', [
      ...(isDefault ? ['- the realm, as its default journey'] : []),
      ...callerLines(found.name, [...inRealm.values()]),
    ]),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];

const notHere = 'not among these files';

function remarkOn(inner: FoundJourney | undefined): string | undefined {
  if (inner === undefined) return notHere;
  return inner.journey.enabled ? undefined : 'switched off';
}

/** The journeys that run another, each with the nodes that do. */
function callerLines(name: string, others: readonly FoundJourney[]): readonly string[] {
  return others
    .filter(({ journey }) => innerJourneysOf(journey).includes(name))
    .map((other) => {
      const uses = referencesOf(other, new Map()).filter(({ kind, id }) => kind === 'journey' && id === name);
      return `- **${escaped(other.name)}**: ${escaped(uses.map(({ by }) => by.name).join(', '))}`;
    })
    .sort();
}
