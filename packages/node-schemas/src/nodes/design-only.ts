import type { NodeType } from '../node-type.ts';
import { factorsAndContext } from './design-only/factors-and-context.ts';
import { identityAndSocial } from './design-only/identity-and-social.ts';
import { utilitiesAndMarketplace } from './design-only/utilities-and-marketplace.ts';

/** The node types that can be designed, checked and exported, but not run, by type id. */
export const designOnlyNodeTypes: Readonly<Record<string, NodeType>> = {
  ...identityAndSocial,
  ...factorsAndContext,
  ...utilitiesAndMarketplace,
};
