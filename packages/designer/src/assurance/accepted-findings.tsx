import type { PolicyException } from '@journeyman/node-schemas';
import { IconTrash } from '@tabler/icons-react';
import { useEditor } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { exceptionFor, isAccepted, withException } from './exception-for.ts';
import { canBeAccepted } from './security-codes.ts';

/** The findings that are accepted, each with its reason, and those that there are to be accepted. */
export function AcceptedFindings({
  exceptions,
  onChange,
}: {
  readonly exceptions: readonly PolicyException[];
  onChange(exceptions: readonly PolicyException[]): void;
}) {
  const problems = useEditor((state) => state.problems);
  const journey = useEditor((state) => state.journey);
  const open = problems
    .filter(canBeAccepted)
    .map((problem) => exceptionFor(problem, journey))
    .filter((each) => !isAccepted(exceptions, each));
  return (
    <fieldset className="policy-exceptions">
      <legend>{t('assurance.policy.exceptions')}</legend>
      <p className="muted">
        {t(exceptions.length === 0 ? 'assurance.policy.noExceptions' : 'assurance.policy.exceptionsHelp')}
      </p>
      <ul>
        {exceptions.map((exception, index) => {
          const finding = titleOf(exception);
          const rest = exceptions.toSpliced(index, 1);
          return (
            <li key={keyOf(exception)}>
              <span className="policy-finding">
                {finding}
                <small className="muted">{placeOf(exception)}</small>
              </span>
              <span className="field">
                <textarea
                  rows={1}
                  value={exception.reason}
                  placeholder={t('assurance.policy.reasonHint')}
                  aria-label={t('assurance.policy.reason', { finding: `${finding}, ${placeOf(exception)}` })}
                  // biome-ignore lint/a11y/noAutofocus: whoever accepts a finding goes on with its reason
                  autoFocus={exception.reason === ''}
                  onChange={({ target }) =>
                    onChange(exceptions.with(index, { ...exception, reason: target.value }))
                  }
                />
              </span>
              <button
                type="button"
                className="icon-button"
                aria-label={t('assurance.policy.remove', { finding: `${finding}, ${placeOf(exception)}` })}
                onClick={() => onChange(rest)}
              >
                <IconTrash size={16} aria-hidden="true" />
              </button>
            </li>
          );
        })}
      </ul>
      {open.length > 0 && (
        <select
          className="select policy-add"
          aria-label={t('assurance.policy.add')}
          value=""
          onChange={({ target }) => {
            const chosen = open.find((each) => keyOf(each) === target.value);
            if (chosen !== undefined) onChange(withException(exceptions, chosen));
          }}
        >
          <option value="">{t('assurance.policy.add')}</option>
          {open.map((each) => (
            <option key={keyOf(each)} value={keyOf(each)}>
              {titleOf(each)} · {placeOf(each)}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}

/** What people call a finding; one that has no title by its code: `Missing input`. */
function titleOf({ finding }: PolicyException): string {
  const key = `assurance.finding.${finding}`;
  const title = t(key);
  if (title !== key) return title;
  const words = finding.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where it is accepted, and how little may be proven there if that is said. */
function placeOf({ node, outcome, factors }: PolicyException): string {
  const names = [node, outcome].filter((name) => name !== undefined);
  const place = names.length === 0 ? [t('assurance.policy.anywhere')] : names;
  const least = factors === undefined ? [] : [t('assurance.policy.provenAtLeast', { count: factors })];
  return [...place, ...least].join(' · ');
}

const keyOf = ({ finding, node, outcome }: PolicyException) => JSON.stringify([finding, node, outcome]);
