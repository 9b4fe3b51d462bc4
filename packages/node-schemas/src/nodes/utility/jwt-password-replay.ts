import { RequiredText, Text } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** JWT Password Replay: hands the password on to a gateway, encrypted. */
export const jwtPasswordReplayNode = defineNodeType({
  id: 'JwtPasswordReplayNode',
  name: 'JWT Password Replay',
  help: 'Puts the password of the user in the session, encrypted, for a gateway that fills it in at applications which know no other way. Place it after the password was checked; the key opens the passwords of all who sign in.',
  category: 'utility',
  tags: ['ig', 'utilities'],
  config: Type.Object({
    encryptionKeySecretLabelIdentifier: RequiredText({
      title: 'Encryption Key Secret Label Identifier',
      description: 'The part of the secret label that names the key.',
    }),
    jwtSessionProperty: Text({
      title: 'JWT Session Property Name',
      description: 'The session property that gets the encrypted password.',
      default: 'sunIdentityUserPassword',
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [{ key: 'password', required: true }],
  writes: [],
});
