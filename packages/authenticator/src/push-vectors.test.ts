import { describe, expect, it } from 'vitest';
import { answerRequest, refreshRequest, registrationRequest } from './app-requests.ts';
import { decodeBase32 } from './base32.ts';
import { decodeBase64, encodeBase64, encodeBase64Url } from './base64.ts';
import {
  type Account,
  type AppGeneration,
  challengeResponse,
  createPushToken,
  hotp,
  isOathAlgorithm,
  isSignedWith,
  type Platform,
  readJws,
  readRegistrationUri,
  signJws,
  totp,
} from './index.ts';
import type { PushMechanism, PushNotification } from './phone-state.ts';
import { type PushMessage, readPushMessage } from './push-message.ts';
import vectors from './push-vectors.json' with { type: 'json' };

const generations: readonly AppGeneration[] = ['androidLegacy', 'iosLegacy', 'unified'];

function bytes(base64: string): Uint8Array {
  const decoded = decodeBase64(base64);
  if (decoded === null) {
    throw new Error('the vector is not base64');
  }
  return decoded;
}

function mechanism(parts: Partial<PushMechanism> = {}): PushMechanism {
  const [address] = vectors.endpoints;
  return {
    mechanismUid: 'b162b325-ebb1-48e0-8ab7-b38cf341da95',
    secret: encodeBase64(new Uint8Array(32)),
    registerUrl: address?.register ?? '',
    authenticateUrl: address?.authenticate ?? '',
    ...parts,
  };
}

function account(push: PushMechanism): Account {
  return { id: 'a1', issuer: 'Acme', account: 'demo', addedAtMs: 0, push };
}

function read(message: Partial<PushMessage>, push: PushMechanism, platform: Platform = 'android') {
  return readPushMessage({ messageId: 'AUTHENTICATE:1', jwt: '', ...message }, [account(push)], platform, 0);
}

it('holds every vector', () => {
  expect(Object.fromEntries(Object.entries(vectors).map(([group, list]) => [group, list.length]))).toEqual({
    registrationUris: 21,
    oathUris: 17,
    challengeResponses: 8,
    jwts: 3,
    pushMessages: 9,
    androidNotificationErrors: 8,
    jwtHeaderQuirk: 6,
    deviceTokens: 1,
    endpoints: 1,
    requests: 8,
    oathCodes: 31,
  });
});

describe('registration codes', () => {
  it.each(vectors.registrationUris)('$id: each generation takes or refuses it', ({ uri, accept }) => {
    const reading = readRegistrationUri(uri);
    const takes = (generation: AppGeneration) =>
      reading.status === 'read' && reading.refusals.every((refusal) => refusal.by !== generation);
    const known = generations.filter((generation) => generation in accept);
    expect(known).not.toEqual([]);
    expect(Object.fromEntries(known.map((generation) => [generation, takes(generation)]))).toEqual(accept);
  });

  const decoded = vectors.registrationUris.filter((vector) => vector.expected !== null);

  it('has values for all but four', () => expect(decoded).toHaveLength(17));

  it.each(decoded)('$id: reads its values', ({ uri, expected }) => {
    const reading = readRegistrationUri(uri);
    if (reading.status === 'wrong' || reading.code.scheme === 'otpauth' || expected === null) {
      throw new Error('not read as a code for push');
    }
    const { code } = reading;
    const { push } = code;
    const oath = code.scheme === 'mfauth' ? code.oath : undefined;
    const image = expected.imageRaw ?? expected.image;
    const found: Record<keyof typeof expected, unknown> = {
      scheme: code.scheme,
      host: code.scheme === 'mfauth' ? code.oath.type : new URL(uri).host,
      issuer: code.issuer,
      account: code.account,
      regUrl: push.registerUrl,
      authUrl: push.authenticateUrl,
      secretStdB64: push.secret,
      challengeStdB64: push.challenge,
      loadBalancer: push.loadBalancer,
      messageId: push.messageId,
      colour: code.colour,
      image: code.image,
      uid: push.userId,
      d: push.userId,
      pid: push.profileId,
      policies: code.scheme === 'mfauth' ? code.policies : undefined,
      oath: oath && { secretBase32: oath.secret, digits: oath.digits, period: oath.periodSeconds },
      imageRaw: code.image,
    };
    const wanted = {
      ...expected,
      ...(expected.policies !== undefined && { policies: JSON.parse(expected.policies) }),
      // The apps differ on an encoded image of a combined code; the address is what all of them mean.
      ...(expected.imageRaw !== undefined && {
        imageRaw: image?.startsWith('http') ? image : new TextDecoder().decode(bytes(image ?? '')),
      }),
    };
    expect(found).toMatchObject(wanted);
  });

  it.each(vectors.oathUris)('$uri', ({ uri, expected, valid }) => {
    const reading = readRegistrationUri(uri);
    expect(reading.status).toBe(valid ? 'read' : 'wrong');
    if (reading.status === 'read' && reading.code.scheme === 'otpauth' && expected !== null) {
      const { issuer, account, image, oath } = reading.code;
      const { type, counter, algorithm, userId: uid, profileId: oid } = oath;
      expect({ issuer, account, image, type, counter, algorithm, uid, oid }).toMatchObject(expected);
    }
  });
});

it.each(vectors.challengeResponses)('$id: answers the challenge', ({ secret, challenge, response }) => {
  expect(challengeResponse(secret, challenge)).toBe(response);
});

it.each(vectors.jwts)('$id: verifies or not', ({ secret, jwt, valid }) => {
  const jws = readJws(jwt);
  expect(jws !== null && isSignedWith(jws, bytes(secret))).toBe(valid);
});

describe('push messages', () => {
  const known = vectors.pushMessages.filter((vector) => vector.valid === true);
  const broken = vectors.pushMessages.filter((vector) => vector.valid === false);
  const ofUnknownSecret = vectors.pushMessages.filter((vector) => vector.valid === undefined);

  it('are of three kinds', () => {
    expect([known.length, broken.length, ofUnknownSecret.length]).toEqual([3, 4, 2]);
  });

  it.each(known)('$id: is read', ({ jwt, secret = '', messageId = '', claims, loadBalancer, ...vector }) => {
    const push = mechanism({ mechanismUid: claims?.u ?? '', secret });
    for (const platform of ['android', 'ios'] as const) {
      expect(read({ messageId, jwt }, push, platform)).toMatchObject({
        status: 'read',
        notification: {
          messageId,
          challenge: claims?.c,
          loadBalancer,
          ...(vector.expiresAtMillis !== undefined && { expiresAtMs: vector.expiresAtMillis }),
        },
        ...(claims?.d !== undefined && { userId: claims.d }),
      });
    }
    expect(readJws(jwt)?.claims).toEqual(claims);
  });

  it.each(broken)('$id: is dropped by an old iPhone', ({ jwt, messageId = '' }) => {
    const push = mechanism({ mechanismUid: 'CB4CA7B7-447D-4F8F-A829-5B1B156DC001' });
    expect(read({ messageId, jwt }, push, 'ios')).toEqual({
      status: 'dropped',
      reason: 'required fields missing',
    });
  });

  it.each(ofUnknownSecret)(
    '$id: says what AM said, and another key does not verify it',
    ({ jwt, claims }) => {
      expect(readJws(jwt)?.claims).toEqual(claims);
      const push = mechanism({ mechanismUid: claims?.u ?? '' });
      expect(read({ jwt }, push, 'ios')).toEqual({ status: 'dropped', reason: 'signature not valid' });
    },
  );

  it.each(vectors.jwtHeaderQuirk)(
    'an old iPhone and the header $headerJson',
    ({ headerJson, iosLegacyAccepts }) => {
      const push = mechanism();
      const claims = JSON.stringify({ c: 'AAAA', u: push.mechanismUid, l: '', t: '120' });
      const signed = signJws(claims, bytes(push.secret), headerJson);
      expect(read({ jwt: signed }, push, 'ios').status).toBe(iosLegacyAccepts ? 'read' : 'dropped');
      expect(read({ jwt: signed }, push, 'android').status).toBe('read');
    },
  );
});

describe('errors of the Android app', () => {
  const push = mechanism();
  const sign = (claims: object, secret = push.secret) => signJws(JSON.stringify(claims), bytes(secret));
  const good = { c: 'AAAA', u: push.mechanismUid, t: '120' };
  const otherSecret = encodeBase64(new Uint8Array(32).fill(1));
  const cases: Readonly<Record<string, { readonly message: Partial<PushMessage>; readonly reason: string }>> =
    {
      'secret differs from the stored one': {
        message: { jwt: sign(good, otherSecret) },
        reason: 'signature not valid',
      },
      'message is not a JWT': { message: { jwt: 'hello' }, reason: 'not a signed message' },
      'claim t is "INVALID"': {
        message: { jwt: sign({ ...good, t: 'INVALID' }) },
        reason: 'lifetime not a number',
      },
      'claim u missing': { message: { jwt: sign({ c: 'AAAA' }) }, reason: 'required fields missing' },
      'claim c missing': {
        message: { jwt: sign({ u: push.mechanismUid }) },
        reason: 'required fields missing',
      },
      'messageId missing': {
        message: { messageId: '', jwt: sign(good) },
        reason: 'required fields missing',
      },
      'claim u unknown on the device': {
        message: { jwt: sign({ ...good, u: 'other' }) },
        reason: 'unknown mechanism',
      },
    };
  // The eighth, a message that is stored already, is the phone's matter and tested there.
  const errors = vectors.androidNotificationErrors.filter(({ when }) => when !== 'messageId already stored');

  it('are seven, and one that is none', () => {
    expect(errors.map(({ when }) => when)).toEqual(Object.keys(cases));
  });

  it.each(errors)('$when', ({ when }) => {
    expect(read(cases[when]?.message ?? {}, push)).toEqual({
      status: 'dropped',
      reason: cases[when]?.reason,
    });
  });
});

it.each(vectors.deviceTokens)('an iPhone sends its token in upper-case hexadecimal', (vector) => {
  const token = createPushToken('ios', { bytes: () => bytes(vector.tokenBase64) });
  expect(token).toBe(vector.deviceIdSent);
});

it.each(vectors.endpoints)('the address for refreshing comes from the one for registering', (vector) => {
  const device = { platform: 'android', deviceName: 'Pixel 7', pushToken: 't' } as const;
  const push = mechanism({ registerUrl: vector.register, authenticateUrl: vector.authenticate });
  expect(refreshRequest(device, push)?.url).toBe(vector.refresh);
});

describe('requests', () => {
  type RequestVector = (typeof vectors.requests)[number];
  const claimsOf = (vector: RequestVector) => readJws(vector.body.jwt)?.claims ?? {};

  function notification(vector: RequestVector): PushNotification {
    return {
      messageId: vector.body.messageId ?? '',
      accountId: 'a1',
      type: 'default',
      message: '',
      challenge: vector.challenge ?? '',
      numbers: [],
      customPayload: {},
      sentAtMs: 0,
      expiresAtMs: 1,
      status: 'pending',
    };
  }

  /** The same request, made by this package from what the vector says of the phone and the user. */
  function made(vector: RequestVector) {
    const claims = claimsOf(vector);
    const platform = claims.deviceType === 'ios' ? 'ios' : 'android';
    const device = {
      platform,
      deviceName: String(claims.deviceName),
      pushToken: String(claims.deviceId),
    } as const;
    const push = mechanism({
      secret: vector.secret,
      mechanismUid: String(claims.mechanismUid ?? vector.body.mechanismUid),
      ...(vector.body.username !== undefined && { userId: vector.body.username }),
    });
    switch (vector.action) {
      case 'register':
        return registrationRequest(device, push, {
          messageId: vector.body.messageId ?? '',
          challenge: vector.challenge ?? '',
          loadBalancer: 'amlbcookie=01',
        });
      case 'authenticate': {
        const number = claims.challengeResponse;
        return answerRequest(
          platform,
          push,
          notification(vector),
          claims.deny === true
            ? { type: 'deny', wasAskedForNumber: false }
            : { type: 'approve', ...(number !== undefined && { number: Number(number) }) },
        );
      }
      case 'refresh':
        return refreshRequest(device, push);
    }
    throw new Error(`no such action: ${vector.action}`);
  }

  const good = vectors.requests.filter((vector) => vector.expectStatus === 200);
  const bad = vectors.requests.filter((vector) => vector.expectStatus !== 200);

  it('are six that a phone makes and two that a server refuses', () => {
    expect([good.length, bad.length]).toEqual([6, 2]);
  });

  it.each(good)('$id: is made to the letter', (vector) => {
    const request = made(vector);
    expect(JSON.parse(request?.body ?? '')).toEqual(vector.body);
    if (vector.headers !== undefined) {
      expect(request?.headers).toEqual(vector.headers);
    }
    if (vector.claims !== undefined) {
      expect(claimsOf(vector)).toEqual(vector.claims);
    }
  });

  it.each(bad)('$id: is not what a phone makes', (vector) => {
    const jws = readJws(vector.body.jwt);
    const isSigned = jws !== null && isSignedWith(jws, bytes(vector.secret));
    const isAnswered = claimsOf(vector).response === challengeResponse(vector.secret, vector.challenge ?? '');
    expect([isSigned, isAnswered]).toEqual(
      vector.id === 'register-wrong-key' ? [false, true] : [true, false],
    );
  });
});

it.each(vectors.oathCodes)('$type $algorithm $digits $counter $timeMillis', (vector) => {
  const secret = decodeBase32(vector.secret);
  if (secret === null || !isOathAlgorithm(vector.algorithm)) {
    throw new Error('the vector is not readable');
  }
  const parameters = { secret, algorithm: vector.algorithm, digits: vector.digits };
  const code =
    vector.timeMillis === undefined
      ? hotp(parameters, vector.counter ?? Number.NaN)
      : totp(parameters, vector.timeMillis, vector.period ?? Number.NaN);
  expect(code).toBe(vector.code);
});

it('base64url has no padding and its own alphabet', () => {
  expect(encodeBase64Url(Uint8Array.of(0xfb, 0xff))).toBe('-_8');
});
