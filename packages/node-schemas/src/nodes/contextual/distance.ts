import { Text } from '../../fields.ts';

/** How far from a place still counts as there; AM keeps the number as text. */
export const maximumDistance = Text({
  title: 'Maximum distance',
  description: 'How far away still counts, in kilometres. A decimal number, such as 10 or 2.5.',
  default: '10',
  pattern: '^(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)$',
});
