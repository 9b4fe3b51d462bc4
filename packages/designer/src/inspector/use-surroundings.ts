import { useMemo } from 'react';
import { journeyAddress } from '../editor/address.ts';
import { useEditor } from '../editor/editor-store.ts';
import { openInnerJourney } from '../editor/navigation.ts';
import type { Surroundings } from './fields/field-props.ts';
import { localesOf } from './fields/locales.ts';
import type { Drafts } from './fields/use-draft.ts';

/** What the fields of the journey that is open know of the world around the form. */
export function useSurroundings(drafts: Drafts): Surroundings {
  const realm = useEditor((state) => state.realm);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const others = useEditor((state) => state.others);
  const name = useEditor((state) => state.journey.name);
  const locales = useEditor((state) => localesOf(state.journey).join(' '));
  return useMemo(
    () => ({
      isReadOnly,
      journeys: [...others.keys()].filter((other) => other !== name).sort(),
      locales: locales === '' ? [] : locales.split(' '),
      drafts,
      addressOf: (journey) => journeyAddress(realm, journey),
      openJourney: (journey) => openInnerJourney(realm, name, journey),
    }),
    [realm, isReadOnly, others, name, locales, drafts],
  );
}
