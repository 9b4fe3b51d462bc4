import type { Account } from '@journeyman/authenticator';
import { useState } from 'react';
import type { PhoneStore } from './phone-store.ts';
import { useNow } from './use-now.ts';

/** An account's one-time password: one by time with the time that it still holds, one by counter on demand. */
export function OathCodeLine({ store, account }: { readonly store: PhoneStore; readonly account: Account }) {
  const [counted, setCounted] = useState<string>();
  const now = useNow(500);
  if (account.oath === undefined) return null;
  if (account.oath.type === 'hotp') {
    return (
      <div className="oath-line">
        <output className="oath-code" aria-label="One-time password">
          {counted === undefined ? '•'.repeat(account.oath.digits) : grouped(counted)}
        </output>
        <button type="button" className="button" onClick={() => setCounted(store.oathCode(account.id)?.code)}>
          {counted === undefined ? 'Show a password' : 'Next password'}
        </button>
      </div>
    );
  }
  const code = store.oathCode(account.id);
  if (code?.type !== 'totp') return null;
  const left = Math.max(0, Math.ceil((code.validUntilMs - now) / 1000));
  const period = account.oath.periodSeconds;
  return (
    <div className="oath-line">
      <span className="oath-code">
        <span className="visually-hidden">One-time password </span>
        {grouped(code.code)}
      </span>
      <span className={left <= 5 ? 'oath-left oath-left-short' : 'oath-left'}>
        <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true">
          <circle className="oath-ring-rest" cx="10" cy="10" r="8" />
          <circle
            className="oath-ring"
            cx="10"
            cy="10"
            r="8"
            pathLength={period}
            strokeDasharray={`${left} ${period}`}
          />
        </svg>
        {left} s
      </span>
    </div>
  );
}

function grouped(code: string): string {
  return `${code.slice(0, code.length / 2)} ${code.slice(code.length / 2)}`;
}
