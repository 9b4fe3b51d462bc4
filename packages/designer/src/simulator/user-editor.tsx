import type { Given } from '@journeyman/simulation';
import { IconTrash } from '@tabler/icons-react';
import { t } from '../texts/t.ts';
import { Check } from './check.tsx';
import { Choice } from './choice.tsx';
import { SettledField } from './settled-field.tsx';
import { attributesIn, attributesText, type UserWords, usersOf, withUser } from './world-edits.ts';

interface UserEditorProps {
  readonly name: string;
  readonly user: UserWords;
  readonly given: Given;
  readonly onChange: (given: Given) => void;
}

/** A made-up user, edited in place. */
export function UserEditor({ name, user, given, onChange }: UserEditorProps) {
  const change = (different: UserWords) => onChange(withUser(given, name, { ...user, ...different }));
  const devices = user.devices ?? [];
  const switchDevice = (method: (typeof devices)[number], isOn: boolean) =>
    change({ devices: isOn ? [...devices, method] : devices.filter((each) => each !== method) });
  const rename = (typed: string) => {
    const newName = typed.trim();
    if (newName !== '' && !Object.hasOwn(usersOf(given), newName))
      onChange(withUser(given, name, user, newName));
  };
  return (
    <section className="card sim-user" aria-label={name}>
      <div className="sim-user-head">
        <span>{name}</span>
        <button
          type="button"
          className="icon-button"
          aria-label={t('simulator.world.remove', { name })}
          onClick={() => onChange(withUser(given, name, null))}
        >
          <IconTrash size={16} aria-hidden />
        </button>
      </div>
      <SettledField title={t('simulator.world.name')} value={name} onSettle={rename} />
      <SettledField
        title={t('simulator.world.password')}
        value={user.password ?? ''}
        placeholder="Ch4ng31t!"
        onSettle={(password) => change({ password })}
      />
      <Choice
        title={t('simulator.world.passwordState')}
        value={user.passwordState ?? ''}
        choices={[
          ['', t('simulator.world.current')],
          ['mustChange', t('simulator.world.mustChange')],
          ['expired', t('simulator.world.expired')],
        ]}
        onChange={(state) => change({ passwordState: state as NonNullable<UserWords['passwordState']> })}
      />
      <SettledField
        title={t('simulator.world.codes')}
        help={t('simulator.world.codesHelp')}
        value={(user.recoveryCodes ?? []).join(' ')}
        onSettle={(text) => change({ recoveryCodes: text.split(/\s+/).filter(Boolean) })}
      />
      <SettledField
        title={t('simulator.world.attributes')}
        help={t('simulator.world.attributesHelp')}
        kind="long"
        value={attributesText(user.attributes)}
        onSettle={(text) => change({ attributes: attributesIn(text) ?? {} })}
      />
      <div className="sim-checks">
        <Check
          title={t('simulator.world.hasPhone')}
          isOn={devices.includes('push')}
          onChange={(isOn) => switchDevice('push', isOn)}
        />
        <Check
          title={t('simulator.world.oath')}
          isOn={devices.includes('oath')}
          onChange={(isOn) => switchDevice('oath', isOn)}
        />
        <Check
          title={t('simulator.world.webauthn')}
          isOn={devices.includes('webauthn')}
          onChange={(isOn) => switchDevice('webauthn', isOn)}
        />
        <Check
          title={t('simulator.world.optedOut')}
          isOn={user.optedOut === true}
          onChange={(optedOut) => change({ optedOut })}
        />
        <Check
          title={t('simulator.world.locked')}
          isOn={user.locked === true}
          onChange={(locked) => change({ locked })}
        />
      </div>
    </section>
  );
}
