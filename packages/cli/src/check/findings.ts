import {
  type Collection,
  type CollectionFinding,
  checkJourney,
  checkSecurity,
  type FoundJourney,
  isJsonObject,
  type JsonPath,
  type Location,
  locator,
  nodeTypesById,
  type Policy,
  type SecurityContext,
  type Severity,
  secretFindings,
  withoutAccepted,
} from '@journeyman/node-schemas';
import { type JourneysInPlace, policyInPlace } from '../journeys-in-place.ts';
import { realmFindings } from './realm-findings.ts';
import type { FindingCode } from './rules.ts';
import { type WitnessPoint, witnessPoints } from './witness.ts';

/** Something found in a collection of journeys, with its place in the files. */
export interface Finding extends Location {
  readonly severity: Severity;
  readonly code: FindingCode;
  readonly message: string;
  readonly realm?: string;
  readonly journey?: string;
  readonly nodeId?: string;
  readonly nodeName?: string;
  readonly outcome?: string;
  readonly property?: string;
  /** How many factors are proven where too few are. */
  readonly factors?: number;
  /** Where it is in a single-journey export. */
  readonly path?: JsonPath;
  /** The shortest way on which it happens. */
  readonly witness?: readonly WitnessPoint[];
}

/** Everything that is wrong with journeys among the others of their realms, in the order of the files. */
export function findingsIn(collection: JourneysInPlace): readonly Finding[] {
  const { policy, findings: ofPolicy, locateInPolicy } = policyIn(collection);
  const findings: readonly Finding[] = [
    ...collection.findings.map(ofFile),
    ...ofPolicy,
    ...realmFindings(collection),
    ...[...Map.groupBy(collection.journeys, ({ realm }) => realm)].flatMap(([realm, journeys]) => {
      const all = [...journeys, ...collection.others.filter((other) => other.realm === realm)];
      const context = contextOf(realm, all, collection, policy);
      const byName = new Map(all.map((found) => [found.name, found]));
      return journeys.flatMap((found) => findingsOf(found, byName, context, locateInPolicy));
    }),
  ];
  const order = new Map(collection.files.map(({ path }, index) => [path, index]));
  const rank = ({ file }: Finding) => order.get(file) ?? order.size;
  return [...findings].sort((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
}

function ofFile(finding: CollectionFinding): Finding {
  return { ...finding, code: finding.severity === 'error' ? 'unreadable-file' : 'doubtful-file' };
}

/** What the journeys of a realm are checked against. A collection without a `realm.json` says nothing of services. */
export function contextOf(
  realm: string,
  journeys: readonly FoundJourney[],
  { realms }: Pick<Collection, 'realms'>,
  policy: Policy | undefined,
): SecurityContext {
  const services = realms.get(realm)?.services;
  return {
    journeys: new Map(journeys.map(({ name, journey }) => [name, journey])),
    types: nodeTypesById,
    ...(isJsonObject(services) ? { services: new Set(Object.keys(services)) } : {}),
    ...(policy === undefined ? {} : { policy }),
  };
}

function findingsOf(
  found: FoundJourney,
  others: ReadonlyMap<string, FoundJourney>,
  context: SecurityContext,
  locateInPolicy: Locate,
): readonly Finding[] {
  const { realm, journey, locate } = found;
  const problems = [
    ...withoutAccepted(checkJourney(journey, context), journey, context),
    ...checkSecurity(journey, context),
  ];
  return [
    ...problems.map(({ policyPath, witness, ...problem }) => ({
      ...(policyPath === undefined ? locate(problem.path) : locateInPolicy(policyPath)),
      ...problem,
      realm,
      ...(witness === undefined ? {} : { witness: witnessPoints(witness, found, others, context) }),
    })),
    ...secretFindings(found).map((finding) => ({
      ...finding,
      code: 'plain-secret' as const,
      realm,
      journey: found.name,
    })),
  ];
}

/** Where a place in the policy is in its file. */
type Locate = (path: JsonPath) => Location;

function policyIn(collection: JourneysInPlace): {
  readonly policy: Policy | undefined;
  readonly findings: readonly Finding[];
  readonly locateInPolicy: Locate;
} {
  const found = policyInPlace(collection);
  const file = found?.file.path ?? '';
  const locate = locator(found?.file.text ?? '');
  const locateInPolicy: Locate = (path) => ({ file, ...locate(path) });
  if (found === undefined) return { policy: undefined, findings: [], locateInPolicy };
  if (found.status === 'refused') {
    const findings = found.findings.map(
      (finding): Finding => ({ ...finding, file, severity: 'error', code: 'wrong-policy' }),
    );
    return { policy: undefined, findings, locateInPolicy };
  }
  const { policy } = found;
  const { journeys, others } = collection;
  // Whoever asks for some of the journeys asks nothing of the others.
  if (others.length > 0) return { policy, findings: [], locateInPolicy };
  const names = new Set(['*', ...journeys.map(({ name }) => name)]);
  const findings = [...policy.keys()]
    .filter((name) => !names.has(name))
    .map(
      (name): Finding => ({
        ...locateInPolicy(['journeys', name]),
        severity: 'warning',
        code: 'wrong-policy',
        message: `There is no journey ${JSON.stringify(name)} here. Mend the name, or remove what is demanded of it.`,
      }),
    );
  return { policy, findings, locateInPolicy };
}
