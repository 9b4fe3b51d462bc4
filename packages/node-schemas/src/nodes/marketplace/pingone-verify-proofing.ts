import { Flag, OptionalText, OptionalWhole, Pairs, Text } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import {
  pingOneVerify,
  pingOneVerifyOutcomes,
  readsPingOneVerify,
  writesPingOneVerify,
} from './pingone-verify-settings.ts';

/** PingOne Verify Proofing: has the user show a document and a face. */
export const pingOneVerifyProofingNode = defineNodeType({
  id: 'PingOneVerifyProofing',
  name: 'PingOne Verify Proofing',
  help: 'Has the user show a document and the face to go with it, and keeps what the document says. Connect both Patch outcomes to Patch Object, which saves the id in PingOne. PingOne decides, so it counts as no factor here.',
  category: 'marketplace',
  tags: ['marketplace', 'trustnetwork'],
  config: Type.Object({
    ...pingOneVerify,
    govId: Text({
      title: 'Document Type Required',
      description: 'The document to show: ANY, DRIVING_LICENSE, PASSPORT, ID_CARD or RESIDENCE_PERMIT.',
      default: 'ANY',
    }),
    dobVerification: OptionalWhole({
      title: 'Age Threshold',
      description: 'How old the user must be at least, in years; 0: any age.',
      minimum: 0,
    }),
    attributeMappingConfiguration: Pairs({
      title: 'Attribute Map',
      description: 'Attributes of the user, each with what the document has for it.',
    }),
    fuzzyMatchingConfiguration: Pairs({
      title: 'Attribute Match Confidence Map',
      description:
        'Attributes that must agree with the document, each with how well: LOW, MEDIUM, HIGH or EXACT.',
    }),
    failExpired: Flag({
      title: 'Fail Expired Documents',
      description: 'Goes by Fail where the document is out of date.',
      default: false,
    }),
    redirectMessage: OptionalText({
      title: 'Redirect Message',
      description: 'Shown where the user is sent on to the verification.',
    }),
    saveVerifiedClaims: Flag({
      title: 'Save Verified Claims',
      description:
        'Keeps what the document says in the transient state, under VerifyClaimResult. It is personal data.',
      default: false,
    }),
  }),
  outcomes: pingOneVerifyOutcomes,
  interactive: true,
  reads: readsPingOneVerify,
  writes: [
    ...writesPingOneVerify,
    { key: 'objectAttributes', scope: 'shared', on: ['SUCCESS', 'SUCCESPATCH'], always: false },
    { key: 'VerifyClaimResult', scope: 'transient', on: ['SUCCESS', 'SUCCESPATCH'], always: false },
  ],
});
