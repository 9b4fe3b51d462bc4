import { nodeTypeOf } from '@journeyman/node-schemas';
import { useEffect, useMemo, useState } from 'react';
import { categoryOf, iconOf } from '../canvas/node-icons.ts';
import { configure } from '../document/commands/configure.ts';
import { rename } from '../document/commands/rename.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { isDesignOnly } from '../editor/known-types.ts';
import { t } from '../texts/t.ts';
import { later } from '../ui/later.tsx';
import { fieldProblems } from './field-problems.ts';
import type { FieldProblem, Surroundings } from './fields/field-props.ts';
import { type Property, propertiesOf } from './fields/property-schema.ts';
import { InspectorTabs, type NodeTab } from './inspector-tabs.tsx';
import { EditableTitle, PanelHead } from './panel-head.tsx';
import { PropertyForm, useFocusedProperty } from './property-form.tsx';
import { nodeIn, pageWith } from './subject.ts';

// What most nodes are opened with is their configuration.
const HelpTab = later(async () => (await import('./help-tab.tsx')).HelpTab);
const PageNodes = later(async () => (await import('./page-nodes.tsx')).PageNodes);
const StateTab = later(async () => (await import('./state-tab.tsx')).StateTab);

const noProblems: ReadonlyMap<string, readonly FieldProblem[]> = new Map();

/** The properties of a node, on the canvas or in a page. */
export function NodePanel({
  id,
  surroundings,
}: {
  readonly id: string;
  readonly surroundings: Surroundings;
}) {
  const store = useEditorStore();
  const node = useEditor((state) => nodeIn(state.journey, id));
  const page = useEditor((state) => pageWith(state.journey, id));
  const focused = useEditor((state) => state.focusedProperty);
  const [tab, setTab] = useState<NodeTab>('configuration');
  useEffect(() => {
    if (focused !== null) setTab('configuration');
  }, [focused]);
  if (node === undefined) return null;
  const { run, select } = store.getState();
  const type = nodeTypeOf(node.type);
  const typeName = type?.name ?? node.type;
  return (
    <>
      <PanelHead icon={iconOf(node.type)} category={categoryOf(node.type)}>
        <EditableTitle
          id={`${id}/_name`}
          name={node.displayName}
          label={t('inspector.rename')}
          drafts={surroundings.drafts}
          isReadOnly={surroundings.isReadOnly}
          onRename={(name) => run(rename(store.getState().document, id, name))}
        />
        <p className="inspector-subtitle">
          {node.displayName !== typeName && <span>{typeName}</span>}
          {page !== undefined && (
            <button type="button" className="form-link" onClick={() => select([page.id])}>
              {t('inspector.inPage', { page: page.displayName })}
            </button>
          )}
          <span>{type === undefined ? t('inspector.unknownType.title') : firstSentence(type.help)}</span>
          {isDesignOnly(node.type) && (
            <span title={t('palette.designOnlyHelp')}>{t('palette.designOnly')}</span>
          )}
        </p>
      </PanelHead>
      <InspectorTabs open={tab} onOpen={setTab}>
        {(each) => {
          switch (each) {
            case 'configuration':
              return <Configuration id={id} surroundings={surroundings} />;
            case 'state':
              return <StateTab node={node} />;
            case 'help':
              return <HelpTab node={node} />;
          }
        }}
      </InspectorTabs>
    </>
  );
}

function Configuration({ id, surroundings }: { readonly id: string; readonly surroundings: Surroundings }) {
  const store = useEditorStore();
  const node = useEditor((state) => nodeIn(state.journey, id));
  const problems = useEditor((state) => state.problems);
  const focused = useEditor((state) => state.focusedProperty);
  const type = node === undefined ? undefined : nodeTypeOf(node.type);
  const faults = useMemo(
    () => (node === undefined || type === undefined ? noProblems : fieldProblems(type, node, problems)),
    [node, type, problems],
  );
  useFocusedProperty(focused, () => store.getState().select(store.getState().selection, null));
  if (node === undefined) return null;

  const known =
    type === undefined ? [] : propertiesOf(type).filter(({ schema }) => schema.format !== 'page-children');
  const isPage = 'children' in node && node.children !== undefined;
  const others = Object.keys(node.config)
    .filter((name) => type?.config.properties[name] === undefined && !(isPage && name === 'nodes'))
    .map((name): Property => ({ name, schema: {}, isRequired: true }));
  const form = (properties: readonly Property[]) => (
    <PropertyForm
      ownerId={id}
      properties={properties}
      values={node.config}
      problems={faults}
      surroundings={surroundings}
      onChange={(property, value) => {
        const { run, document } = store.getState();
        run(configure(document, id, property, value));
      }}
    />
  );
  return (
    <>
      {type === undefined && (
        <p className="inspector-note">{t('inspector.unknownType.help', { type: node.type })}</p>
      )}
      {isPage && <PageNodes page={node} surroundings={surroundings} />}
      {form(known)}
      {others.length > 0 && type !== undefined && (
        <h3 className="inspector-heading">{t('inspector.otherProperties')}</h3>
      )}
      {form(others)}
      {known.length + others.length === 0 && !isPage && (
        <p className="inspector-note">{t('inspector.noProperties')}</p>
      )}
    </>
  );
}

/** As much of a help text as stands under the title. */
function firstSentence(help: string): string {
  const [sentence = ''] = help.split(/(?<=[.:])\s/, 1);
  return sentence.replace(/[.:]$/, '');
}
