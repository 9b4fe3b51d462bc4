import { IconFrame } from '../ui/icon-frame.tsx';

/** A plus, for adding. */
export function PlusIcon() {
  return (
    <IconFrame>
      <path d="M12 5v14M5 12h14" />
    </IconFrame>
  );
}

/** An arrow to the left, for going back. */
export function BackIcon() {
  return (
    <IconFrame>
      <path d="M15 5l-7 7 7 7" />
    </IconFrame>
  );
}

/** An arrow to the right, for what opens. */
export function OpenIcon() {
  return (
    <IconFrame size={16}>
      <path d="M9 5l7 7-7 7" />
    </IconFrame>
  );
}

/** A shield with a keyhole, for the app. */
export function ShieldIcon({ size = 20 }: { readonly size?: number }) {
  return (
    <IconFrame size={size}>
      <path d="M12 3l7.5 2.8v5.7c0 4.4-3 7.9-7.5 9.5-4.5-1.6-7.5-5.1-7.5-9.5V5.8L12 3Z" />
      <circle cx="12" cy="10.2" r="1.7" />
      <path d="M12 12v3.5" />
    </IconFrame>
  );
}

/** Cards on each other, for the list of accounts. */
export function AccountsIcon() {
  return (
    <IconFrame>
      <rect x="3.5" y="9" width="17" height="11" rx="2" />
      <path d="M6 5.5h12M8.5 2.5h7" />
    </IconFrame>
  );
}

/** A clock, for what is over. */
export function HistoryIcon() {
  return (
    <IconFrame>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7.5V12l3 2" />
    </IconFrame>
  );
}

/** A camera. */
export function CameraIcon() {
  return (
    <IconFrame>
      <path d="M4 8h3.2L9 5.5h6L16.8 8H20v11.5H4V8Z" />
      <circle cx="12" cy="13.5" r="3.2" />
    </IconFrame>
  );
}

/** A picture in a frame. */
export function PictureIcon() {
  return (
    <IconFrame>
      <rect x="3.5" y="4.5" width="17" height="15" rx="2" />
      <path d="M3.5 16l4.5-4.5 4 4 3-3 5.5 5.5M15.5 9v.1" />
    </IconFrame>
  );
}

/** The ridges of a fingertip. */
export function FingerprintIcon({ size = 20 }: { readonly size?: number }) {
  return (
    <IconFrame size={size}>
      <path d="M6.2 6.2a8 8 0 0 1 13.5 4.3M4.3 10a8.3 8.3 0 0 0-.3 2c0 1.4-.2 2.6-.6 3.7" />
      <path d="M7.7 19.8C8.6 17.5 9 15 9 12a3 3 0 0 1 6 0c0 3.3-.5 6.3-1.5 9" />
      <path d="M6 17c.4-1.6.6-3.2.6-5a5.4 5.4 0 0 1 8.8-4.2M17.9 10.5c.1.5.1 1 .1 1.5 0 3-.3 5.6-.9 8" />
      <path d="M12 12c0 3.5-.5 6.6-1.5 9.3M20 14.5c0 1.2-.1 2.3-.3 3.4" />
    </IconFrame>
  );
}

/** A tick in a circle, for approved. */
export function ApprovedIcon({ size = 20 }: { readonly size?: number }) {
  return (
    <IconFrame size={size}>
      <circle cx="12" cy="12" r="9" />
      <path d="m8 12.3 2.8 2.8L16 9.5" />
    </IconFrame>
  );
}

/** A cross in a circle, for denied. */
export function DeniedIcon({ size = 20 }: { readonly size?: number }) {
  return (
    <IconFrame size={size}>
      <circle cx="12" cy="12" r="9" />
      <path d="m9 9 6 6m0-6-6 6" />
    </IconFrame>
  );
}

/** An hourglass, for expired. */
export function ExpiredIcon({ size = 20 }: { readonly size?: number }) {
  return (
    <IconFrame size={size}>
      <path d="M6.5 3h11M6.5 21h11M8 3v3.5L12 12l4-5.5V3M8 21v-3.5L12 12l4 5.5V21" />
    </IconFrame>
  );
}

/** A bell, struck through when notifications are off. */
export function BellIcon({ isOff = false, size = 20 }: { readonly isOff?: boolean; readonly size?: number }) {
  return (
    <IconFrame size={size}>
      <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15L6 16.5ZM10 21h4" />
      {isOff && <path d="M3.5 3.5l17 17" />}
    </IconFrame>
  );
}

/** The arcs of a radio signal, struck through when the phone is offline. */
export function SignalIcon({ isOff }: { readonly isOff: boolean }) {
  return (
    <IconFrame size={14}>
      <path d="M3 9.5a13 13 0 0 1 18 0M6.5 13.5a8 8 0 0 1 11 0M12 18.5v.1" />
      {isOff && <path d="M4 3l16 18" />}
    </IconFrame>
  );
}
