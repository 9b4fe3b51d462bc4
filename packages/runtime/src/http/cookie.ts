import type { Context } from 'hono';

/** The `Set-Cookie` text that gives a browser its session token, until the browser is closed. */
export function sessionCookie(name: string, token: string, publicUrl: string): string {
  return `${name}=${token}; ${attributes(publicUrl)}`;
}

/** The `Set-Cookie` text that takes the session token from a browser. */
export function expiredSessionCookie(name: string, publicUrl: string): string {
  return `${name}=; ${attributes(publicUrl)}; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT`;
}

/** The value of a request's cookie; undefined when there is none, or an empty one. */
export function cookieOf(c: Context, name: string): string | undefined {
  for (const pair of c.req.header('cookie')?.split(';') ?? []) {
    const [found, ...value] = pair.trim().split('=');
    if (found === name) return value.join('=') || undefined;
  }
  return undefined;
}

/** A page of another site may use the cookie only over https: browsers take `SameSite=None` with `Secure` alone. */
function attributes(publicUrl: string): string {
  const isSecure = publicUrl.toLowerCase().startsWith('https:');
  return `Path=/; HttpOnly; ${isSecure ? 'Secure; SameSite=None' : 'SameSite=Lax'}`;
}
