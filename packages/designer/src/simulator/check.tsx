interface CheckProps {
  readonly title: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Something that is so or not. */
export function Check({ title, isOn, onChange }: CheckProps) {
  return (
    <label className="sim-check">
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      {title}
    </label>
  );
}
