import { writeFile } from 'node:fs/promises';
import { appendScenario, proposeScenarios, type ScenarioWords, writeScenarios } from '@journeyman/simulation';
import type { Passes } from './run-suites.ts';
import type { Suite } from './suites.ts';

/** Scenarios that take outcomes which `passes` leave out. Whether what they expect is right is for a person to say. */
export async function proposalsFor(
  { found, journeys }: Suite,
  passes: Passes,
): Promise<readonly ScenarioWords[]> {
  const { scenarios } = await proposeScenarios({ journey: found.journey, journeys, covered: passes });
  return scenarios;
}

/** Proposals as text, below the name of the file that they are for. */
export function proposalsText({ file }: Suite, proposals: readonly ScenarioWords[]): string {
  return `# ${file}\n\n${writeScenarios(proposals)}`;
}

/** Puts proposals at the end of a journey's scenarios. */
export async function appendProposals(
  { file, text = '' }: Suite,
  proposals: readonly ScenarioWords[],
): Promise<void> {
  await writeFile(file, proposals.reduce(appendScenario, text));
}
