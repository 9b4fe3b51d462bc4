/** Names of keys that are not what is printed on them. */
const names: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Backspace: '⌫',
  Minus: '−',
  Equal: '+',
  Slash: '/',
};

const appleModifiers: Readonly<Record<string, string>> = {
  $mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Control: '⌃',
  Meta: '⌘',
};
const otherModifiers: Readonly<Record<string, string>> = { $mod: 'Ctrl', Control: 'Ctrl' };

/** Whether a platform, as `navigator.platform` names it, has a Command key. */
export function hasCommandKey(platform: string): boolean {
  return /Mac|iPhone|iPad/.test(platform);
}

/** The keys of one binding in tinykeys' notation, as they are printed: `$mod+Shift+KeyZ` is Ctrl, Shift, Z. */
export function keyNames(binding: string, onApple: boolean): readonly string[] {
  const modifiers = onApple ? appleModifiers : otherModifiers;
  return binding.split('+').map((key) => {
    const plain = key.replace(/^(Key|Digit)(?=.$)/, '');
    return modifiers[plain] ?? names[plain] ?? (plain.length === 1 ? plain.toUpperCase() : plain);
  });
}

/** The keys of a binding as `aria-keyshortcuts` wants them: `Control+Shift+Z`. */
export function ariaKeys(binding: string, onApple: boolean): string {
  return binding
    .split('+')
    .map((key) => (key === '$mod' ? (onApple ? 'Meta' : 'Control') : key.replace(/^(Key|Digit)(?=.$)/, '')))
    .join('+');
}
