import type { JsonObject } from '@journeyman/node-schemas';
import type { FailedPolicy, Policies } from './services.ts';

/** A rule for values, as identity management describes it, and its test. */
interface Rule {
  readonly policyId: string;
  readonly policyRequirement: string;
  readonly params?: JsonObject;
  holds(value: string): boolean;
}

const required: Rule = {
  policyId: 'required',
  policyRequirement: 'REQUIRED',
  holds: (value) => value.trim() !== '',
};

const minLength = (length: number): Rule => ({
  policyId: 'minimum-length',
  policyRequirement: 'MIN_LENGTH',
  params: { minLength: length },
  holds: (value) => lengthOf(value) >= length,
});

const maxLength = (length: number): Rule => ({
  policyId: 'maximum-length',
  policyRequirement: 'MAX_LENGTH',
  params: { maxLength: length },
  holds: (value) => lengthOf(value) <= length,
});

const matches = (pattern: RegExp): Rule => ({
  policyId: 'regexpMatches',
  policyRequirement: 'MATCH_REGEXP',
  params: { regexp: pattern.source, flags: pattern.flags },
  holds: (value) => pattern.test(value),
});

/** No control characters; and none of the two names that an address takes for steps in its path, so that its owner could never be named. */
const addressable = /^(?!\.{1,2}$)\P{Cc}*$/u;

const rules: Readonly<Record<string, { readonly title: string; readonly rules: readonly Rule[] }>> = {
  userName: {
    title: 'Username',
    rules: [required, minLength(1), maxLength(64), matches(addressable)],
  },
  password: { title: 'Password', rules: [required, minLength(8)] },
};

/** The rules for user names and passwords, the same in every realm. NIST SP 800-63B's least length where there is more than a password. */
export const policies: Policies = {
  async describe(attribute) {
    const known = Object.hasOwn(rules, attribute) ? rules[attribute] : undefined;
    if (known === undefined) return { policies: {} };
    return {
      title: known.title,
      policies: {
        policyRequirements: known.rules.map(({ policyRequirement }) => policyRequirement),
        fallbackPolicies: null,
        name: attribute,
        policies: known.rules.map(({ policyId, policyRequirement, params }) => ({
          policyRequirements: [policyRequirement],
          policyId,
          ...(params === undefined ? {} : { params }),
        })),
        conditionalPolicies: null,
      },
    };
  },
  async check(attribute, value) {
    const known = Object.hasOwn(rules, attribute) ? rules[attribute] : undefined;
    return (known?.rules ?? []).filter((rule) => !rule.holds(value)).map(failureOf);
  },
};

function failureOf({ policyRequirement, params }: Rule): FailedPolicy {
  return { policyRequirement, ...(params === undefined ? {} : { params }) };
}

/** Characters as people count them, so that one beyond the first plane of Unicode is one. */
function lengthOf(value: string): number {
  return [...value].length;
}
