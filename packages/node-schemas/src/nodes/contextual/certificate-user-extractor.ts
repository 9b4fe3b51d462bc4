import { Choice, OptionalText } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Certificate User Extractor: takes the user name from a certificate. */
export const certificateUserExtractorNode = defineNodeType({
  id: 'product-CertificateUserExtractorNode',
  name: 'Certificate User Extractor Node',
  help: 'Takes the user name from the certificate that Certificate Collector has found. It checks nothing: put Certificate Validation before it.',
  category: 'contextual',
  tags: ['contextual'],
  config: Type.Object({
    certificateAttributeToProfileMapping: Choice({
      title: 'Certificate Field Used to Access User Profile',
      description: 'The part of the subject that is the user name.',
      default: 'SUBJECT_CN',
      values: {
        SUBJECT_DN: 'Subject DN',
        SUBJECT_CN: 'Subject CN',
        SUBJECT_UID: 'Subject UID',
        EMAIL_ADDRESS: 'Email address',
        OTHER: 'Other',
        NONE: 'None',
      },
    }),
    otherCertificateAttributeToProfileMapping: OptionalText({
      title: 'Other Certificate Field Used to Access User Profile',
      description: 'The name of the part of the subject, where Other is chosen.',
    }),
    certificateAttributeProfileMappingExtension: Choice({
      title: 'SubjectAltNameExt Value Type to Access User Profile',
      description:
        'The alternative name of the subject that is the user name, where the certificate has one.',
      default: 'NONE',
      values: { NONE: 'None', RFC822_NAME: 'RFC 822 name', UPN: 'UPN' },
    }),
  }),
  outcomes: { all: { EXTRACTED: 'Extracted', NOT_EXTRACTED: 'Not Extracted' } },
  interactive: false,
  reads: [{ key: 'X509Certificate', required: true }],
  writes: [{ key: 'username', scope: 'shared', on: ['EXTRACTED'] }],
  validate: ({
    certificateAttributeToProfileMapping: field,
    otherCertificateAttributeToProfileMapping: other,
  }) =>
    field === 'OTHER' && !other
      ? [
          {
            property: 'otherCertificateAttributeToProfileMapping',
            message: 'must be given where the field is Other',
          },
        ]
      : [],
});
