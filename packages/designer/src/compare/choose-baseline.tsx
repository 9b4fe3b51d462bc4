import { IconBinaryTree, IconClipboard, IconFile, IconFileUpload, IconGitCommit } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { ChoiceDialog } from '../editor/choice-dialog.tsx';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import type { Revision } from '../files/journey-files.ts';
import { useWorkplace } from '../files/workplace.ts';
import '../texts/compare.ts';
import { t } from '../texts/t.ts';
import { type Against, setChoosing, startComparing } from './compare-store.ts';
import { howLongAgo } from './how-long-ago.ts';

/** Something to compare with, and what happens when it is chosen. */
interface Offered {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  readonly note?: string;
  readonly icon: ReactNode;
  choose(): void;
}

/** Lets a person choose what the journey is compared with. */
export function ChooseBaseline() {
  const others = useEditor((state) => state.others);
  const name = useEditor((state) => state.journey.name);
  const revisions = useRevisions();
  const journeys = [...others.keys()].filter((other) => other !== name).sort();
  const groups = [
    { id: 'journey', choices: [savedFile, diskFile, pastedText] },
    { id: 'revisions', choices: revisions.map(ofRevision) },
    { id: 'others', choices: journeys.map(ofJourney) },
  ].map((group) => ({ ...group, title: t(`compare.choice.${group.id}`) }));
  return (
    <ChoiceDialog
      title={t('compare.choice.title')}
      searchLabel={t('compare.choice.search')}
      none={(query) => t('compare.choice.none', { query })}
      groups={groups}
      onChoose={(id) =>
        groups
          .flatMap(({ choices }) => choices)
          .find((choice) => choice.id === id)
          ?.choose()
      }
      onClose={() => setChoosing(null)}
    />
  );
}

/** The revisions of the journey's file, once they are known. */
function useRevisions(): readonly Revision[] {
  const store = useEditorStore();
  const files = useWorkplace((workplace) => workplace.files);
  const [revisions, setRevisions] = useState<readonly Revision[]>([]);
  useEffect(() => {
    let isWanted = true;
    const { realm, savedDocument, document } = store.getState();
    void files.revisions(realm, (savedDocument ?? document).exported.tree._id).then((found) => {
      if (isWanted) setRevisions(found);
    });
    return () => {
      isWanted = false;
    };
  }, [store, files]);
  return revisions;
}

const savedFile: Offered = {
  id: 'file',
  title: t('compare.choice.file'),
  icon: <IconFile size={16} aria-hidden />,
  choose: () => startComparing(),
};

const diskFile: Offered = {
  id: 'disk',
  title: t('compare.choice.disk'),
  icon: <IconFileUpload size={16} aria-hidden />,
  choose() {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      void file?.text().then((text) => startComparing({ type: 'text', title: file.name, text }));
    });
    input.click();
  },
};

const pastedText: Offered = {
  id: 'paste',
  title: t('compare.choice.paste'),
  icon: <IconClipboard size={16} aria-hidden />,
  choose: () => setChoosing('text'),
};

function ofRevision({ id, subject, author, date, layoutOnly }: Revision): Offered {
  const short = id.slice(0, 8);
  const when = howLongAgo(date, Date.now());
  const against: Against = { type: 'revision', id, title: t('compare.from.revision', { subject, when }) };
  return {
    id,
    title: subject,
    detail: t(layoutOnly ? 'compare.choice.movedBy' : 'compare.choice.by', { author, when }),
    note: short,
    icon: <IconGitCommit size={16} aria-hidden />,
    choose: () => startComparing(against),
  };
}

function ofJourney(name: string): Offered {
  return {
    id: `journey ${name}`,
    title: name,
    icon: <IconBinaryTree size={16} aria-hidden />,
    choose: () => startComparing({ type: 'journey', name }),
  };
}
