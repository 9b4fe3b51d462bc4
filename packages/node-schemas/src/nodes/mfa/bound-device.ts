import { LocaleTexts, Texts, Whole } from '../../fields.ts';
import type { Outcome } from '../../node-type.ts';

/** The apps that may use keys that are bound to a device. */
export const applicationIds = Texts({
  title: 'Application IDs',
  description:
    'The package names and bundle ids of the apps that may do this, such as com.example.app. No other may.',
});

/** What the phone shows while it asks for a finger, a face or a PIN. */
export const devicePrompt = {
  title: LocaleTexts({ title: 'Title', description: 'The title of what the phone shows.' }),
  subtitle: LocaleTexts({ title: 'Subtitle', description: 'The line below the title.' }),
  description: LocaleTexts({ title: 'Description', description: 'What the user is asked for, and why.' }),
};

/** How long the app may take. */
export const deviceTimeout = Whole({
  title: 'Timeout',
  description: 'How long the app may take; after that it says Timeout.',
  default: 60,
  minimum: 1,
  unit: 'seconds',
});

/** How far the clock of the phone may be off. */
export const skewAllowance = Whole({
  title: 'Clock Skew Allowance',
  description: 'How far the clock of the phone may be off.',
  default: 60,
  minimum: 0,
  unit: 'seconds',
});

/** What may go wrong in the app: each is an outcome. */
export const clientErrors = (byDefault: readonly string[]) =>
  Texts({
    title: 'Client Error Outcomes',
    description: 'What the app may say that went wrong. Each is an outcome of the node, named like it.',
    default: byDefault,
  });

/** The outcomes of what may go wrong in the app. */
export const outcomesOfClientErrors = (names: readonly string[]): readonly Outcome[] =>
  names.map((id) => ({ id, displayName: id }));
