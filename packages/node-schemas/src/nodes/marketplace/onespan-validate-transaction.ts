import { Pairs, Text, Texts } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import {
  adaptiveAttributes,
  domain,
  oneSpanTags,
  optionalAttributes,
  phoneRequest,
  readsDevice,
  userNameInSharedData,
} from './onespan-settings.ts';
import { readsRequest, stepUpOutcomes, writesRequest } from './onespan-step-up.ts';

/** OneSpan Auth Validate Transaction: has OneSpan decide on a transaction. */
export const oneSpanValidateTransactionNode = defineNodeType({
  id: 'OS_Auth_ValidateTransactionNode',
  name: 'OneSpan Auth Validate Transaction',
  help: 'Has OneSpan decide on a transaction, such as a bank transfer: by what the user has signed, or by asking on the phone. Follow Step Up with OneSpan Auth Check Session Status. OneSpan decides, so it counts as no factor here.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({
    domain,
    objectType: Text({
      title: 'Object Type',
      description:
        'What is asked for: AdaptiveTransactionValidationInput, where the risk counts, or another.',
      default: 'AdaptiveTransactionValidationInput',
    }),
    userNameInSharedData,
    dataToSign: Text({
      title: 'Data to Sign',
      description:
        'How the transaction is signed: transactionMessage, standard, secureChannel or fido. Which of the properties below count depends on it.',
      default: 'transactionMessage',
    }),
    standardDataToSign: Texts({
      title: 'Standard Data',
      description: 'With standard: the keys of the shared state whose values were signed, in order.',
      default: ['sourceAccount', 'destinationAccount', 'amountToTransfer'],
    }),
    signatureInSharedData: Text({
      title: 'Signature Key',
      description: 'With standard and secureChannel: the key of the shared state that holds the signature.',
      default: 'signature',
    }),
    fidoDataToSign: Pairs({
      title: 'FIDO Data',
      description:
        'With fido: parts of the answer of the authenticator, each with its key of the shared state.',
      default: { fidoProtocol: 'fidoProtocol', authenticationResponse: 'authenticationResponse' },
    }),
    adaptiveDataToSign: Pairs({
      title: 'Transaction Message',
      description:
        'With transactionMessage: what the user sees and signs, each with its key of the shared state.',
    }),
    adaptiveAttributes,
    optionalAttributes: optionalAttributes(),
    ...phoneRequest,
  }),
  outcomes: stepUpOutcomes,
  interactive: false,
  reads: [...readsDevice(false), ...readsRequest],
  writes: writesRequest,
});
