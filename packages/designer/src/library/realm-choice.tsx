/** What is chosen among. */
interface RealmChoiceProps {
  readonly label: string;
  readonly realms: readonly string[];
  readonly realm: string;
  onChange(realm: string): void;
}

/** The choice among realms; nothing where there is only one. */
export function RealmChoice({ label, realms, realm, onChange }: RealmChoiceProps) {
  if (realms.length < 2) return null;
  return (
    <label className="library-name">
      {label}
      <select className="select" value={realm} onChange={(event) => onChange(event.target.value)}>
        {realms.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </label>
  );
}
