import { OptionalText } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import {
  pingOneVerify,
  pingOneVerifyOutcomes,
  readsPingOneVerify,
  writesPingOneVerify,
} from './pingone-verify-settings.ts';

/** PingOne Verify Authentication: compares the user with a picture that is there. */
export const pingOneVerifyAuthenticationNode = defineNodeType({
  id: 'PingOneVerifyAuthentication',
  name: 'PingOne Verify Authentication',
  help: 'Has the user take a picture and PingOne Verify compare it with one that is there. Connect both Patch outcomes to Patch Object, which saves the id in PingOne. PingOne decides, so it counts as no factor here.',
  category: 'marketplace',
  tags: ['marketplace', 'trustnetwork'],
  config: Type.Object({
    ...pingOneVerify,
    pictureAttribute: OptionalText({
      title: 'Picture Attribute',
      description: 'The state key, or else the attribute of the user, that holds the picture, in Base64.',
    }),
  }),
  outcomes: pingOneVerifyOutcomes,
  interactive: true,
  reads: readsPingOneVerify,
  writes: writesPingOneVerify,
});
