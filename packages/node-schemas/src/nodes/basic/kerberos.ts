import { Flag, RequiredText, Texts } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Kerberos Node: signs in with the Kerberos ticket of the desktop. */
export const kerberosNode = defineNodeType({
  id: 'product-KerberosNode',
  name: 'Kerberos Node',
  help: 'Signs the user in with the Kerberos ticket of a desktop that has joined the domain, without asking for anything. Connect False to a way to sign in with a password.',
  category: 'basic',
  tags: ['basic authn', 'basic authentication', 'kerberos', 'windows'],
  config: Type.Object({
    principalName: RequiredText({
      title: 'Service Principal',
      description: 'The Kerberos principal of this service, such as HTTP/login.example.com@EXAMPLE.COM.',
    }),
    keytabFileName: RequiredText({
      title: 'Key Tab File Path',
      description:
        'Where on the server the keytab with the key of the service principal lies, as an absolute path.',
    }),
    kerberosRealm: RequiredText({
      title: 'Kerberos Realm',
      description: 'The Kerberos realm of the service, such as EXAMPLE.COM.',
    }),
    kerberosServerName: RequiredText({
      title: 'Kerberos Server Name',
      description: 'The host name or address of the Kerberos server.',
    }),
    trustedKerberosRealms: Texts({
      title: 'Trusted Kerberos realms',
      description: 'The realms whose tickets are accepted; empty: any.',
    }),
    returnPrincipalWithDomainName: Flag({
      title: 'Return Principal with Domain Name',
      description: 'Keeps the domain in the user name: demo@EXAMPLE.COM in place of demo.',
      default: false,
    }),
    lookupUserInRealm: Flag({
      title: 'Lookup User In Realm',
      description: 'Accepts only users that the realm has, and that are active.',
      default: false,
    }),
    kerberosServiceIsInitiator: Flag({
      title: 'Is Initiator',
      description: 'Signs the service in to Kerberos itself, in place of only accepting tickets.',
      default: true,
    }),
  }),
  outcomes: trueOrFalse,
  interactive: true,
  reads: [],
  writes: [{ key: 'username', scope: 'shared', on: ['true'] }],
  proves: { true: 'possession' },
});
