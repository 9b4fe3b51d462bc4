import type { SurveyedChild } from '../checks/survey.ts';
import type { Factor } from '../node-type.ts';
import { doesAnything } from './vouching.ts';

/**
 * What has been begun on some way to a place and says what a proof is worth that comes of it, as a set of bits. They are none of
 * those of a standing.
 */
export type Underway = number;

/** A message or a code is out to the user. */
const sent = 1 << 16;
/** It is out to a user who was named before. */
const astray = 1 << 17;
/** It may have gone to an address that whoever is there has entered; one of the user's was found before. */
const ownAddress = 1 << 18;
const addressFound = 1 << 19;
/** A new OATH device is in the state, and not kept yet. */
const unkept = 1 << 20;
/** The certificate was found good; the user is the one whom it names. */
const certified = 1 << 21;
const extracted = 1 << 22;
const all = sent | astray | ownAddress | addressFound | unkept | certified | extracted;

/** The bits of what is under way. */
export const underwayIn = (memory: number): Underway => memory & all;

/** What has to do with the acquaintance of whoever is there; whose answer it is that is waited for tells a standing. */
export const withoutWaiting = (underway: Underway): Underway => underway & ~(sent | astray);

/** Whether something is out that may be answered for another user, once one is named. */
export const isAwaited = (underway: Underway) => (underway & (sent | astray)) !== 0;

/** Whether the certificate was found good, whoever it is that it names. */
export const isCertified = (underway: Underway) => (underway & certified) !== 0;

interface Change {
  readonly outcome: string;
  readonly begins?: Underway;
  readonly ends?: Underway;
  /** What begins as well where a flag of the configuration is on. */
  readonly flag?: { readonly key: string; readonly begins: Underway };
}

/** The outcome by which a type begins or ends something. */
export const changes: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['OathDeviceStorageNode', { outcome: 'successOutcome', ends: unkept }],
  [
    'OathRegistrationNode',
    {
      outcome: 'successOutcome',
      flag: { key: 'postponeDeviceProfileStorage', begins: unkept },
    },
  ],
  ['OneTimePasswordCollectorDecisionNode', { outcome: 'true', ends: sent | astray }],
  ['OneTimePasswordGeneratorNode', { outcome: 'outcome', ends: sent | astray }],
  ['OneTimePasswordSmsSenderNode', { outcome: 'outcome', begins: sent }],
  ['OneTimePasswordSmtpSenderNode', { outcome: 'outcome', begins: sent }],
  ['PushAuthenticationSenderNode', { outcome: 'SENT', begins: sent, ends: astray }],
  ['PushResultVerifierNode', { outcome: 'TRUE', ends: sent | astray }],
  ['VerifyAuthCollectorDecisionNode', { outcome: 'true', ends: sent | astray | ownAddress }],
  ['VerifyAuthIdentifierNode', { outcome: 'True', begins: addressFound }],
  [
    'VerifyAuthSenderNode',
    {
      outcome: 'true',
      begins: sent,
      ends: astray | ownAddress,
      flag: { key: 'requestIdentifier', begins: ownAddress },
    },
  ],
  ['product-CertificateCollectorNode', { outcome: 'COLLECTED', ends: certified | extracted }],
  ['product-CertificateUserExtractorNode', { outcome: 'EXTRACTED', begins: extracted }],
  ['product-CertificateValidationNode', { outcome: 'TRUE', begins: certified }],
]);

/** What is under way once a node is left. A script may send, and find an address. */
export function underwayAfter(
  before: Underway,
  child: SurveyedChild,
  outcome: string,
  isNamed: boolean,
): Underway {
  const now = isNamed ? ofAnother(before) : before;
  const change = changes.get(child.node.type);
  if (change === undefined) return doesAnything(child) ? (now & ~astray) | addressFound : now;
  if (change.outcome !== outcome) return now;
  const { begins = 0, ends = 0, flag } = change;
  const more = flag !== undefined && child.node.config[flag.key] === true ? flag.begins : 0;
  return (now & ~ends) | begins | more;
}

/** What is left once another user is named: what is out is out to the former one, and a good certificate is as good as before. */
const ofAnother = (before: Underway): Underway => (before & certified) | (isAwaited(before) ? astray : 0);

/** The factor that an outcome proves of somebody. A good certificate is one of the user only once it has said who that is. */
export function factorProven({ node, type }: SurveyedChild, outcome: string): Factor | undefined {
  if (node.type === 'product-CertificateUserExtractorNode')
    return outcome === 'EXTRACTED' ? 'possession' : undefined;
  const proves = type?.proves;
  return proves !== undefined && Object.hasOwn(proves, outcome) ? proves[outcome] : undefined;
}

/**
 * Whose the proof is that an outcome gives: the user's, that of one who was named before, or nobody's. What anybody has registered
 * a moment before, or had sent to an address of their own, says nothing of the user; nor does a good certificate of somebody else.
 */
export function ownerOf(
  before: Underway,
  { node }: SurveyedChild,
  isAnybody: boolean,
): 'user' | 'former' | 'nobody' {
  switch (node.type) {
    case 'OneTimePasswordCollectorDecisionNode':
    case 'PushResultVerifierNode':
      return (before & astray) === 0 ? 'user' : 'former';
    case 'VerifyAuthCollectorDecisionNode':
      if ((before & (ownAddress | addressFound)) === ownAddress) return 'nobody';
      return (before & astray) === 0 ? 'user' : 'former';
    case 'OathTokenVerifierNode':
      return (before & unkept) !== 0 && isAnybody ? 'nobody' : 'user';
    case 'product-CertificateUserExtractorNode':
      return (before & certified) === 0 ? 'nobody' : 'user';
    case 'product-CertificateValidationNode':
      return (before & extracted) === 0 ? 'nobody' : 'user';
  }
  return 'user';
}
