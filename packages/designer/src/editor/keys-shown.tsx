import { hasCommandKey, keyNames } from './key-names.ts';

/** Whether this machine has a Command key. */
export const onApple = hasCommandKey(navigator.platform);

/** The keys of a binding, as they are printed on the keyboard. */
export function KeysShown({ binding }: { readonly binding: string }) {
  return (
    <span className="keys">
      {keyNames(binding, onApple).map((name) => (
        <kbd key={name}>{name}</kbd>
      ))}
    </span>
  );
}
