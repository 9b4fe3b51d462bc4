import { Flag, Text, Texts } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityAttribute, readsIdentity } from './identity-settings.ts';

/** Select Identity Provider: lets the user choose where to sign in. */
export const selectIdPNode = defineNodeType({
  id: 'SelectIdPNode',
  name: 'Select Identity Provider',
  help: 'Lets the user choose a social provider to sign in with, or to sign in here. A single one is taken without asking; with none the journey breaks. Connect Social Authentication to a Social Provider Handler. In a page it must come last.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    includeLocalAuthentication: Flag({
      title: 'Include local authentication',
      description: 'Also offers to sign in here. Without it the Local Authentication outcome does not exist.',
      default: true,
    }),
    offerOnlyExisting: Flag({
      title: 'Offer only existing providers',
      description: 'Offers only what the person has signed in with before; the person must be known by then.',
      default: false,
    }),
    passwordAttribute: Text({
      title: 'Password Attribute',
      description: 'The attribute that a person who can sign in here has.',
      default: 'password',
    }),
    identityAttribute: identityAttribute('mail'),
    filteredProviders: Texts({
      title: 'Filter Enabled Providers',
      description: 'The names of the providers to offer; empty: all that are enabled.',
    }),
  }),
  outcomes: {
    all: { socialAuthentication: 'Social Authentication', localAuthentication: 'Local Authentication' },
    onlyIf: { localAuthentication: (config) => config?.includeLocalAuthentication !== false },
  },
  interactive: true,
  reads: readsIdentity,
  writes: [
    { key: 'selectedIdp', scope: 'shared', on: ['socialAuthentication'] },
    { key: 'selectedIdp', scope: 'shared', on: ['localAuthentication'], always: false },
  ],
});
