import { createHash } from 'node:crypto';
import type { Location } from '@journeyman/node-schemas';
import type { Finding } from './findings.ts';
import { identityOf, numbered } from './identity.ts';
import { rules } from './rules.ts';
import type { WitnessPoint } from './witness.ts';

/**
 * Findings as a SARIF 2.1.0 log, which code scanning services read; the way on which one happens is its code flow. `all` are those
 * among which each has a fingerprint of its own, told or not.
 */
export function sarifLog(findings: readonly Finding[], all: readonly Finding[], version: string): unknown {
  const numbers = numbered(all, keyOf);
  const ids = [...new Set(findings.map(({ code }) => code))].sort();
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'journeyman',
            version,
            rules: ids.map((id) => ({ id, shortDescription: { text: rules[id] } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) =>
          result(finding, numbers.get(finding) ?? 1, ids.indexOf(finding.code)),
        ),
      },
    ],
  };
}

const keyOf = (finding: Finding) => JSON.stringify(identityOf(finding));

function result(finding: Finding, occurrence: number, ruleIndex: number) {
  const { code, severity, message, witness, journey, nodeName, property } = finding;
  const logical = [journey, nodeName, property].filter((name) => name !== undefined);
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: message },
    locations: [
      {
        ...physical(finding),
        ...(logical.length === 0 ? {} : { logicalLocations: [{ fullyQualifiedName: logical.join('/') }] }),
      },
    ],
    partialFingerprints: {
      'about/v2': createHash('sha256')
        .update(`${keyOf(finding)} ${occurrence}`)
        .digest('hex')
        .slice(0, 32),
    },
    ...(witness === undefined || witness.length === 0
      ? {}
      : { codeFlows: [{ threadFlows: [{ locations: witness.map(flowLocation) }] }] }),
  };
}

function flowLocation(point: WitnessPoint) {
  const text = `${point.node} is left by ${point.outcomeName}, to ${point.to}`;
  return { location: { ...physical(point), message: { text } } };
}

function physical({ file, line, column }: Location) {
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
      region: { startLine: line, startColumn: column },
    },
  };
}
