import { IconFrame } from './icon-frame.tsx';

/** The product's mark: two stops joined by a winding road. Takes the colour of the text around it. */
export function ProductMark() {
  return (
    <IconFrame size={22}>
      <circle cx="5" cy="19" r="2.5" />
      <circle cx="19" cy="5" r="2.5" />
      <path d="M12 19h5.25a3.5 3.5 0 0 0 0-7H6.75a3.5 3.5 0 0 1 0-7H12" />
    </IconFrame>
  );
}

/** A magnifying glass, for search fields. */
export function SearchIcon() {
  return (
    <IconFrame size={16}>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="m15.5 15.5 5 5" />
    </IconFrame>
  );
}

/** A tick, for what is in order. */
export function TickIcon() {
  return (
    <IconFrame size={16}>
      <path d="m4.5 12.5 5 5 10-11" />
    </IconFrame>
  );
}

/** A triangle with a stroke and a dot, for warnings. */
export function WarningIcon() {
  return (
    <IconFrame size={16}>
      <path d="M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17.2v.1" />
    </IconFrame>
  );
}

/** A circle with a cross, for errors. */
export function ErrorIcon() {
  return (
    <IconFrame size={16}>
      <circle cx="12" cy="12" r="9" />
      <path d="m9 9 6 6m0-6-6 6" />
    </IconFrame>
  );
}

/** A circle with an i, for what is worth knowing. */
export function NoteIcon() {
  return (
    <IconFrame size={16}>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v5.5M12 7.7v.1" />
    </IconFrame>
  );
}

/** A telephone, for links to the phone page. */
export function PhoneIcon() {
  return (
    <IconFrame size={16}>
      <rect x="6.5" y="2.5" width="11" height="19" rx="2.5" />
      <path d="M11 18.5h2" />
    </IconFrame>
  );
}

/** A person, for who is signed in. */
export function PersonIcon() {
  return (
    <IconFrame size={28}>
      <circle cx="12" cy="8" r="4" />
      <path d="M4 20.5c1.2-3.9 4.2-6 8-6s6.8 2.1 8 6" />
    </IconFrame>
  );
}
