import { publicUrl } from '../world/push.ts';
import type { RealmSetting } from './simulation-setting.ts';

/** Schemes that run or show a text instead of going somewhere. */
const neverGoneTo = /^(javascript|data|vbscript|blob|file|about|filesystem|view-source):/i;

/** Browsers drop these characters or turn them into others. */
const unclear = /[\s\p{Cc}\p{Cf}\\]/u;

/** The address that a client asks to be led to, where our service permits it: on itself, or where the realm says; else undefined. */
export function permittedGoto(
  goto: string | undefined,
  { validGotoUrls }: Pick<RealmSetting, 'validGotoUrls'>,
): string | undefined {
  if (goto === undefined || unclear.test(goto) || neverGoneTo.test(goto)) return undefined;
  const isPath = /^\/(?!\/)/.test(goto);
  if (!isPath && !/^[a-z][a-z\d+.-]*:\/\//i.test(goto)) return undefined;
  const target = isPath ? URL.parse(goto, publicUrl) : URL.parse(goto);
  if (target === null || target.username + target.password !== '') return undefined;
  return [publicUrl, ...validGotoUrls].some((address) => isBelow(target, address)) ? goto : undefined;
}

/** An address of the realm may end in AM's wildcards. */
function isBelow(target: URL, address: string): boolean {
  const permitted = URL.parse(address.replace(/\*(\?\*)?$/, ''));
  const rest = ({ pathname, search, hash }: URL) => pathname + search + hash;
  return (
    permitted?.protocol === target.protocol &&
    permitted.host === target.host &&
    rest(target).startsWith(rest(permitted))
  );
}
