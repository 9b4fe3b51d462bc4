import type { LoginPage, PhonePage } from '../sign-in-pages.ts';

/** Who signs in: a browser and a phone. */
interface SigningIn {
  readonly login: LoginPage;
  readonly phone: PhonePage;
  readonly journey: string;
}

/** Signs in for the first time: registers the phone by its QR code, sees the recovery codes, and approves the push. */
export async function signInByRegistration(
  { login, phone, journey }: SigningIn,
  issuer: string,
): Promise<void> {
  await login.start(journey);
  await login.enterPassword();
  await login.button('Register Device').click();
  await phone.addAccount(await login.phoneLink(), issuer);
  await login.recoveryCodes();
  await login.button('Next').click();
  await phone.approve();
  await login.expectSignedIn();
}

/** Signs in with a phone that is registered. */
export async function signInByPush({ login, phone, journey }: SigningIn): Promise<void> {
  await login.start(journey);
  await login.enterPassword();
  await phone.approve();
  await login.expectSignedIn();
}
