import type { Context } from 'hono';

const wellFormed =
  /^\s*(?:protocol|resource)=\d+(?:\.\d+)?(?:\s*,\s*(?:protocol|resource)=\d+(?:\.\d+)?)?\s*$/;

/**
 * AM's answer to an `Accept-API-Version` that cannot be read: plain text, unlike every other error. Undefined for any other,
 * whatever versions it names: clients of every age ask for different ones and mean the same.
 */
export function malformedVersion(c: Context): Response | undefined {
  const asked = c.req.header('accept-api-version');
  if (asked === undefined || wellFormed.test(asked)) return undefined;
  return c.text(`Version string is in an invalid format: ${asked}`, 400);
}
