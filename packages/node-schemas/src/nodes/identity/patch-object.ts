import { Flag, Texts } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityAttribute, identityResource, readsIdentity } from './identity-settings.ts';

/** Patch Object: changes a record by what was collected. */
export const patchObjectNode = defineNodeType({
  id: 'PatchObjectNode',
  name: 'Patch Object',
  help: 'Changes the record of the person by the attributes that were collected. Every collected attribute is written, so leave out those that only found the record.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    patchAsObject: Flag({
      title: 'Patch as Object',
      description: 'Changes the record with the rights of the person, not with those of the service.',
      default: false,
    }),
    ignoredFields: Texts({
      title: 'Ignored Fields',
      description: 'Collected attributes that are not written.',
    }),
    identityResource,
    identityAttribute: identityAttribute('userName'),
  }),
  outcomes: { all: { PATCHED: 'Patched', FAILURE: 'Failed' } },
  interactive: false,
  reads: [...readsIdentity, { key: 'termsAccepted', required: false }],
  writes: [],
});
