import { isJsonObject } from '@journeyman/node-schemas';
import { IconRoute } from '@tabler/icons-react';
import {
  type JourneyProperty,
  journeyProperties,
  renameJourney,
  setJourneyProperty,
} from '../document/commands/journey-properties.ts';
import { withoutKeys } from '../document/edits.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import type { Surroundings } from './fields/field-props.ts';
import type { Property, PropertySchema } from './fields/property-schema.ts';
import { EditableTitle, PanelHead } from './panel-head.tsx';
import { PropertyForm, useFocusedProperty } from './property-form.tsx';

const kinds: Readonly<Record<JourneyProperty, Omit<PropertySchema, 'title' | 'description'>>> = {
  description: { type: 'string', default: '', format: 'multi-line' },
  enabled: { type: 'boolean', default: true },
  identityResource: { type: 'string' },
  innerTreeOnly: { type: 'boolean', default: false },
  mustRun: { type: 'boolean', default: false },
  noSession: { type: 'boolean', default: false },
  maximumSessionTime: { type: 'integer', minimum: 1, unit: 'minutes' },
  maximumIdleTime: { type: 'integer', minimum: 1, unit: 'minutes' },
  treeTimeout: { type: 'integer', minimum: 1, unit: 'minutes' },
};

const properties: readonly Property[] = journeyProperties.map((name) => ({
  name,
  schema: {
    ...kinds[name],
    title: t(`inspector.journey.${name}`),
    description: t(`inspector.journey.${name}Help`),
  },
  isRequired: false,
}));

/** The properties of the journey itself, shown while nothing is selected. */
export function JourneyPanel({ surroundings }: { readonly surroundings: Surroundings }) {
  const store = useEditorStore();
  const tree = useEditor((state) => state.document.exported.tree);
  const realm = useEditor((state) => state.realm);
  const focused = useEditor((state) => state.focusedProperty);
  useFocusedProperty(focused, () => store.getState().select(store.getState().selection, null));
  const nullWords = useEditor((state) => state.journey.nullWords);
  const values = nullWords === undefined ? tree : withoutKeys(tree, new Set(nullWords));
  return (
    <>
      <PanelHead icon={IconRoute} category="none">
        <EditableTitle
          id="journey/_name"
          name={tree._id}
          label={t('inspector.renameJourney')}
          drafts={surroundings.drafts}
          isReadOnly={surroundings.isReadOnly}
          storedOn="leaving"
          onRename={(name) => {
            const { run, document, others } = store.getState();
            run(
              others.has(name)
                ? { refused: { key: 'inspector.journey.nameTaken', values: { name } } }
                : renameJourney(document, name),
            );
          }}
        />
        <p className="inspector-subtitle">{t('inspector.journey.subtitle', { realm })}</p>
      </PanelHead>
      <div className="inspector-body">
        <PropertyForm
          ownerId="journey"
          properties={properties}
          values={isJsonObject(values) ? values : {}}
          surroundings={surroundings}
          onChange={(name, value) => {
            const property = journeyProperties.find((each) => each === name);
            const { run, document } = store.getState();
            if (property !== undefined) run(setJourneyProperty(document, property, value));
          }}
        />
      </div>
    </>
  );
}
