import type { CollectionFinding } from '@journeyman/node-schemas';
import { oneLine } from '@journeyman/node-schemas/one-line';
import { chooseJourneys, namesIn, noJourneyIn, realmIn, usualFolder } from '../choose-journeys.ts';
import type { Command } from '../commands.ts';
import type { ImportPlan, MissingJourney } from '../import-plan.ts';

const help = `journeyman import <path>… [--into journeys] [options]

Takes journeys into our own folder, <Name>/<Name>.journey.json with its layout, whatever tool wrote them: frodo, the
administration console, fr-config-manager, Amster, AM's file-based configuration, amtree, or a tree with its nodes in a list.

  <path>            files and folders, or - for standard input
  --into <folder>   the folder of journeys; ./journeys if it is not given
  --realm <realm>   the realm to import into, such as /alpha; the one that their folders tell if it is not given
  --journey <name>  only this one; may be given several times
  --overwrite       replaces journeys that are there and say something else
  --json            prints { "journeys": [], "missing": [], "findings": [] }

  journeyman import exports/allAlphaJourneys.journey.json --realm /alpha
  git show main:exports/Login.journey.json | journeyman import - --into journeys
`;

/** Takes journeys of any shape into our own folder. */
export const importCommand: Command = {
  summary: 'take journeys of any tool into our own folder',
  help,
  options: {
    into: { type: 'string' },
    realm: { type: 'string' },
    journey: { type: 'string', multiple: true },
    overwrite: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  operands: '<path>…',
  async run({ into = usualFolder, realm: given, journey, overwrite, json }, paths) {
    const realm = realmIn(given);
    const [{ journeysAt }, { missingInnerJourneys, planImport, writePlans }] = await Promise.all([
      import('../journeys-at.ts'),
      import('../import-plan.ts'),
    ]);
    const { journeys, findings } = await journeysAt(paths);
    if (journeys.length + findings.length === 0) throw noJourneyIn(paths);
    const chosen = chooseJourneys(journeys, namesIn(journey));
    const plans = await planImport(chosen, String(into), realm);
    const isRefused = overwrite !== true && plans.some(({ state }) => state === 'different');
    if (!isRefused) await writePlans(plans);
    const missing = await missingInnerJourneys(plans, String(into));
    await print({ plans, missing, findings, isRefused }, json === true);
    const isBad = isRefused || plans.some(({ fault }) => fault !== undefined);
    return isBad || findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

interface Result {
  readonly plans: readonly ImportPlan[];
  readonly missing: readonly MissingJourney[];
  readonly findings: readonly CollectionFinding[];
  readonly isRefused: boolean;
}

async function print({ plans, missing, findings, isRefused }: Result, asJson: boolean): Promise<void> {
  const [{ loadAllNodeTypes, unknownTypesOf }, { paint, table }, { findingsText }] = await Promise.all([
    import('@journeyman/node-schemas'),
    import('../terminal.ts'),
    import('../findings-text.ts'),
  ]);
  await loadAllNodeTypes();
  const journeys = plans.map(({ found, realm, state, fault }) => ({
    name: found.name,
    realm,
    shape: found.shape,
    nodes: found.journey.nodes.size,
    unknownTypes: unknownTypesOf(found.journey),
    file: found.file,
    result: fault ?? resultOf(state, isRefused),
  }));
  if (asJson) {
    console.log(JSON.stringify({ journeys, missing, findings }, null, 2));
    return;
  }
  process.stderr.write(findingsText(findings, paint(process.stderr)));
  if (journeys.length === 0) return;
  const rows = journeys.map(({ name, realm, shape, nodes, unknownTypes, result }) => [
    name,
    realm,
    shape,
    String(nodes),
    result,
    unknownTypes.join(' '),
  ]);
  const head = ['Journey', 'Realm', 'Shape', 'Nodes', 'Result', 'Unknown types'];
  process.stdout.write(table(head, rows, paint(process.stdout)));
  for (const { name, realm } of missing) {
    const journey = JSON.stringify(name);
    console.error(oneLine(`Journey ${journey} is run by an imported journey and is not in realm ${realm}.`));
  }
  if (isRefused) {
    const names = journeys.filter((_, index) => plans[index]?.state === 'different').map(({ name }) => name);
    console.error(oneLine(`Nothing was written: --overwrite is expected to replace ${names.join(', ')}.`));
  }
}

function resultOf(state: ImportPlan['state'], isRefused: boolean): string {
  if (state === 'same') return 'unchanged';
  if (isRefused) return state === 'different' ? 'there already, and different' : 'not written';
  return state === 'different' ? 'overwritten' : 'written';
}
