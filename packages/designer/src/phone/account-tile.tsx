import type { Account } from '@journeyman/authenticator';
import { useState } from 'react';
import { tileColours } from './account-colour.ts';

/** An account's picture on its colour, or its issuer's first letter where there is no picture. */
export function AccountTile({
  account: { issuer, colour, image },
  size = 40,
}: {
  readonly account: Pick<Account, 'issuer' | 'colour' | 'image'>;
  readonly size?: number;
}) {
  const [failed, setFailed] = useState<string>();
  const { background, text } = tileColours(colour);
  return (
    <span
      className="account-tile"
      style={{ width: size, height: size, background, color: text, fontSize: size * 0.45 }}
      aria-hidden="true"
    >
      {image !== undefined && image !== failed ? (
        <img
          src={image}
          alt=""
          width={size}
          height={size}
          referrerPolicy="no-referrer"
          onError={() => setFailed(image)}
        />
      ) : (
        ([...issuer][0] ?? '?').toUpperCase()
      )}
    </span>
  );
}
