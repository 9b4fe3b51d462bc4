// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { ToldProblem } from '../files/journey-files.ts';
import { JourneyCard } from './journey-card.tsx';

afterEach(cleanup);

function show(problems: readonly ToldProblem[]): string {
  const journey = {
    name: 'Login',
    file: '',
    layout: null,
    revision: '1',
    description: '',
    enabled: true,
    innerTreeOnly: false,
    innerJourneys: [],
    svg: '',
    problems,
  };
  render(<JourneyCard realm="/" journey={journey} isDefault={false} isServed={true} />);
  return screen.getByRole('group').querySelector('summary')?.textContent?.trim() ?? '';
}

it('counts notes apart from what is to be mended', () => {
  const note: ToldProblem = { severity: 'note', message: 'Wait is of a type that cannot be run.' };
  expect(show([note, { ...note, nodeId: 'other' }])).toBe('No problems 2 notes');
  cleanup();
  expect(show([note, { severity: 'error', message: 'Broken.' }])).toBe('1 error 1 note');
  expect(
    within(screen.getByRole('group'))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['error: Broken.', 'note: Wait is of a type that cannot be run.']);
});
