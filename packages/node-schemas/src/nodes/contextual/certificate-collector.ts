import { Choice, OptionalText, Texts } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Certificate Collector: takes the certificate of the client. */
export const certificateCollectorNode = defineNodeType({
  id: 'product-CertificateCollectorNode',
  name: 'Certificate Collector Node',
  help: 'Takes the X.509 certificate with which the client has connected, or which a proxy hands on in a header. Follow Collected with Certificate Validation and Certificate User Extractor.',
  category: 'contextual',
  tags: ['contextual'],
  config: Type.Object({
    certificateCollectionMethod: Choice({
      title: 'Certificate Collection Method',
      description: 'Where the certificate comes from.',
      default: 'EITHER',
      values: { REQUEST: 'The TLS connection', HEADER: 'A header', EITHER: 'Either' },
    }),
    clientCertificateHttpHeaderName: OptionalText({
      title: 'HTTP Header Name for Client Certificate',
      description: 'The header in which a proxy that ends TLS hands the certificate on.',
    }),
    trustedRemoteHosts: Texts({
      title: 'Trusted Remote Hosts',
      description:
        'The addresses of the proxies whose header is believed; none trusts no header, any trusts them all.',
    }),
  }),
  outcomes: { all: { COLLECTED: 'Collected', NOT_COLLECTED: 'Not Collected' } },
  interactive: false,
  reads: [],
  writes: [{ key: 'X509Certificate', scope: 'transient', on: ['COLLECTED'] }],
});
