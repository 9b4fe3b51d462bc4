import type { JsonObject } from '../json.ts';

/** The sections that a single-journey export has beside its tree, as frodo writes them for a journey with nothing in it. */
export const emptyExport = {
  circlesOfTrust: {},
  emailTemplates: {},
  innerNodes: {},
  nodes: {},
  saml2Entities: {},
  scripts: {},
  socialIdentityProviders: {},
  themes: [],
} as const satisfies JsonObject;
