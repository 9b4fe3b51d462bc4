import type { Json, JsonObject } from './json.ts';

/** The methods of multi-factor authentication that AM keeps devices for. */
export type MfaMethod = 'push' | 'oath' | 'webauthn';

/** What the Device Profile Collector keeps of the browser or phone that signs in. */
export interface DeviceProfile {
  readonly identifier: string;
  readonly metadata?: JsonObject;
  readonly location?: { readonly latitude: number; readonly longitude: number };
}

/**
 * Every state key that a node type which is run here reads or writes, with the type of its value.
 * The names are AM's, so that scripts and other tools that know AM's state know ours.
 */
export interface StateValues {
  readonly realm: string;
  readonly username: string;
  readonly password: string;
  readonly universalId: string;
  readonly authLevel: number;
  readonly targetAuthLevel: number;
  readonly objectAttributes: JsonObject;
  readonly successUrl: string;
  readonly failureUrl: string;
  readonly userGotoParam: string;
  readonly userGotoOnFailParam: string;
  readonly errorMessage: string;
  readonly lockoutMessage: string;
  /** The node of an inner journey that failed. */
  readonly errorNode: { readonly id: string; readonly displayName: string; readonly type: string };
  /** Authentication methods proven so far, each followed by `|`. */
  readonly NodeType: string;
  readonly mfaMethod: MfaMethod;
  readonly 'forgeRock.device.profile': DeviceProfile;
  /** `AUTHENTICATE:` or `REGISTER:`, a UUID, and the time of sending in milliseconds. */
  readonly pushMessageId: string;
  /** When the push expires, in milliseconds since the epoch. */
  readonly pushMessageExpiration: number;
  /** How long the push lives, in milliseconds. AM's name for it is this one letter. */
  readonly t: number;
  readonly pushMechanismUid: string;
  /** The number that the user is to tap, as text. */
  readonly pushNumberChallengeKey: string;
  /** Base64 of the JSON of a push device that is being registered; holds its secret, so never shared state. */
  readonly pushDeviceProfile: string;
  /** Base64 of the challenge that the phone answers when it registers. */
  readonly pushChallengeKey: string;
  /** When waiting for the registration ends, in milliseconds since the epoch. */
  readonly pushRegistrationTimeout: number;
  readonly PushAuthFailureReason: string;
  readonly recoveryCodes: readonly string[];
  readonly recoveryCodeDeviceName: string;
}

/** The state keys of the node types that can be designed, but not run here. */
export interface DesignOnlyStateValues {
  /** What reCAPTCHA Enterprise answered. */
  readonly 'CaptchaEnterpriseNode.ASSESSMENT_RESULT': JsonObject;
  readonly 'CaptchaEnterpriseNode.FAILURE': string;
  /** A device that is being bound and is still to be stored. */
  readonly 'DeviceBinding.DEVICE': JsonObject;
  /** What Android attested of the key that was bound. */
  readonly 'DeviceBindingNode.ATTESTATION': JsonObject;
  readonly 'DeviceSigningVerifierNode.FAILURE': string;
  /** The JWT that a bound device has signed. */
  readonly 'DeviceSigningVerifierNode.JWT': string;
  /** What PingOne Protect answered. */
  readonly 'PingOneProtectEvaluationNode.RISK': JsonObject;
  /** What the browser said when a WebAuthn ceremony failed: its name and message, divided by a colon. */
  readonly WebAuthenticationDOMException: string;
  /** The certificates of the client, its own first, each in Base64. */
  readonly X509Certificate: readonly string[];
  /** Base64 of the JSON of an OATH device that is being registered; holds its secret, so never shared state. */
  readonly oathDeviceProfile: string;
  readonly oneTimePassword: string;
  /** When the one-time password was made, in seconds since the epoch. */
  readonly oneTimePasswordTimestamp: number;
  /** The challenge of a RADIUS server and, once collected, the answer. */
  readonly radiusChallenge: JsonObject;
  readonly webauthnAttestationType: string;
  /** What the authenticator sent to register, as the browser encodes it. */
  readonly webauthnData: string;
  /** A WebAuthn device that is being registered and is still to be stored. */
  readonly webauthnDeviceData: JsonObject;
  /** The id of the person's record in the identity store. */
  readonly _id: string;
  readonly emailAddress: string;
  /** Ties the answer of an Identity Assertion server to the request. */
  readonly identityAssertionNonce: string;
  readonly pingOneCreateUserFailureReason: JsonObject;
  readonly pingOneDeleteUserFailureReason: JsonObject;
  readonly pingOneIdentityMatchFailureReason: JsonObject;
  readonly pingOneUserId: string;
  readonly pingOneVerifyCompletionFailureReason: JsonObject;
  readonly pingOneVerifyEvaluationFailureReason: JsonObject;
  readonly pingOneVerifyMetadata: JsonObject;
  readonly pingOneVerifyTransactionId: string;
  readonly pingOneVerifyVerifiedData: readonly Json[];
  /** The name of the chosen social provider, or `localAuthentication`. */
  readonly selectedIdp: string;
  readonly termsAccepted: { readonly acceptDate: string; readonly termsVersion: string };
  /** What another party told of a person, and the names by which to find the account. */
  readonly userInfo: {
    readonly attributes: Readonly<Record<string, readonly string[]>>;
    readonly userNames: Readonly<Record<string, readonly string[]>>;
  };
  /** How long the journey may take, in minutes. */
  readonly maxAuthenticationSessionDuration: number;
  /** What the JWT said with which a thing registered or authenticated. */
  readonly 'org.forgerock.am.iot.jwt.pop.verified_claims': JsonObject;
  /** `0` for a keyboard, `1` for a phone. */
  readonly TDNA_DEVICE_TYPE: number;
  /** How the user has typed, as TypingDNA encodes it. */
  readonly TDNA_TYPING_PATTERN: string;
  /** An access token for PingOne. */
  readonly VerifyAT: JsonObject;
  readonly VerifyClaimResult: JsonObject;
  readonly VerifyMetadataResult: JsonObject;
  /** The id in PingOne of a user who was made there. */
  readonly VerifyNeedPatch: string;
  readonly VerifyTransactionID: string;
  /** What the phone scans second when it is registered offline with OneSpan. */
  readonly activationMessage2: string;
  readonly activationPassword: string;
  /** What the phone shows when it is registered offline with OneSpan. */
  readonly deviceCode: string;
  readonly ostid_cddc_hash: string;
  readonly ostid_cddc_ip: string;
  /** What OneSpan's script has found out of the browser, as JSON. */
  readonly ostid_cddc_json: string;
  readonly ostid_command: string;
  /** What OneSpan's visual code shows, in hexadecimal. */
  readonly ostid_cronto_msg: string;
  readonly ostid_digi_serial: string;
  readonly ostid_error_message: string;
  /** When the request to the phone expires, in milliseconds since the epoch, as text. */
  readonly ostid_event_expiry_date: string;
  readonly ostid_irm_response: number;
  readonly ostid_registration_id: string;
  readonly ostid_request_id: string;
  readonly ostid_risk_response_code: number;
  readonly ostid_session_id: string;
  /** The key of the shared state that holds the name by which OneSpan knows the user. */
  readonly ostid_username_in_shared_state: string;
  /** The Verify service of Twilio that has sent the code. */
  readonly serviceSID: string;
  readonly signature: string;
}

/** A state key of a node type that is run here. */
export type StateKey = keyof StateValues;

/** A state key that some node type declares. */
export type DeclaredStateKey = StateKey | keyof DesignOnlyStateValues;

/**
 * Where a value is kept: `shared` for the whole journey; `transient` until the next request, or, where a later node
 * reads it, encrypted until then.
 */
export type StateScope = 'shared' | 'transient';

/** A key that a node type reads. */
export interface StateRead {
  readonly key: DeclaredStateKey;
  /** Whether the node fails without it. */
  readonly required: boolean;
}

/** A key that a node type writes. */
export interface StateWrite {
  readonly key: DeclaredStateKey;
  readonly scope: StateScope;
  /** The outcomes on which it is written; absent: on every one. */
  readonly on?: readonly string[];
  /** Whether it is written each time such an outcome is taken, or only sometimes. Default: each time. */
  readonly always?: boolean;
}
