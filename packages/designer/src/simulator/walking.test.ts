import { failureId, type Journey, type JourneyNode, successId } from '@journeyman/node-schemas';
import { recordScenario } from '@journeyman/simulation';
import { beforeEach, describe, expect, it } from 'vitest';
import { connectionId } from '../canvas/connection-id.ts';
import { journeyOf, nodeOf } from '../outline/journey.builder.ts';
import '../texts/simulator.ts';
import { answersOf, filledInBy, personIn } from './answers.ts';
import { changesLine } from './changes-line.ts';
import { keptMarks } from './kept-marks.ts';
import { keptRows } from './kept-rows.ts';
import { timeLeftMs } from './moments.ts';
import { pathOverlay } from './path-overlay.ts';
import { differenceWords } from './row-words.ts';
import { resetSimulator, useSimulator } from './simulator-store.ts';
import { divergentRow, type Visit, type WalkRow, walkRows } from './visits.ts';
import {
  canGoBack,
  changeJourneys,
  changeWorld,
  goBack,
  goBackTo,
  perform,
  runTime,
  runTo,
  skipAhead,
  startWalk,
  stepAhead,
  toggleStop,
} from './walking.ts';

const words = { waits: 'waits', broke: 'breaks off', differs: 'differs' };

/** Asks for a name, then for a password, and checks both. */
function login(different: Partial<Journey> = {}): ReadonlyMap<string, Journey> {
  const journey = journeyOf(
    [
      nodeOf('Name', { outcome: 'Password' }, { type: 'UsernameCollectorNode' }),
      nodeOf('Password', { outcome: 'Check' }, { type: 'PasswordCollectorNode' }),
      nodeOf('Check', { true: successId, false: failureId }, { type: 'DataStoreDecisionNode' }),
    ],
    different,
  );
  return new Map([[journey.name, journey]]);
}

function rows(): readonly WalkRow[] {
  const { steps, journeys } = useSimulator.getState();
  return walkRows(steps, journeys);
}

const told = () =>
  rows().map((row) =>
    row.kind === 'visit'
      ? `${row.number} ${row.name} ${row.outcomeName ?? row.standing}`
      : row.kind === 'end'
        ? row.end.status
        : row.act.type,
  );

const visit = (number: number) =>
  rows().find((row): row is Visit => row.kind === 'visit' && row.number === number);

/** Sends what is asked, filled in by the made-up user. */
async function sendAsDemo(): Promise<void> {
  const { asked, now } = useSimulator.getState();
  const person = now && personIn(now.world, undefined);
  if (asked === null || !person) throw new Error('Nothing is asked.');
  await perform({ type: 'answer', answers: answersOf(asked, filledInBy(person, asked, false)) });
}

beforeEach(async () => {
  resetSimulator();
  await startWalk('Login', login(), {});
});

describe('a walk', () => {
  it('counts the nodes that it comes to, and ends as the journey does', async () => {
    expect(told()).toEqual(['1 Name waits']);
    await sendAsDemo();
    await sendAsDemo();
    expect(told()).toEqual(['1 Name Outcome', '2 Password Outcome', '3 Check True', 'success']);
  });

  it('tells what a node wrote and asked of services, without the password', async () => {
    await sendAsDemo();
    await sendAsDemo();
    expect(visit(1) && changesLine(visit(1) as Visit)).toBe('+ username');
    expect(visit(2) && changesLine(visit(2) as Visit)).toBe('+ password (transient)');
    expect(visit(3)?.calls.map(({ text }) => text)).toContain('would check the password of demo');
    expect(JSON.stringify(visit(3)?.calls)).not.toContain('Ch4ng31t!');
  });

  it('says why something cannot be done, and goes on as if it had not been tried', async () => {
    await perform({ type: 'approve' });
    expect(useSimulator.getState().complaint).toBe('There is no push on the phone to answer.');
    expect(told()).toEqual(['1 Name waits']);
  });

  it('goes back to what a person did last, and to any step', async () => {
    expect(canGoBack(useSimulator.getState())).toBe(false);
    await sendAsDemo();
    await sendAsDemo();
    await goBack();
    expect(told()).toEqual(['1 Name Outcome', '2 Password waits']);
    await sendAsDemo();
    await goBackTo(visit(1)?.step ?? -1);
    expect(told()).toEqual(['1 Name waits']);
  });

  it('is done once more after an edit, says where it differs, and is whole again once that is undone', async () => {
    await sendAsDemo();
    await sendAsDemo();
    const edited = login();
    const nodes = new Map(edited.get('Login')?.nodes);
    nodes.set('Name', nodeOf('Name', { outcome: 'Check' }, { type: 'UsernameCollectorNode' }));
    await changeJourneys('Login', login({ nodes }));
    const { divergence } = useSimulator.getState();
    expect(divergence?.recorded.passes.map(({ displayName }) => displayName)).toEqual(['Name', 'Password']);
    const differs = divergence && divergentRow(rows(), divergence);
    expect(differs).toMatchObject({ name: 'Check' });
    await changeJourneys('Login', login());
    expect(useSimulator.getState().divergence).toBeNull();
    expect(told().at(-1)).toBe('success');
  });

  it('says so where nothing but the end differs', async () => {
    await sendAsDemo();
    await sendAsDemo();
    const nodes = new Map(login().get('Login')?.nodes);
    nodes.set('Check', { ...(nodes.get('Check') as JourneyNode), connections: { true: failureId } });
    await changeJourneys('Login', login({ nodes }));
    const { divergence, journeys } = useSimulator.getState();
    const differs = divergence && divergentRow(rows(), divergence);
    expect(differs).toMatchObject({ kind: 'end', end: { status: 'failure' } });
    expect(divergence && differenceWords(divergence, journeys)).toBe(
      'The way differs here since the edit. Before: the walk ended in success.',
    );
    const painted = pathOverlay(
      { rows: rows(), journey: 'Login', divergent: differs ?? undefined, stops: new Set() },
      words,
    );
    expect(painted.connections.get(connectionId({ nodeId: 'Check', outcome: 'true' }))).toEqual({
      tone: 'changed',
      badges: ['differs'],
    });
  });

  it('is done once more in another world', async () => {
    await sendAsDemo();
    await sendAsDemo();
    await changeWorld({ users: { demo: { password: 'another' } } });
    expect(told()).toEqual(['1 Name Outcome', '2 Password Outcome', '3 Check False', 'failure']);
    expect(useSimulator.getState().divergence).toMatchObject({ step: 2, pass: 1 });
  });

  it('names the node that breaks off, though it was never passed', async () => {
    await startWalk('Login', login({ entryNodeId: 'Check' }), { services: { directory: 'fails' } });
    expect(told()).toEqual(['1 Check broke', 'error']);
  });

  it('finds the way to a node by itself, and says when there is none', async () => {
    expect(await runTo('Check')).toBe(true);
    expect(useSimulator.getState().selected).toBe(3);
    expect(await runTo('Nowhere')).toBe(false);
  });

  it('looks at the node of a breakpoint that it comes to', async () => {
    expect(toggleStop('Password')).toBe(true);
    await sendAsDemo();
    expect(useSimulator.getState().selected).toBe(2);
    expect(toggleStop('Password')).toBe(false);
  });
});

describe('the clock', () => {
  const leftMs = () => {
    const { now } = useSimulator.getState();
    return now === null ? null : timeLeftMs(now);
  };

  it('passes by a minute while a person thinks, as one wait however long it is', async () => {
    const given = {};
    await sendAsDemo();
    await stepAhead();
    await stepAhead();
    expect(told()).toEqual(['1 Name Outcome', '2 Password waits', 'wait']);
    expect(leftMs()).toBe(3 * 60_000);
    const { steps, journeys } = useSimulator.getState();
    expect(recordScenario({ name: 'Waits', given, steps, journeys }).steps.at(-1)).toEqual({
      wait: '2 minutes',
    });
    await goBack();
    expect(told()).toEqual(['1 Name Outcome', '2 Password waits']);
    expect(leftMs()).toBe(5 * 60_000);
  });

  it('is skipped forward to the end of the run, after which the answer comes too late', async () => {
    await sendAsDemo();
    await stepAhead();
    await skipAhead();
    await skipAhead();
    expect(leftMs()).toBe(0);
    expect(told()).toEqual(['1 Name Outcome', '2 Password waits', 'wait']);
    await sendAsDemo();
    expect(told()).toEqual(['1 Name Outcome', '2 Password waits', 'wait', 'timeout']);
  });

  it('runs until the run has no more time, and leaves alone what is looked at', async () => {
    await sendAsDemo();
    await perform({ type: 'approve' });
    useSimulator.setState({ isRunning: true, selected: 1 });
    await runTime(1000);
    await runTime(2000);
    expect(useSimulator.getState()).toMatchObject({ isRunning: true, selected: 1 });
    expect(useSimulator.getState().complaint).not.toBeNull();
    expect(leftMs()).toBe(297_000);
    await runTime(600_000);
    expect(useSimulator.getState().isRunning).toBe(false);
    expect(leftMs()).toBe(0);
  });

  it('stands still while it does not run, and where nobody is asked', async () => {
    await runTime(1000);
    expect(told()).toEqual(['1 Name waits']);
    await sendAsDemo();
    await sendAsDemo();
    useSimulator.setState({ isRunning: true });
    await runTime(1000);
    await stepAhead();
    expect(told().at(-1)).toBe('success');
  });
});

describe('what is drawn after a step', () => {
  it('has the rows of before, but for what waited and what is new', async () => {
    await sendAsDemo();
    const before = rows();
    await sendAsDemo();
    const after = keptRows(rows(), before);
    expect(after).toEqual(rows());
    expect(after.map((row, index) => row === before[index])).toEqual([true, false, false, false]);
  });

  it('has other rows once a node is called otherwise, or the step was done otherwise', async () => {
    await sendAsDemo();
    const before = rows();
    const nodes = new Map(login().get('Login')?.nodes);
    nodes.set('Name', { ...(nodes.get('Name') as JourneyNode), displayName: 'Who' });
    await changeJourneys('Login', login({ nodes }));
    expect(keptRows(rows(), before)[0]).toMatchObject({ name: 'Who' });
  });

  it('has the marks of before, but for the nodes and lines that the step concerns', async () => {
    const painted = () => pathOverlay({ rows: rows(), journey: 'Login', stops: new Set() }, words);
    await sendAsDemo();
    const before = painted();
    await sendAsDemo();
    const after = keptMarks(painted(), before);
    expect(after).toEqual(painted());
    expect(after.nodes.get('Name')).toBe(before.nodes.get('Name'));
    expect(after.nodes.get('Password')).not.toEqual(before.nodes.get('Password'));
    for (const [id, mark] of before.connections) expect(after.connections.get(id)).toBe(mark);
  });
});

describe('the path over the journey', () => {
  const overlay = () => pathOverlay({ rows: rows(), journey: 'Login', stops: new Set() }, words);

  it('numbers each connection by the node that it led to, and marks the one that waits', async () => {
    await sendAsDemo();
    const { connections, nodes } = overlay();
    expect(connections.get('startNode|outcome')?.badges).toEqual(['1']);
    expect(connections.get(connectionId({ nodeId: 'Name', outcome: 'outcome' }))?.badges).toEqual(['2']);
    expect(nodes.get('Password')).toEqual({ tone: 'path', badge: 'waits', isStrong: true });
    expect(nodes.has('Check')).toBe(false);
  });

  it('leads to the end that was reached', async () => {
    await sendAsDemo();
    await sendAsDemo();
    const { connections, nodes } = overlay();
    expect(connections.get(connectionId({ nodeId: 'Check', outcome: 'true' }))).toEqual({ tone: 'path' });
    expect(nodes.has(successId)).toBe(true);
    expect(nodes.has(failureId)).toBe(false);
  });
});
