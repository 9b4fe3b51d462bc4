import type { Context } from 'hono';
import { type ActingCaller, namedCaller } from './acting-caller.ts';
import type { AuditEvent } from './audit-log.ts';

/** The resources through which configuration is changed, by what follows the realm in their paths. */
const configuration: ReadonlySet<string> = new Set(['journey-files', 'realm-config', 'scripts']);

/** The actions that change something; all others only ask. */
const changing: ReadonlySet<string> = new Set(['clone', 'create', 'rename', 'savePolicy']);

/**
 * AM's event of a change to journeys, nodes, scripts or services; undefined for a request that has changed nothing of the kind.
 * What was changed is named by its address, and no value is told: a node, a script or a service may hold a secret.
 */
export function configChange(c: Context, realm: string, caller: ActingCaller): AuditEvent | undefined {
  const [resource = '', ...below] = c.req.path.split('/').slice(3);
  const operation = operationOf(c);
  if (!configuration.has(resource) || operation === undefined || c.res.status >= 400) return undefined;
  // A tool may leave it to the server to name what is new, and a clone is another than what is addressed.
  const made = c.req.method === 'POST' ? c.res.headers.get('location') : null;
  const above = new URL(c.req.url).pathname.split('/').length - below.length;
  const address = made === null ? below : made.split('/').slice(above);
  return {
    eventName: 'AM-CONFIG-CHANGE',
    realm,
    component: 'Config',
    ...namedCaller(caller),
    objectId: [resource, ...address].join('/'),
    operation,
  };
}

function operationOf(c: Context): 'CREATE' | 'UPDATE' | 'DELETE' | undefined {
  const { method } = c.req;
  if (method === 'DELETE') return 'DELETE';
  if (method !== 'PUT' && !(method === 'POST' && changing.has(c.req.query('_action') ?? '')))
    return undefined;
  return c.res.status === 201 ? 'CREATE' : 'UPDATE';
}
