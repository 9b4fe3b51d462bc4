import type { Item } from '@journeyman/node-schemas';
import { IconArrowBackUp } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useId } from 'react';
import { t } from '../texts/t.ts';
import { type ChangeLine, linesOf } from './change-item.ts';
import { toneOf } from './marks.ts';

interface ChangeRowProps {
  readonly item: Item;
  readonly isCurrent: boolean;
  /** Whether Tab comes to it; from there, arrows go on. */
  readonly isTabStop: boolean;
  onShow(item: Item): void;
  onKeyDown(event: KeyboardEvent<HTMLElement>, item: Item): void;
  /** Undefined where it cannot be put back. */
  putBackOf(item: Item): (() => void) | undefined;
}

/** What is different about one thing: what it is, what became of it, and each difference in a line. */
export const ChangeRow = memo(function ChangeRowOf(props: ChangeRowProps) {
  const { item, isCurrent, isTabStop, onShow, onKeyDown, putBackOf } = props;
  const { name, status, hunk } = item;
  const linesId = useId();
  const onPutBack = isCurrent ? putBackOf(item) : undefined;
  return (
    <li className="change" data-tone={toneOf(status)} data-current={isCurrent}>
      <button
        type="button"
        className="change-head"
        aria-current={isCurrent}
        aria-describedby={linesId}
        tabIndex={isTabStop ? 0 : -1}
        onClick={() => onShow(item)}
        onKeyDown={(event) => onKeyDown(event, item)}
      >
        <strong>{name}</strong> <span className="change-status">{t(`compare.status.${status}`)}</span>
      </button>
      <div id={linesId}>
        {linesOf(item).map((line) => (
          <Line key={JSON.stringify(line)} line={line} />
        ))}
        {hunk === undefined ? null : <Hunk text={hunk} />}
      </div>
      {onPutBack === undefined ? null : (
        <button
          type="button"
          className="change-put-back"
          aria-label={t('compare.putBackName', { name })}
          onClick={onPutBack}
        >
          <IconArrowBackUp size={14} aria-hidden />
          {t('compare.putBack')}
        </button>
      )}
    </li>
  );
});

function Line({ line }: { readonly line: ChangeLine }) {
  if (line.type === 'words') return <p>{line.words}</p>;
  const { label, before, after } = line;
  return (
    <p>
      {label === '' ? '' : `${label}: `}
      {before === null ? <i>{t('compare.nothing')}</i> : <del>{before}</del>}
      {' → '}
      {after === null ? <i>{t('compare.nothing')}</i> : <ins>{after}</ins>}
    </p>
  );
}

/** The lines of a script that differ, in unified form. */
function Hunk({ text }: { readonly text: string }) {
  return (
    <pre className="change-hunk">
      {text.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place.
        <span key={index} data-sign={/^[+-]/.exec(line)?.[0]}>
          {line}
        </span>
      ))}
    </pre>
  );
}
