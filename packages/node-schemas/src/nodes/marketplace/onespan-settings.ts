import { OptionalWhole, Pairs, Text } from '../../fields.ts';
import type { StateRead } from '../../state.ts';

/** The tags of OneSpan's node types. */
export const oneSpanTags = ['OneSpan', 'multi-factor authentication', 'marketplace', 'trustnetwork'];

/** The property that names where OneSpan keeps its users. */
export const domain = Text({
  title: 'Domain',
  description: 'The domain in OneSpan that has the user.',
  default: 'master',
});

/** The property that names where the user name is found. */
export const userNameInSharedData = Text({
  title: 'User Name Key',
  description: 'The key of the shared state that holds the name by which OneSpan knows the user.',
  default: 'username',
});

/** The property with more values for the request to OneSpan. */
export const optionalAttributes = (fallback: Readonly<Record<string, string>> = {}) =>
  Pairs({
    title: 'Optional Attributes',
    description: 'More for the request to OneSpan: its names, each with the key of the shared state to take.',
    default: fallback,
  });

/** What the transaction of a user is made of, by OneSpan's names. */
export const transactionFields = [
  'accountRef',
  'amount',
  'currency',
  'transactionType',
  'creditorBank',
  'creditorIBAN',
  'creditorName',
  'debtorIBAN',
];

/** The property that says where the parts of a transaction are found. */
export const adaptiveAttributes = Pairs({
  title: 'Transaction Attributes',
  description: 'Parts of the transaction, each with the key of the shared state that holds it.',
  default: Object.fromEntries(transactionFields.map((field) => [field, field])),
});

/** The property that says what a user is asked for right away. */
export const credentialsType = Text({
  title: 'Credentials',
  description:
    'What is sent along to prove who the user is: none, passKey, authenticator or fidoAuthenticator.',
  default: 'none',
});

/** The property that says how the virtual one-time password gets to the user. */
export const vdpDeliveryMethod = Text({
  title: 'Delivery Method',
  description: 'How the one-time password is sent: Email, SMS or Voice.',
  default: 'Email',
});

/** How a user is asked on the phone, and for how long. */
export const phoneRequest = {
  orchestrationDelivery: Text({
    title: 'Orchestration Delivery',
    description:
      'How the request gets to the phone: pushNotification, requestMessage (to show as a code), both or none.',
    default: 'both',
  }),
  timeout: OptionalWhole({
    title: 'Timeout',
    description: 'How long the user has to answer on the phone.',
    minimum: 0,
    unit: 'seconds',
  }),
  visualCodeMessageOptions: Text({
    title: 'Visual Code Message',
    description: 'What Visual Code shows afterwards: sessionID, requestID or none.',
    default: 'sessionID',
  }),
};

/** What OneSpan Risk CDDC has collected of the device. */
export const readsDevice = (required: boolean): readonly StateRead[] => [
  { key: 'ostid_cddc_hash', required },
  { key: 'ostid_cddc_ip', required },
  { key: 'ostid_cddc_json', required },
];
