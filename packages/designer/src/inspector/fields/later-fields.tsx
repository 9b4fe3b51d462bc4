import { type ComponentType, useEffect } from 'react';
import { useEditor } from '../../editor/editor-store.ts';
import { later } from '../../ui/later.tsx';
import { controlId } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';

/** The field for a journey's name, which brings a list to choose from along. */
export const LaterJourneyField = fetched(async () => (await import('./journey-field.tsx')).JourneyField);

/** The field for a script. */
export const LaterScriptField = fetched(async () => (await import('./script-field.tsx')).ScriptField);

/** A field that is fetched when the first node needs it. */
function fetched(load: () => Promise<ComponentType<FieldProps>>): ComponentType<FieldProps> {
  return later(async () => {
    const Field = await load();
    return (field: FieldProps) => (
      <>
        <Field {...field} />
        <FocusIfAskedFor name={field.name} />
      </>
    );
  });
}

/** The inspector looked for the field before it was there. */
function FocusIfAskedFor({ name }: { readonly name: string }) {
  const isAskedFor = useEditor(({ focusedProperty }) => focusedProperty === name);
  useEffect(() => {
    if (isAskedFor) document.getElementById(controlId(name))?.focus();
  }, [isAskedFor, name]);
  return null;
}
