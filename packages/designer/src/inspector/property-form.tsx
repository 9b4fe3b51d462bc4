import type { Json, JsonObject } from '@journeyman/node-schemas';
import { useEffect } from 'react';
import { controlId } from './fields/field-frame.tsx';
import type { FieldProblem, Surroundings } from './fields/field-props.ts';
import { fieldFor } from './fields/index.ts';
import type { Property } from './fields/property-schema.ts';

const none: readonly FieldProblem[] = [];

/** A field for each property of something: of a node, or of the journey. */
export function PropertyForm({
  ownerId,
  properties,
  values,
  problems,
  surroundings,
  onChange,
}: {
  /** Whose properties these are; drafts are kept under it. */
  readonly ownerId: string;
  readonly properties: readonly Property[];
  /** What is configured, by key. */
  readonly values: JsonObject;
  readonly problems?: ReadonlyMap<string, readonly FieldProblem[]>;
  readonly surroundings: Surroundings;
  onChange(property: string, value: Json | undefined): void;
}) {
  return (
    <div className="inspector-form">
      {properties.map((property) => {
        const { name, schema } = property;
        const value = Object.hasOwn(values, name) ? values[name] : undefined;
        const Field = fieldFor(schema, value);
        return (
          <Field
            {...property}
            key={`${ownerId}/${name}`}
            id={`${ownerId}/${name}`}
            ownerId={ownerId}
            value={value}
            problems={problems?.get(name) ?? none}
            surroundings={surroundings}
            onChange={(next) => onChange(name, next)}
          />
        );
      })}
    </div>
  );
}

/**
 * Brings a property's field into view and puts the focus on it, then calls `onDone`, so that the same can be asked for again.
 * Looks after each drawing, since the field may have to appear first.
 */
export function useFocusedProperty(property: string | null, onDone: () => void): void {
  useEffect(() => {
    const control = property === null ? null : document.getElementById(controlId(property));
    if (control === null) return;
    control.scrollIntoView?.({ block: 'center' });
    control.focus({ preventScroll: true });
    onDone();
  });
}
