import { Text } from '../fields.ts';

/** A decimal number from 0 to 1, which AM keeps as text. */
export const Fraction = (about: { title: string; description: string; default: string }) =>
  Text({ ...about, pattern: '^(?:0(?:\\.[0-9]*)?|\\.[0-9]+|1(?:\\.0*)?)$' });
