import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import '../../texts/drawer.ts';
import { t } from '../../texts/t.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { type FileKind, judge, textOf } from './edit-as-json.ts';
import { draftKey, keepDraft, useJsonDrafts } from './json-drafts.ts';
import type { JsonEditor } from './json-editor.ts';
import { marksOf, nodeAt, positionOf } from './json-places.ts';
import './json-view.css';

/** The journey as the text of its files, to be read and edited. The text editor is fetched when this is first shown. */
export function JsonView() {
  const [kind, setKind] = useState<FileKind>('journey');
  const group = useId();
  return (
    <section className="json-view" aria-label={t('jsonView.label')}>
      <fieldset className="json-view-files">
        <legend className="visually-hidden">{t('jsonView.which')}</legend>
        {(['journey', 'layout'] as const).map((file) => (
          <label key={file}>
            <input type="radio" name={group} checked={file === kind} onChange={() => setKind(file)} />
            {t(file === 'journey' ? 'jsonView.journey' : 'jsonView.layout')}
          </label>
        ))}
      </fieldset>
      <FileText key={kind} kind={kind} />
    </section>
  );
}

function FileText({ kind }: { readonly kind: FileKind }) {
  const store = useEditorStore();
  const document = useEditor((state) => state.document);
  const problems = useEditor((state) => state.problems);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const key = draftKey(
    useEditor((state) => state.realm),
    document.exported.tree._id,
    kind,
  );
  const draft = useJsonDrafts((drafts) => drafts.get(key));
  const shown = useDeferredValue(document);
  const canonical = useMemo(() => textOf(shown, kind), [shown, kind]);
  const text = draft?.text ?? canonical;
  const checked = useDeferredValue(draft?.text);
  const findings = useMemo(() => {
    if (checked === undefined) return [];
    const judged = judge(shown, kind, checked);
    return judged.status === 'refused' ? judged.findings : [];
  }, [shown, kind, checked]);

  const apply = () => {
    const state = store.getState();
    const edited = useJsonDrafts.getState().get(key);
    if (edited === undefined || state.isReadOnly) return;
    const judged = judge(state.document, kind, edited.text);
    if (judged.status === 'refused') {
      const [first] = judged.findings;
      if (first !== undefined) editor?.goTo(first, true);
      return;
    }
    if (state.run(judged.command)) keepDraft(key, null);
  };
  const { host, editor, hasFailed } = useJsonEditor({
    text,
    label: t(kind === 'journey' ? 'jsonView.journeyText' : 'jsonView.layoutText'),
    isReadOnly,
    onEdit: (edited) =>
      keepDraft(
        key,
        edited === textOf(store.getState().document, kind)
          ? null
          : { text: edited, base: useJsonDrafts.getState().get(key)?.base ?? store.getState().document },
      ),
    onMove: (path) => {
      const id = nodeAt(path);
      const { selection, select } = store.getState();
      if (id !== undefined && !(selection.size === 1 && selection.has(id))) select([id]);
    },
    onApply: apply,
  });

  useEffect(() => editor?.setText(text), [editor, text]);
  useEffect(() => {
    if (draft !== undefined) {
      editor?.setMarks(findings.map((finding) => ({ ...finding, severity: 'error' })));
    } else editor?.setMarks(kind === 'journey' ? marksOf(problems, text) : []);
  }, [editor, draft, findings, problems, text, kind]);
  const selected = useEditor(({ selection }) => (selection.size === 1 ? [...selection][0] : undefined));
  useEffect(() => {
    if (editor === null || selected === undefined || nodeAt(editor.pathAtCursor()) === selected) return;
    const position = positionOf(editor.text(), kind, selected);
    if (position !== undefined) editor.goTo(position);
  }, [editor, selected, kind]);

  const [first] = findings;
  return (
    <>
      {hasFailed ? <p className="json-view-message">{t('jsonView.failed')}</p> : null}
      {editor === null && !hasFailed ? <p className="json-view-message">{t('jsonView.loading')}</p> : null}
      {/* Keys that are pressed in here are seen from outside as pressed on this element: its class marks it as a field. */}
      <div ref={host} className="json-view-text cm-editor" hidden={editor === null} />
      <div className="json-view-bar">
        <p className={first === undefined ? 'muted' : 'json-view-finding'} role="status">
          {draft === undefined
            ? t(isReadOnly ? 'jsonView.readOnly' : 'jsonView.same')
            : first !== undefined
              ? t('jsonView.finding', { line: first.line, column: first.column, message: first.message })
              : t(draft.base === document ? 'jsonView.changed' : 'jsonView.overtaken')}
        </p>
        {draft === undefined ? null : (
          <>
            <button type="button" className="button" onClick={() => keepDraft(key, null)}>
              {t('jsonView.discard')}
            </button>
            <button type="button" className="button button-primary" onClick={apply}>
              {t('jsonView.apply')}
            </button>
          </>
        )}
      </div>
    </>
  );
}

type EditorWishes = Parameters<typeof import('./json-editor.ts')['createJsonEditor']>[1];

/** A text editor in the element that `host` is given to, once it is loaded. What it calls back is always the latest. */
function useJsonEditor(wishes: EditorWishes) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(wishes);
  const [editor, setEditor] = useState<JsonEditor | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    latest.current = wishes;
  });
  const { isReadOnly } = wishes;
  useEffect(() => {
    let made: JsonEditor | null = null;
    let isGone = false;
    import('./json-editor.ts').then(
      ({ createJsonEditor }) => {
        if (isGone || host.current === null) return;
        made = createJsonEditor(host.current, {
          ...latest.current,
          isReadOnly,
          onEdit: (text) => latest.current.onEdit(text),
          onMove: (path) => latest.current.onMove(path),
          onApply: () => latest.current.onApply(),
        });
        setEditor(made);
      },
      () => setHasFailed(true),
    );
    return () => {
      isGone = true;
      made?.destroy();
      setEditor(null);
    };
  }, [isReadOnly]);
  return { host, editor, hasFailed };
}
