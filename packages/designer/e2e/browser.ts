import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

/** The pages as `npm run build` leaves them. */
export const builtPages = process.env.JOURNEYMAN_PAGES ?? fileURLToPath(new URL('../dist', import.meta.url));

/** Quiet, and the same on every machine. As root, Chromium starts only without its sandbox. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser. Throws, saying what to install, when there is none. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath(), args: flags });
}

/** The browser named by `JOURNEYMAN_BROWSER`, else the first that the system has. */
function browserPath(): string {
  const named = process.env.JOURNEYMAN_BROWSER;
  if (named) return named;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (isExecutable(path)) return path;
    }
  }
  throw new Error(
    'No Chromium was found. Install one (Debian: apt-get install chromium), or name it in JOURNEYMAN_BROWSER.',
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
