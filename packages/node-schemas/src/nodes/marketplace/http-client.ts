import { Flag, OptionalText, Pairs, RequiredText, Secret, Text, Texts, Whole } from '../../fields.ts';
import { defineComputedNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** HTTP Client: calls another service and goes by its answer. */
export const httpClientNode = defineComputedNodeType({
  id: 'RESTNode',
  name: 'HTTP Client',
  help: 'Calls another service and goes by its answer: by what is in it, or else by its status. A key of the state in braces after a dollar sign stands for its value in the address, the headers and the body. A service that does not answer goes by Error.',
  category: 'marketplace',
  tags: ['marketplace', 'trustnetwork'],
  config: Type.Object({
    restURL: RequiredText({ title: 'URL', description: 'The address to call.' }),
    requestMode: Text({
      title: 'Request Mode',
      description: 'The HTTP method: GET, POST, PUT, DELETE, PATCH or HEAD.',
      default: 'GET',
    }),
    queryParamsMap: Pairs({
      title: 'Query Parameters',
      description: 'Parameters for the address, each with its value.',
    }),
    headersMap: Pairs({ title: 'Headers', description: 'Headers for the call, each with its value.' }),
    basicAuthn: Flag({
      title: 'Basic Authentication',
      description: 'Sends a user name and a password along.',
      default: false,
    }),
    basicAuthnUsername: OptionalText({
      title: 'Basic Authentication Username',
      description: 'The user name to send, where one is sent.',
    }),
    basicAuthnPassword: Secret({
      title: 'Basic Authentication Password',
      description: 'The password to send, where one is sent.',
    }),
    payload: OptionalText({ title: 'Payload', description: 'The body of the call.' }),
    bodyType: Text({
      title: 'Body Type',
      description: 'What the body is: JSON, XWWWFORMURLENCODED, XML, PLAIN or CUSTOM.',
      default: 'JSON',
    }),
    protocol: Text({
      title: 'TLS Version',
      description: 'The version of TLS: TLS1_3 or TLS1_2.',
      default: 'TLS1_3',
    }),
    usemTLS: Flag({
      title: 'Mutual TLS',
      description: 'Shows the service a certificate.',
      default: false,
    }),
    publicCert: OptionalText({
      title: 'Certificate',
      description: 'The certificate to show, in PEM.',
    }),
    privateKey: Secret({ title: 'Private Key', description: 'The key of the certificate, in PEM.' }),
    disableCertChecks: Flag({
      title: 'Disable Certificate Checks',
      description: 'Trusts whatever answers, so that anybody on the way can read and change the call.',
      default: false,
    }),
    timeout: Whole({
      title: 'Timeout',
      description: 'How long to wait for the answer.',
      default: 30,
      minimum: 0,
      unit: 'seconds',
    }),
    responseCodes: Texts({
      title: 'Response Codes',
      description: 'Statuses that are outcomes of the node, such as 200, or 4xx for all that begin with 4.',
    }),
    statusCodeReturn: OptionalText({
      title: 'Status Code Key',
      description: 'The key of the shared state that gets the status.',
    }),
    bodyReturn: OptionalText({
      title: 'Body Key',
      description: 'The key of the shared state that gets the body of the answer.',
    }),
    jpToSSMapper: Pairs({
      title: 'Answer to State',
      description: 'Keys of the shared state, each with the JSONPath of what it gets from the answer.',
    }),
    jpToOutcomeMapper: Pairs({
      title: 'Answer to Outcome',
      description: 'Outcomes, each with a JSONPath: the first that finds something in the answer is taken.',
    }),
  }),
  outcomes: {
    compute: (config) => [
      ...[...(config?.responseCodes ?? []), ...Object.keys(config?.jpToOutcomeMapper ?? {})].map((id) => ({
        id,
        displayName: id,
      })),
      { id: 'NOMATCHRESPONSE', displayName: 'Default Response' },
      { id: 'ERROR', displayName: 'Error' },
    ],
  },
  interactive: false,
  reads: [],
  writes: [],
  namedWrites: ({ statusCodeReturn = '', bodyReturn = '', jpToSSMapper }) =>
    [statusCodeReturn, bodyReturn, ...Object.keys(jpToSSMapper)]
      .filter((key) => key !== '')
      .map((key) => key.replace(/^objectAttributes\..*/i, 'objectAttributes')),
});
