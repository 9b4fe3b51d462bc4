import { describe, expect, it } from 'vitest';
import { ariaKeys, hasCommandKey, keyNames } from './key-names.ts';

describe('keys', () => {
  it('are named as they are printed', () => {
    expect(keyNames('$mod+Shift+KeyZ', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyNames('$mod+Shift+KeyZ', true)).toEqual(['⌘', '⇧', 'Z']);
    expect(keyNames('Alt+ArrowUp', false)).toEqual(['Alt', '↑']);
    expect(keyNames('Digit1', false)).toEqual(['1']);
    expect(keyNames('?', false)).toEqual(['?']);
  });

  it('are named for assistive technology', () => {
    expect(ariaKeys('$mod+KeyK', false)).toBe('Control+K');
    expect(ariaKeys('$mod+KeyK', true)).toBe('Meta+K');
  });

  it('have a Command key only on Apple machines', () => {
    expect(hasCommandKey('MacIntel')).toBe(true);
    expect(hasCommandKey('Linux x86_64')).toBe(false);
  });
});
