import type { PropertySchema } from './value-text.ts';

/** The settings of a journey, as designers call them; minutes are AM's. */
export const settings: Readonly<Record<string, PropertySchema>> = {
  _id: { title: 'Name' },
  description: { title: 'Description' },
  enabled: { title: 'Enabled', default: true },
  innerTreeOnly: { title: 'Inner journey only', default: false },
  mustRun: { title: 'Must run', default: false },
  noSession: { title: 'No session', default: false },
  transactionalOnly: { title: 'Transactional only', default: false },
  identityResource: { title: 'Identity resource' },
  maximumSessionTime: { title: 'Maximum session time', unit: 'minutes' },
  maximumIdleTime: { title: 'Maximum idle time', unit: 'minutes' },
  treeTimeout: { title: 'Journey timeout', unit: 'minutes' },
};
