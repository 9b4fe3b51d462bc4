import { decodeEncodedWords } from '@journeyman/engine';
import type { Context } from 'hono';

/**
 * The user name and the password in AM's two headers, where a request has both; either may be an encoded word (RFC 2047).
 */
export function credentialsOf(
  c: Context,
): { readonly username: string; readonly password: string } | undefined {
  const username = c.req.header('x-openam-username');
  const password = c.req.header('x-openam-password');
  if (!username || !password) return undefined;
  return { username: decodeEncodedWords(username), password: decodeEncodedWords(password) };
}
