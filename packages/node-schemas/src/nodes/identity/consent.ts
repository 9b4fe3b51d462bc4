import { Flag, LocaleTexts } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Consent Collector: asks for consent to share personal data. */
export const consentNode = defineNodeType({
  id: 'ConsentNode',
  name: 'Consent Collector',
  help: 'Asks for consent to each mapping that shares personal data with another system. Goes on at once where no mapping asks for consent. Create Object or Patch Object after it keeps the answer.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    allRequired: Flag({
      title: 'All Required',
      description: 'Asks again until every mapping is consented to.',
      default: false,
    }),
    message: LocaleTexts({
      title: 'Privacy & Consent Message',
      description: 'Shown with each mapping.',
    }),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [{ key: 'objectAttributes', scope: 'shared', always: false }],
});
