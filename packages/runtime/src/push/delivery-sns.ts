import {
  CreatePlatformEndpointCommand,
  EndpointDisabledException,
  InvalidParameterException,
  NotFoundException,
  PublishCommand,
  SetEndpointAttributesCommand,
  SNSClient,
  SNSServiceException,
} from '@aws-sdk/client-sns';
import { oversize, snsMessageOf } from '@journeyman/engine';
import type { PushNotificationService } from '../realms/realm-configuration.ts';
import type { Delivery, DeliveryFailure, Platform } from './delivery.ts';
import { type SnsTimeouts, snsTimeouts } from './sns-timeouts.ts';

/** A delivery that holds connections. */
export interface SnsDelivery extends Delivery {
  /** Ends its connections, once what is under way has come to an end. */
  close(): void;
}

/**
 * Delivers by Amazon SNS. What the service's properties leave empty comes from where the AWS client looks by itself:
 * environment, profile, role; `AWS_ENDPOINT_URL_SNS` for the address.
 */
export function createSnsDelivery(service: PushNotificationService, timeouts = snsTimeouts): SnsDelivery {
  const client = createClient(service, timeouts);
  let underWay = 0;
  let closed = false;

  /** Runs an operation within the total time and turns what it throws into a failure. */
  async function attempt<T>(
    secret: string,
    operation: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | DeliveryFailure> {
    const signal = AbortSignal.timeout(timeouts.totalMs);
    underWay += 1;
    try {
      return await withdraw(operation(signal), signal);
    } catch (error) {
      return { status: 'failed', reason: describe(error, signal, timeouts).replaceAll(secret, '(token)') };
    } finally {
      underWay -= 1;
      if (closed && underWay === 0) client.destroy();
    }
  }

  function create(application: string, token: string, abortSignal: AbortSignal) {
    const input = { PlatformApplicationArn: application, Token: token, Attributes: { Enabled: 'true' } };
    return client.send(new CreatePlatformEndpointCommand(input), { abortSignal });
  }

  function switchOn(address: string, token: string, abortSignal: AbortSignal) {
    const input = { EndpointArn: address, Attributes: { Enabled: 'true', Token: token } };
    return client.send(new SetEndpointAttributesCommand(input), { abortSignal });
  }

  async function createOrTakeOver(application: string, token: string, signal: AbortSignal) {
    try {
      return (await create(application, token, signal)).EndpointArn;
    } catch (error) {
      const existing =
        error instanceof InvalidParameterException ? existingEndpoint(error.message) : undefined;
      if (existing === undefined) throw error;
      try {
        await switchOn(existing, token, signal);
        return existing;
      } catch (failure) {
        // Deleted between the two calls: now there is room for a new one.
        if (failure instanceof NotFoundException)
          return (await create(application, token, signal)).EndpointArn;
        throw failure;
      }
    }
  }

  return {
    createEndpoint(platform, deviceId) {
      const token = normaliseToken(platform, deviceId);
      const application = platform === 'apns' ? service.appleEndpoint : service.googleEndpoint;
      const problem = endpointProblem(platform, token, application);
      if (problem !== undefined) return Promise.resolve({ status: 'failed', reason: problem });
      return attempt(token, async (signal) => {
        const address = await createOrTakeOver(application ?? '', token, signal);
        if (!address)
          return { status: 'failed', reason: 'Amazon SNS answered without the ARN of an endpoint.' };
        return { status: 'created', address };
      });
    },

    enable(address, deviceId) {
      const token = normaliseToken(address.includes(':endpoint/APNS') ? 'apns' : 'gcm', deviceId);
      return attempt(token, async (signal) => {
        try {
          await switchOn(address, token, signal);
          return { status: 'enabled' };
        } catch (error) {
          if (error instanceof NotFoundException || error instanceof InvalidParameterException) {
            return { status: 'gone' };
          }
          throw error;
        }
      });
    },

    async publish(address, payload, ttlSeconds) {
      const message = snsMessageOf(payload);
      const problem = oversize(message);
      if (problem !== undefined) return { status: 'failed', reason: problem };
      const command = new PublishCommand({
        TargetArn: address,
        MessageStructure: 'json',
        Message: JSON.stringify(message),
        MessageAttributes: ttlAttributes(ttlSeconds),
      });
      return attempt(payload.jwt, async (abortSignal) => {
        try {
          await client.send(command, { abortSignal });
          return { status: 'sent' };
        } catch (error) {
          if (error instanceof EndpointDisabledException) return { status: 'endpoint-disabled' };
          throw error;
        }
      });
    },

    close() {
      closed = true;
      if (underWay === 0) client.destroy();
    },
  };
}

function createClient(service: PushNotificationService, timeouts: SnsTimeouts): SNSClient {
  const { accessKey, secret, region } = service;
  return new SNSClient({
    // AM's list of regions misspells China's.
    ...(region ? { region: region === 'n-north-1' ? 'cn-north-1' : region } : {}),
    ...(accessKey && secret ? { credentials: { accessKeyId: accessKey, secretAccessKey: secret } } : {}),
    maxAttempts: 3,
    retryMode: 'standard',
    requestHandler: {
      connectionTimeout: timeouts.connectionMs,
      requestTimeout: timeouts.requestMs,
      throwOnRequestTimeout: true,
    },
  });
}

/** The work's result, or a rejection as soon as the signal aborts: not every step of the client watches the signal. */
function withdraw<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function existingEndpoint(message: string): string | undefined {
  return /Endpoint (arn:aws\S*:sns:\S+) already exists with the same token/i.exec(message)?.[1];
}

/** Old iPhones send hexadecimal digits in upper case, and SNS keeps them in lower case. */
function normaliseToken(platform: Platform, token: string): string {
  return platform === 'apns' ? token.toLowerCase() : token;
}

function endpointProblem(platform: Platform, token: string, application?: string): string | undefined {
  if (!application) {
    const property = platform === 'apns' ? 'appleEndpoint' : 'googleEndpoint';
    return `The push notification service has no ${property}, which is the ARN of a platform application.`;
  }
  const isGood = platform === 'apns' ? /^(?:[0-9a-f]{2}){32,}$/ : /^[\x21-\x7e]+$/;
  return isGood.test(token)
    ? undefined
    : `The token of the phone is not in the form of an ${platform} token.`;
}

function ttlAttributes(seconds: number) {
  const value = { DataType: 'String', StringValue: String(seconds) };
  return {
    'AWS.SNS.MOBILE.APNS.TTL': value,
    'AWS.SNS.MOBILE.APNS_SANDBOX.TTL': value,
    'AWS.SNS.MOBILE.FCM.TTL': value,
  };
}

function describe(error: unknown, signal: AbortSignal, timeouts: SnsTimeouts): string {
  if (signal.aborted) return `Amazon SNS did not answer within ${timeouts.totalMs} ms.`;
  if (error instanceof SNSServiceException) {
    const attempts = error.$metadata.attempts ?? 1;
    return `${error.name}: ${error.message} (status ${error.$metadata.httpStatusCode}, attempt ${attempts})`;
  }
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
