import './problems.css';
import type { Problem } from '@journeyman/node-schemas';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { AcceptedList } from '../assurance/accepted-list.tsx';
import { PolicyButton } from '../assurance/policy-button.tsx';
import { showOverlay } from '../canvas/overlay.ts';
import { useEditor } from '../editor/editor-store.ts';
import { wayOverlay } from '../paths/way.ts';
import { t } from '../texts/t.ts';
import { countProblems, sortedProblems } from './problem-counts.ts';
import { ProblemRow } from './problem-row.tsx';

/** Which problems are listed. */
type Filter = 'all' | 'errors' | 'warnings' | 'notes';

const severities = { errors: 'error', warnings: 'warning', notes: 'note' } as const;

/**
 * Everything that is wrong with the journey, errors first: where, what, what to do, and where it is obvious a button that does it.
 * The way on which a problem happens is painted on the canvas while the pointer or the focus is on it.
 */
export function ProblemsPanel() {
  const problems = useEditor((state) => state.problems);
  const areFresh = useEditor((state) => state.areProblemsFresh);
  const [filter, setFilter] = useState<Filter>('all');
  const [reached, setReached] = useState<Reached>({ pointer: null, focus: null });
  const [kept, setKept] = useState<Problem | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const mendedIn = useRef<readonly Problem[] | null>(null);
  const counts = countProblems(problems);
  const kinds = (['errors', 'warnings', 'notes'] as const).filter((kind) => counts[kind] > 0);
  const shown = sortedProblems(problems).filter(
    ({ severity }) => filter === 'all' || severity === severities[filter],
  );
  const painted = [reached.pointer, reached.focus, kept].find(
    (each) => each !== null && shown.includes(each),
  );
  usePaintedWay(painted ?? null);

  // The button that mended a problem goes with it, sooner or later; the focus then stays with the list.
  useEffect(() => {
    if (mendedIn.current === null || mendedIn.current === problems) return;
    if (areFresh) mendedIn.current = null;
    if (document.activeElement === document.body) list.current?.focus();
  });

  return (
    <section className="problems" aria-label={t('problems.label')}>
      <div className="problems-bar">
        {kinds.length > 1 && (
          <fieldset className="problems-filter">
            <legend className="visually-hidden">{t('problems.show')}</legend>
            {(['all', ...kinds] as const).map((each) => (
              <button key={each} type="button" aria-pressed={filter === each} onClick={() => setFilter(each)}>
                {t(`problems.${each}`, { count: each === 'all' ? problems.length : counts[each] })}
              </button>
            ))}
          </fieldset>
        )}
        <PolicyButton />
      </div>
      <div className="problems-scroll">
        {problems.length === 0 ? (
          <div className="problems-none">
            <IconCircleCheck size={24} aria-hidden="true" />
            <p>{t('problems.none')}</p>
            <p className="muted">{t('problems.noneHelp')}</p>
          </div>
        ) : (
          <ul className="problems-list" ref={list} tabIndex={-1} aria-label={t('problems.list')}>
            {shown.map((problem) => (
              <ProblemRow
                key={`${problem.code}/${problem.path.join('/')}/${problem.message}`}
                problem={problem}
                isKept={problem === kept}
                onReach={(by, isHere) =>
                  setReached((before) => ({ ...before, [by]: isHere ? problem : null }))
                }
                onKeep={(isKept) => setKept(isKept ? problem : null)}
                onMend={() => {
                  mendedIn.current = problems;
                }}
              />
            ))}
            {shown.length === 0 && <li className="problems-row muted">{t('problems.noneOfKind')}</li>}
          </ul>
        )}
        <AcceptedList />
      </div>
    </section>
  );
}

/** The problems that the pointer and the focus are on. */
interface Reached {
  readonly pointer: Problem | null;
  readonly focus: Problem | null;
}

/** Paints the way on which a problem happens over the canvas, as long as it is given. */
function usePaintedWay(problem: Problem | null): void {
  const journey = useEditor((state) => state.journey);
  useEffect(() => {
    if (problem?.witness === undefined) return undefined;
    const tone = problem.severity === 'error' ? 'bad' : 'weak';
    return showOverlay(wayOverlay(problem.witness, journey, { tone, isNumbered: false, isRestFaint: false }));
  }, [problem, journey]);
}
