import { Hono } from 'hono';
import { answerNothing, type RealmOf } from './administration.ts';
import { nodesResource } from './nodes-resource.ts';
import type { RealmContents } from './realm-contents.ts';
import type { ServiceSettings } from './service-settings.ts';
import { servicesResource } from './services-resource.ts';
import { treesResource } from './trees-resource.ts';

/**
 * AM's configuration of a realm, to be mounted at `/json/:realm/realm-config`, as far as tools for journeys ask for it: trees, nodes
 * and services. There are no SAML entities here, and the tools are told so.
 */
export function realmConfigResource(
  realmOf: RealmOf,
  contents: RealmContents,
  services: ServiceSettings,
): Hono {
  const nothing = new Hono().get('/', async (c) => {
    await realmOf(c);
    return answerNothing(c);
  });
  return new Hono()
    .route('/authentication/authenticationtrees/trees', treesResource(realmOf, contents))
    .route('/authentication/authenticationtrees/nodes', nodesResource(realmOf, contents))
    .route('/services', servicesResource(realmOf, services))
    .route('/saml2', nothing)
    .route('/federation/circlesoftrust', nothing);
}
