import { messageNode } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { goTo, send } from '../../behaviour.ts';
import { nodeRun } from '../node-run.builder.ts';
import { message } from './message.ts';

const type = messageNode;

const shown = (text: string, yes: string, no: string) =>
  send(
    { type: 'TextOutputCallback', kind: 'information', message: text },
    { type: 'ConfirmationCallback', kind: 'information', options: [yes, no], defaultOption: 1, selected: 1 },
  );

test('shows its own texts where none are configured, with No selected', () => {
  const { run } = nodeRun({ type });
  expect(message(run)).toEqual(shown('Default message', 'Yes', 'No'));
});

test('shows the configured texts in the language of the request, else of the realm', () => {
  const { run } = nodeRun({
    type,
    config: {
      message: { fr: 'Bonjour', de: 'Hallo' },
      messageYes: { fr: 'Oui', en: 'Sure' },
      messageNo: { fr: 'Non' },
    },
    request: { locales: ['de'] },
  });
  expect(message(run)).toEqual(shown('Hallo', 'Sure', 'Non'));
});

test.each([
  { selected: 0, outcome: 'true' },
  { selected: 1, outcome: 'false' },
] as const)('goes by $outcome for button $selected and notes it where asked to', ({ selected, outcome }) => {
  const { run, state } = nodeRun({
    type,
    config: { stateField: 'agreed' },
    answers: [
      { type: 'TextOutputCallback', value: null },
      { type: 'ConfirmationCallback', value: selected },
    ],
  });
  expect(message(run)).toEqual(goTo(outcome));
  expect(state.shared).toEqual({ agreed: selected });
});

test('notes null while the user has not answered', () => {
  const { run, state } = nodeRun({ type, config: { stateField: 'agreed' }, shared: { agreed: 0 } });
  message(run);
  expect(state.shared).toEqual({ agreed: null });
});

test('notes nothing where no key is configured', () => {
  const { run, state } = nodeRun({ type, answers: [{ type: 'ConfirmationCallback', value: 0 }] });
  message(run);
  expect(state.shared).toEqual({});
});
