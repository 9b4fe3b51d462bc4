import './world-tab.css';
import type { Given } from '@journeyman/simulation';
import { IconPlus } from '@tabler/icons-react';
import { t } from '../texts/t.ts';
import { Check } from './check.tsx';
import { Choice } from './choice.tsx';
import { SettledField } from './settled-field.tsx';
import { useSimulator } from './simulator-store.ts';
import { UserEditor } from './user-editor.tsx';
import { changeWorld } from './walking.ts';
import { momentField, trimmed, usersOf, withClock, withNewUser } from './world-edits.ts';

/** The made-up world that the walk begins in. A change has the walk done once more. */
export function WorldTab() {
  const given = useSimulator((state) => state.given);
  const change = (different: Given) => void changeWorld({ ...given, ...different });
  const users = usersOf(given);
  return (
    <div className="sim-world">
      <section>
        <h2>{t('simulator.world.users')}</h2>
        {Object.entries(users).map(([name, user]) => (
          <UserEditor
            key={name}
            name={name}
            user={user}
            given={given}
            onChange={(next) => void changeWorld(next)}
          />
        ))}
        <button type="button" className="button" onClick={() => void changeWorld(withNewUser(given))}>
          <IconPlus size={16} aria-hidden />
          {t('simulator.world.add')}
        </button>
      </section>
      <PhoneWorld given={given} onChange={change} />
      <Services given={given} onChange={change} />
      <Request given={given} onChange={change} />
    </div>
  );
}

interface PartProps {
  readonly given: Given;
  readonly onChange: (different: Given) => void;
}

function PhoneWorld({ given: { phone = {} }, onChange }: PartProps) {
  return (
    <section>
      <h2>{t('simulator.world.phone')}</h2>
      <Check
        title={t('simulator.world.ios')}
        isOn={phone.platform === 'ios'}
        onChange={(isIos) => onChange({ phone: { ...phone, platform: isIos ? 'ios' : 'android' } })}
      />
      <Check
        title={t('simulator.world.reachable')}
        isOn={phone.isReachable !== false}
        onChange={(isReachable) => onChange({ phone: { ...phone, isReachable } })}
      />
    </section>
  );
}

function Services({ given: { services = {} }, onChange }: PartProps) {
  return (
    <section>
      <h2>{t('simulator.world.services')}</h2>
      {(['push', 'pushMessages', 'directory', 'devices'] as const).map((name) => (
        <Choice
          key={name}
          title={t(`simulator.world.${name}`)}
          value={services[name] ?? ''}
          choices={[
            ['', t('simulator.world.works')],
            ['fails', t('simulator.world.fails')],
            ...(name === 'push' ? [['missing', t('simulator.world.missing')] as const] : []),
          ]}
          onChange={(value) => onChange({ services: trimmed({ ...services, [name]: value }) })}
        />
      ))}
    </section>
  );
}

function Request({ given, onChange }: PartProps) {
  const { locale = '', signedIn = '', seed } = given;
  const beginsAtMs = useSimulator(({ steps }) => steps[0]?.atMs);
  return (
    <section>
      <h2>{t('simulator.world.request')}</h2>
      <SettledField
        title={t('simulator.world.locale')}
        value={locale}
        placeholder="en"
        onSettle={(text) => onChange({ locale: text.trim() || 'en' })}
      />
      <Choice
        title={t('simulator.world.signedIn')}
        value={signedIn}
        choices={[
          ['', t('simulator.world.nobody')],
          ...Object.keys(usersOf(given)).map((name) => [name, name] as const),
        ]}
        onChange={(name) => {
          const { signedIn: _, ...rest } = given;
          void changeWorld(name === '' ? rest : { ...rest, signedIn: name });
        }}
      />
      <SettledField
        title={t('simulator.world.clock')}
        help={t('simulator.world.clockHelp')}
        kind="moment"
        value={beginsAtMs === undefined ? '' : momentField(beginsAtMs)}
        onSettle={(moment) => void changeWorld(withClock(given, moment))}
      />
      <SettledField
        title={t('simulator.world.seed')}
        help={t('simulator.world.seedHelp')}
        value={seed === undefined ? '' : String(seed)}
        placeholder="1"
        onSettle={(text) => onChange({ seed: Math.trunc(Number(text)) || 1 })}
      />
    </section>
  );
}
