import { create } from 'zustand';

/** Which colours the pages have; `system` follows the machine's setting. */
export type Theme = 'light' | 'dark' | 'system';

/** What a person chooses for all journeys; remembered in the browser. */
export interface Preferences {
  readonly theme: Theme;
  /** Whether keys without Ctrl or Command, such as `1` for fit, are heard outside the canvas too. */
  readonly hasSingleKeys: boolean;
  /** Whether the palette leaves out the node types that can only be designed. */
  readonly isPaletteRunnable: boolean;
}

const storageKey = 'journeyman.preferences';
const themes: readonly Theme[] = ['light', 'dark', 'system'];

/** Reads the preferences. */
export const usePreferences = create<Preferences>()(() => readPreferences());

/** Changes some preferences, shows them and remembers them. */
export function setPreferences(changed: Partial<Preferences>): void {
  usePreferences.setState(changed);
  const preferences = usePreferences.getState();
  showTheme(preferences.theme);
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferences));
  } catch {
    // A browser that forbids storage forgets them with the page.
  }
}

/** Gives the page the colours that were chosen; called once when the page starts. */
export function showTheme(theme: Theme = usePreferences.getState().theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function readPreferences(): Preferences {
  const kept = keptPreferences();
  return {
    theme: themes.find((theme) => theme === kept.theme) ?? 'system',
    hasSingleKeys: kept.hasSingleKeys !== false,
    isPaletteRunnable: kept.isPaletteRunnable === true,
  };
}

function keptPreferences(): Partial<Record<keyof Preferences, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}
