/** The services of the realm that nodes of a type work with, by AM's names. */
export function servicesOf(type: string): readonly string[] {
  return services.get(type) ?? [];
}

const push = ['pushNotification', 'authenticatorPushService'];
const oath = ['authenticatorOathService'];
const webAuthn = ['authenticatorWebAuthnService'];

const services: ReadonlyMap<string, readonly string[]> = new Map([
  ['CombinedMultiFactorRegistrationNode', [...push, ...oath]],
  ['OathDeviceStorageNode', oath],
  ['OathRegistrationNode', oath],
  ['OathTokenVerifierNode', oath],
  ['PushAuthenticationSenderNode', push],
  ['PushRegistrationNode', push],
  ['PushResultVerifierNode', ['pushNotification']],
  ['WebAuthnAuthenticationNode', webAuthn],
  ['WebAuthnDeviceStorageNode', webAuthn],
  ['WebAuthnRegistrationNode', webAuthn],
]);
