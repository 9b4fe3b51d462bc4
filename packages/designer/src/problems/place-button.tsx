import { type Problem, startId } from '@journeyman/node-schemas';
import { useEditorStore } from '../editor/editor-store.ts';
import { pageWith } from '../inspector/subject.ts';
import '../texts/problem-list.ts';
import { t } from '../texts/t.ts';

/** What a problem belongs to, by name and, where there is something on the canvas, its id. */
export function placeOf({ code, nodeId, nodeName }: Problem): {
  readonly name: string;
  readonly id?: string;
} {
  if (nodeId !== undefined) return { name: nodeName ?? nodeId, id: nodeId };
  return code === 'missing-entry'
    ? { name: t('problems.start'), id: startId }
    : { name: t('problems.journey') };
}

/** The name of what a problem belongs to; goes there, and to the property if it is of one. */
export function PlaceButton({ problem, name }: { readonly problem: Problem; readonly name: string }) {
  const store = useEditorStore();
  const goTo = () => {
    const { select, reveal, setPanels, journey } = store.getState();
    const { id } = placeOf(problem);
    if (id === undefined && problem.property === undefined) return select([]);
    setPanels({ isInspectorOpen: true });
    select(id === undefined ? [] : [id], problem.property ?? null);
    if (id !== undefined) reveal([pageWith(journey, id)?.id ?? id]);
  };
  return (
    <button type="button" className="problems-place" aria-label={t('problems.goTo', { name })} onClick={goTo}>
      {name}
    </button>
  );
}
