import './problems-badge.css';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { countProblems, type ProblemCounts } from './problem-counts.ts';

/** How many problems the journey has, notes apart, for the top bar; opens and closes their list. */
export function ProblemsBadge() {
  const store = useEditorStore();
  const problems = useEditor((state) => state.problems);
  const isOpen = useEditor(({ panels }) => panels.isDrawerOpen && panels.drawer === 'problems');
  const counts = countProblems(problems);
  const toMend = counts.errors + counts.warnings;
  const BadgeIcon =
    counts.errors > 0 ? IconCircleX : counts.warnings > 0 ? IconAlertTriangle : IconCircleCheck;
  return (
    <button
      type="button"
      className="button problems-badge"
      data-severity={counts.errors > 0 ? 'error' : counts.warnings > 0 ? 'warning' : 'none'}
      aria-expanded={isOpen}
      aria-label={inWords(counts)}
      title={inWords(counts)}
      onClick={() =>
        store
          .getState()
          .setPanels(isOpen ? { isDrawerOpen: false } : { isDrawerOpen: true, drawer: 'problems' })
      }
    >
      <BadgeIcon size={16} aria-hidden="true" />
      {toMend > 0 && toMend}
    </button>
  );
}

/** How many problems there are, in words: `2 errors, 1 warning`. */
function inWords({ errors, warnings }: ProblemCounts): string {
  const parts = [
    ...(errors > 0 ? [t('problems.badgeErrors', { count: errors })] : []),
    ...(warnings > 0 ? [t('problems.badgeWarnings', { count: warnings })] : []),
  ];
  return parts.length === 0 ? t('problems.badgeNone') : parts.join(', ');
}
