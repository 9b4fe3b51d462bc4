import type { Fault } from '../journey/choose-journey.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { pushDemands } from './policy-schema.ts';

/** What an answer to a push must at least take: a tap, a number to choose, or six digits to carry over. */
export type PushDemand = (typeof pushDemands)[number];

/** A finding that is accepted. */
export interface PolicyException {
  /** The code of the finding. */
  readonly finding: string;
  /** The node that it is about, by name or id; absent: whatever node. */
  readonly node?: string;
  /** The outcome that it is about, by id or name; absent: whatever outcome. */
  readonly outcome?: string;
  /** Of too few factors, how many have to be proven at least for it to be accepted, 0 to 2; absent: 1. */
  readonly factors?: number;
  readonly reason: string;
}

/** An outcome that no scenario needs to take; it does not count towards the coverage. */
export interface CoverageException {
  /** By name or id. */
  readonly node: string;
  /** By id or name. */
  readonly outcome: string;
  readonly reason: string;
}

/** What is demanded of a journey. */
export interface JourneyPolicy {
  /** How many factors every way to Success proves, 1 to 3. */
  readonly factors?: number;
  readonly push?: PushDemand;
  /** How many of the outcomes its scenarios take, in percent. */
  readonly coverage?: number;
  readonly exceptions: readonly PolicyException[];
  readonly coverageExceptions?: readonly CoverageException[];
}

/** What a `policy.json` demands, by the name of the journey; `*` stands for every one. */
export type Policy = ReadonlyMap<string, JourneyPolicy>;

/** Reads a `policy.json`. */
export function readPolicy(
  value: JsonObject,
):
  | { readonly status: 'read'; readonly policy: Policy }
  | { readonly status: 'refused'; readonly findings: readonly Fault[] } {
  const findings: Fault[] = [];
  const reader = new PolicyReader(findings);
  const policy = reader.policy(value);
  return findings.length === 0 ? { status: 'read', policy } : { status: 'refused', findings };
}

/** What is demanded of one journey: what the policy says of it by name, and of every journey where it says nothing by name. */
export function policyFor(policy: Policy, name: string): JourneyPolicy {
  const [every, own] = [policy.get('*'), policy.get(name)];
  const coverageExceptions = [...(own?.coverageExceptions ?? []), ...(every?.coverageExceptions ?? [])];
  return {
    ...every,
    ...own,
    exceptions: [...(own?.exceptions ?? []), ...(every?.exceptions ?? [])],
    ...(coverageExceptions.length === 0 ? {} : { coverageExceptions }),
  };
}

/** Reads values of expected kinds and tells those that are of another. */
class PolicyReader {
  private readonly findings: Fault[];

  constructor(findings: Fault[]) {
    this.findings = findings;
  }

  policy(value: JsonObject): Policy {
    const { journeys, $schema: _, ...others } = value;
    this.refuseOthers(others, [], '"journeys"');
    const entries = this.object(journeys, ['journeys'], 'An object of journeys by name');
    return new Map(
      Object.entries(entries).map(([name, entry]) => [name, this.journey(entry, ['journeys', name])]),
    );
  }

  private journey(value: Json, path: Fault['path']): JourneyPolicy {
    const { factors, push, coverage, exceptions, coverageExceptions, ...others } = this.object(
      value,
      path,
      'An object',
    );
    this.refuseOthers(others, path, '"factors", "push", "coverage", "exceptions" or "coverageExceptions"');
    return {
      ...this.whole('factors', factors, [1, 3], path),
      ...this.push(push, path),
      ...this.whole('coverage', coverage, [0, 100], path),
      exceptions: this.list(exceptions, [...path, 'exceptions']).map((entry, index) =>
        this.exception(entry, [...path, 'exceptions', index]),
      ),
      ...(coverageExceptions === undefined
        ? {}
        : {
            coverageExceptions: this.coverageExceptions(coverageExceptions, [...path, 'coverageExceptions']),
          }),
    };
  }

  private coverageExceptions(value: Json, path: Fault['path']): readonly CoverageException[] {
    return this.list(value, path).map((entry, index) => {
      const place = [...path, index];
      const { node, outcome, reason, ...others } = this.object(entry, place, 'An object');
      this.refuseOthers(others, place, '"node", "outcome" or "reason"');
      return {
        node: this.text(node, [...place, 'node'], 'The name or id of a node'),
        outcome: this.text(outcome, [...place, 'outcome'], 'The id or name of an outcome'),
        reason: this.text(reason, [...place, 'reason'], 'A reason why no scenario takes the outcome'),
      };
    });
  }

  private exception(value: Json, path: Fault['path']): PolicyException {
    const { finding, node, outcome, factors, reason, ...others } = this.object(value, path, 'An object');
    this.refuseOthers(others, path, '"finding", "node", "outcome", "factors" or "reason"');
    return {
      finding: this.text(finding, [...path, 'finding'], 'The code of the finding that is accepted'),
      ...(node === undefined ? {} : { node: this.text(node, [...path, 'node'], 'The name or id of a node') }),
      ...(outcome === undefined
        ? {}
        : { outcome: this.text(outcome, [...path, 'outcome'], 'The id or name of an outcome') }),
      ...this.whole('factors', factors, [0, 2], path),
      reason: this.text(reason, [...path, 'reason'], 'A reason why the finding is accepted'),
    };
  }

  private whole<Key extends 'factors' | 'coverage'>(
    key: Key,
    value: Json | undefined,
    [least, most]: readonly [number, number],
    path: Fault['path'],
  ): { readonly [K in Key]?: number } {
    if (value === undefined) return {};
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) {
      return { [key]: value } as { [K in Key]: number };
    }
    this.expect([...path, key], `A whole number from ${least} to ${most}`);
    return {};
  }

  private push(value: Json | undefined, path: Fault['path']): { readonly push?: PushDemand } {
    const push = pushDemands.find((each) => each === value);
    if (push !== undefined) return { push };
    if (value !== undefined) this.expect([...path, 'push'], '"tap", "number" or "six-digits"');
    return {};
  }

  private object(value: Json | undefined, path: Fault['path'], what: string): JsonObject {
    if (isJsonObject(value)) return value;
    this.expect(path, what);
    return {};
  }

  private list(value: Json | undefined, path: Fault['path']): readonly Json[] {
    if (value === undefined) return [];
    if (Array.isArray(value)) return value;
    this.expect(path, 'A list');
    return [];
  }

  private text(value: Json | undefined, path: Fault['path'], what: string): string {
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.expect(path, what);
    return '';
  }

  private refuseOthers(others: JsonObject, path: Fault['path'], known: string): void {
    for (const key of Object.keys(others)) {
      this.findings.push({
        path: [...path, key],
        message: `There is no ${JSON.stringify(key)} here; ${known} is expected.`,
      });
    }
  }

  private expect(path: Fault['path'], what: string): void {
    this.findings.push({
      path,
      message: `${what} is expected in ${path.map((part) => JSON.stringify(part)).join(', ')}.`,
    });
  }
}
