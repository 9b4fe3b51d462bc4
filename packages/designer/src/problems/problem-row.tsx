import { nodeTypeOf, type Problem, startId } from '@journeyman/node-schemas';
import {
  IconAlertTriangle,
  IconCircleX,
  IconInfoCircle,
  IconShieldExclamation,
  IconShieldQuestion,
  IconShieldX,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { canBeAccepted, isSecurityFinding } from '../assurance/security-codes.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { typeIdOf } from '../document/lookup.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { showDialog } from '../editor/shell-store.ts';
import { propertiesOf, titleOf } from '../inspector/fields/property-schema.ts';
import { nodesOf, wayInWords } from '../paths/way.ts';
import '../texts/problem-list.ts';
import { t } from '../texts/t.ts';
import { type Fix, fixesOf } from './fixes.ts';
import { PlaceButton, placeOf } from './place-button.tsx';
import { inTwo } from './problem-counts.ts';

const severityIcons = { error: IconCircleX, warning: IconAlertTriangle, note: IconInfoCircle } as const;
const shields = { error: IconShieldX, warning: IconShieldExclamation, note: IconShieldQuestion } as const;

interface ProblemRowProps {
  readonly problem: Problem;
  /** Whether its way stays painted when the pointer goes elsewhere. */
  readonly isKept: boolean;
  /** The pointer or the focus has come to it, or has left it. */
  onReach(by: 'pointer' | 'focus', isHere: boolean): void;
  onKeep(isKept: boolean): void;
  /** Called when one of its buttons has mended it. */
  onMend(): void;
}

/** One problem: what is wrong, what to do, the way on which it happens, and what mends it. */
export function ProblemRow({ problem, isKept, onReach, onKeep, onMend }: ProblemRowProps) {
  const store = useEditorStore();
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const all = useEditor((state) => state.problems);
  const { severity, message, witness } = problem;
  const [what, remedy] = inTwo(message);
  // Problems follow each edit, so these follow it with them; between the two nothing is drawn for each letter typed.
  const { fixes, title, way } = useMemo(() => {
    const state = store.getState();
    const { document } = state;
    return {
      fixes: fixesOf(problem, document, all),
      title: titleOfProperty(problem, document),
      way: witness && { short: wayInWords(witness, state), whole: wayInWords(witness, state, true) },
    };
  }, [problem, witness, all, store]);
  const SeverityIcon = (isSecurityFinding(problem) ? shields : severityIcons)[severity];
  const mend = (fix: Fix) => {
    const { run } = store.getState();
    if (run(fix.make(store.getState().document))) onMend();
  };
  const place = placeOf(problem);
  const shown = title === undefined || message.includes(title) ? place.name : `${place.name} · ${title}`;
  const acts: readonly Act[] = isReadOnly
    ? []
    : [
        ...fixes.map((fix) => ({ text: t(fix.title.key, fix.title.values), run: () => mend(fix) })),
        ...policyActs(problem),
      ];
  return (
    <li
      className="problems-row"
      data-severity={severity}
      onPointerEnter={() => onReach('pointer', true)}
      onPointerLeave={() => onReach('pointer', false)}
      onFocus={() => onReach('focus', true)}
      onBlur={() => onReach('focus', false)}
    >
      <SeverityIcon size={16} role="img" aria-label={t(`problems.${severity}`)} />
      <div className="problems-text">
        <p>
          <strong>{what}</strong> {remedy}
          {way === undefined && acts.map((act) => <ActButton key={act.text} act={act} />)}
        </p>
        {way !== undefined && (
          <>
            <p className="problems-way" title={way.whole}>
              {way.short}
            </p>
            <p>
              <button
                type="button"
                className="problems-fix"
                onClick={() => {
                  onKeep(!isKept);
                  const { journey, reveal } = store.getState();
                  if (!isKept) reveal([startId, ...nodesOf(witness ?? [], journey)]);
                }}
              >
                {t(isKept ? 'problems.hidePath' : 'problems.showPath')}
              </button>
              {acts.map((act) => (
                <ActButton key={act.text} act={act} />
              ))}
            </p>
          </>
        )}
      </div>
      <PlaceButton problem={problem} name={shown} />
    </li>
  );
}

/** Something that can be done about a problem. */
interface Act {
  readonly text: string;
  run(): void;
}

function ActButton({ act }: { readonly act: Act }) {
  return (
    <>
      {' '}
      <button type="button" className="problems-fix" onClick={act.run}>
        {act.text}
      </button>
    </>
  );
}

function policyActs(problem: Problem): readonly Act[] {
  if (canBeAccepted(problem)) {
    return [{ text: t('problems.accept'), run: () => showDialog({ kind: 'policy', accept: problem }) }];
  }
  return problem.code === 'unused-exception' || problem.code === 'wrong-policy'
    ? [{ text: t('problems.openPolicy'), run: () => showDialog({ kind: 'policy' }) }]
    : [];
}

/** What people call the property that a problem is of; undefined if it is of none. */
function titleOfProperty({ nodeId, property }: Problem, { exported }: JourneyDocument): string | undefined {
  if (nodeId === undefined || property === undefined) return undefined;
  const type = nodeTypeOf(typeIdOf(exported, nodeId) ?? '');
  const known = type === undefined ? undefined : propertiesOf(type).find(({ name }) => name === property);
  return known === undefined ? property : titleOf(known);
}
