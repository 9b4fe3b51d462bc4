import type { Account, PushMechanism } from './phone-state.ts';
import type { RegistrationCode } from './registration-uri.ts';

/** The account that a code is for, if the phone has it already. */
export function accountFor(code: RegistrationCode, accounts: readonly Account[]): Account | undefined {
  return accounts.find(({ issuer, account }) => issuer === code.issuer && account === code.account);
}

/** Whether an account has what a code would add: one for push joins one that so far only makes one-time passwords, and the other way round. */
export function isTaken(account: Account, code: RegistrationCode): boolean {
  switch (code.scheme) {
    case 'pushauth':
      return account.push !== undefined;
    case 'mfauth':
      return account.push !== undefined || account.oath !== undefined;
    case 'otpauth':
      return account.oath !== undefined;
  }
}

/** What a code puts into an account, with the registration for push that came of it. */
export function addedBy(
  code: RegistrationCode,
  push: PushMechanism | undefined,
): Omit<Account, 'id' | 'addedAtMs'> {
  return {
    issuer: code.issuer,
    account: code.account,
    ...(code.colour !== undefined && { colour: code.colour }),
    ...(code.image !== undefined && { image: code.image }),
    ...(push !== undefined && { push }),
    ...(code.scheme !== 'pushauth' && { oath: code.oath }),
  };
}
