import { Flag, OptionalText, Secret, Text, Texts } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Certificate Validation: checks the certificate of the client. */
export const certificateValidationNode = defineNodeType({
  id: 'product-CertificateValidationNode',
  name: 'Certificate Validation Node',
  help: 'Checks the certificate that Certificate Collector has found: who vouches for it, whether it has expired or been revoked, and whether the directory has it. Each check is a setting of its own, and most are off to begin with.',
  category: 'contextual',
  tags: ['contextual'],
  config: Type.Object({
    matchCertificateInLdap: Flag({
      title: 'Match Certificate in LDAP',
      description: 'Asks that the directory has the very certificate.',
      default: false,
    }),
    checkCertificateExpiry: Flag({
      title: 'Check Certificate Expiration',
      description: 'Refuses a certificate that has expired or does not count yet.',
      default: false,
    }),
    ldapCertificateAttribute: Text({
      title: 'Subject DN Attribute Used to Search LDAP for Certificates',
      description: 'The part of the subject by which the certificate is looked for.',
      default: 'CN',
    }),
    matchCertificateToCRL: Flag({
      title: 'Match Certificate to CRL',
      description: 'Refuses a certificate that is on the revocation list in the directory.',
      default: false,
    }),
    crlMatchingCertificateAttribute: Text({
      title: 'Issuer DN Attribute(s) Used to Search LDAP for CRLs',
      description:
        'The part of the issuer by which the revocation list is looked for; several are divided by commas.',
      default: 'CN',
    }),
    crlHttpParameters: OptionalText({
      title: 'HTTP Parameters for CRL Update',
      description:
        'What is added to the request that fetches a newer revocation list, as name=value&name=value.',
    }),
    cacheCRLsInMemory: Flag({
      title: 'Cache CRLs in Memory',
      description: 'Keeps revocation lists in memory.',
      default: true,
    }),
    updateCRLsFromDistributionPoint: Flag({
      title: 'Update CRLs from CRLDistributionPoint',
      description: 'Fetches a newer revocation list from where the certificate says that there is one.',
      default: true,
    }),
    ocspValidationEnabled: Flag({
      title: 'OCSP Validation',
      description: 'Asks the issuer over OCSP whether the certificate has been revoked.',
      default: false,
    }),
    certificateIdentityStore: Text({
      title: 'Certificate Identity Store',
      description: 'The identity store of the realm to search; [Empty] means the servers given below.',
      default: '[Empty]',
    }),
    certificateLdapServers: Texts({
      title: 'LDAP Server Where Certificates are Stored',
      description: 'The directory servers that have certificates and revocation lists, each as host:port.',
      default: [''],
    }),
    ldapSearchStartDN: Texts({
      title: 'LDAP Search Start or Base DN',
      description: 'The entries below which certificates are looked for.',
    }),
    userBindDN: Type.Optional(
      Text({
        title: 'LDAP Server Authentication User',
        description: 'The account that searches the directory.',
        default: 'cn=Directory Manager',
      }),
    ),
    userBindPassword: Secret({
      title: 'LDAP Server Authentication Password',
      description: 'The password of the account that searches the directory.',
    }),
    mtlsEnabled: Flag({
      title: 'mTLS Enabled',
      description: 'Signs in to the directory with a certificate in place of user and password.',
      default: false,
    }),
    mtlsSecretLabel: OptionalText({
      title: 'mTLS Secret Label Identifier',
      description: 'The part of the secret label that names the certificate for mutual TLS.',
    }),
    sslEnabled: Flag({
      title: 'Use SSL/TLS for LDAP Access',
      description: 'Protects the connection to the directory.',
      default: false,
    }),
  }),
  outcomes: {
    all: {
      TRUE: 'True',
      FALSE: 'False',
      NOT_FOUND: 'Not Found',
      EXPIRED: 'Expired',
      PATH_VALIDATION_FAILED: 'Path Validation Failed',
      REVOKED: 'Revoked',
    },
  },
  interactive: false,
  reads: [{ key: 'X509Certificate', required: true }],
  writes: [],
  proves: { TRUE: 'possession' },
});
