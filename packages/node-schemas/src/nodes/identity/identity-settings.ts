import { Text } from '../../fields.ts';
import type { StateRead } from '../../state.ts';

/** The property that names the attribute by which a node finds the record of a person. */
export const identityAttribute = (fallback: string) =>
  Text({
    title: 'Identity Attribute',
    description:
      'The attribute by which the record of the person is found. Its value is the one that was collected, or else the user name.',
    default: fallback,
    minLength: 1,
  });

/** The property that says what kind of record a node works on. */
export const identityResource = Text({
  title: 'Identity Resource',
  description:
    'The kind of record, such as managed/user or managed/alpha_user. It must be that of the journey, or the node breaks.',
  default: 'managed/user',
  minLength: 1,
});

/** What the record of a person is found by: the attribute that is configured, or else the user name. */
export const readsIdentity: readonly StateRead[] = [
  { key: 'objectAttributes', required: false },
  { key: 'username', required: false },
];
