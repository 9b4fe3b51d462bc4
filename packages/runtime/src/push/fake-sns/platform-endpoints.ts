import { randomUUID } from 'node:crypto';
import { type QueryCall, QueryError } from './query-protocol.ts';

/** A message that was published to an endpoint. */
export interface Published {
  readonly targetArn: string;
  /** Texts for each platform by its key. */
  readonly message: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, string>>;
  /** Undefined when none was sent. */
  readonly subject: string | undefined;
}

interface Endpoint {
  readonly application: string;
  token: string;
  enabled: boolean;
}

/** The part of SNS that keeps the addresses of phones and takes messages for them. */
export interface PlatformEndpoints {
  /** Does what a call asks for, and gives the members of its result. Throws a `QueryError`. */
  call(call: QueryCall): Readonly<Record<string, string>>;
  readonly published: readonly Published[];
}

/** Addresses and messages in memory. Every platform application that is well named is there. */
export function createPlatformEndpoints(): PlatformEndpoints {
  const endpoints = new Map<string, Endpoint>();
  const published: Published[] = [];

  function endpointOf(arn: string): Endpoint {
    const endpoint = endpoints.get(arn);
    if (endpoint === undefined) throw new QueryError(404, 'NotFound', 'Endpoint does not exist');
    return endpoint;
  }

  function createEndpoint(call: QueryCall) {
    const application = call.text('PlatformApplicationArn');
    const token = call.text('Token');
    const enabled = call.map('Attributes').Enabled !== 'false';
    if (!/^arn:aws[\w-]*:sns:[\w-]+:\d+:app\/[^/]+\/[^/]+$/.test(application)) {
      throw new QueryError(404, 'NotFound', 'PlatformApplication does not exist');
    }
    for (const [arn, known] of endpoints) {
      if (known.application !== application || known.token !== token) continue;
      if (known.enabled === enabled) return { EndpointArn: arn };
      const reason = `Endpoint ${arn} already exists with the same Token, but different attributes.`;
      throw invalid(`Token Reason: ${reason}`);
    }
    const arn = `${application.replace(':app/', ':endpoint/')}/${randomUUID()}`;
    endpoints.set(arn, { application, token, enabled });
    return { EndpointArn: arn };
  }

  function publish(call: QueryCall) {
    const targetArn = call.text('TargetArn');
    const endpoint = endpointOf(targetArn);
    if (!endpoint.enabled) throw new QueryError(400, 'EndpointDisabled', 'Endpoint is disabled');
    const message = JSON.parse(call.text('Message')) as Published['message'];
    if (message.default === undefined) {
      throw invalid('Message Structure - No default entry in JSON message body');
    }
    const attributes = call.map('MessageAttributes');
    published.push({ targetArn, message, attributes, subject: call.text('Subject') || undefined });
    return { MessageId: randomUUID() };
  }

  return {
    published,
    call(call) {
      switch (call.action) {
        case 'CreatePlatformApplication': {
          const application = `${call.text('Platform')}/${call.text('Name')}`;
          return { PlatformApplicationArn: `arn:aws:sns:us-east-1:123456789012:app/${application}` };
        }
        case 'CreatePlatformEndpoint':
          return createEndpoint(call);
        case 'SetEndpointAttributes': {
          const endpoint = endpointOf(call.text('EndpointArn'));
          const { Enabled, Token } = call.map('Attributes');
          endpoint.enabled = Enabled === undefined ? endpoint.enabled : Enabled === 'true';
          endpoint.token = Token ?? endpoint.token;
          return {};
        }
        case 'DeleteEndpoint':
          endpoints.delete(call.text('EndpointArn'));
          return {};
        case 'Publish':
          return publish(call);
        default:
          throw new QueryError(400, 'InvalidAction', `This fake does not know the action ${call.action}.`);
      }
    },
  };
}

function invalid(what: string): QueryError {
  return new QueryError(400, 'InvalidParameter', `Invalid parameter: ${what}`);
}
