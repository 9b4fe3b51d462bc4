import { Flag, Text, Texts } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Zero Page Login Collector: takes user name and password from the headers of the request. */
export const zeroPageLoginNode = defineNodeType({
  id: 'ZeroPageLoginNode',
  name: 'Zero Page Login Collector',
  help: 'Takes the user name and the password from the headers of the request, for clients that send them without being asked. A header may be encoded as RFC 2047 has it.',
  category: 'basic',
  tags: ['basic authn', 'basic authentication'],
  config: Type.Object({
    usernameHeader: Text({
      title: 'Username Header Name',
      description: 'The header that holds the user name.',
      default: 'X-OpenAM-Username',
      minLength: 1,
    }),
    passwordHeader: Text({
      title: 'Password Header Name',
      description: 'The header that holds the password.',
      default: 'X-OpenAM-Password',
      minLength: 1,
    }),
    allowWithoutReferer: Flag({
      title: 'Allow Without Referer',
      description: 'Takes the headers whatever page the request comes from.',
      default: true,
    }),
    referrerWhiteList: Texts({
      title: 'Referer Whitelist',
      description:
        'Where a referer is asked for: the addresses that are accepted, each exactly as the Referer header has it.',
    }),
  }),
  outcomes: { all: { true: 'Has Credentials', false: 'No Credentials' } },
  interactive: false,
  reads: [],
  writes: [
    { key: 'username', scope: 'shared', on: ['true'], always: false },
    { key: 'password', scope: 'transient', on: ['true'], always: false },
  ],
});
