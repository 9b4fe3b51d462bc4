import { create } from 'zustand';
import {
  contextPath,
  forgetAdministrator,
  signInByItself,
  useAdministrator,
} from './administrator-session.ts';
import type { JourneyFiles } from './journey-files.ts';
import { createJourneyStoreClient } from './journey-store-client.ts';

/** Where journeys are read from and saved to. */
export interface Workplace {
  readonly kind: 'server' | 'folder';
  /** The name of the opened folder; empty for the server. */
  readonly folder: string;
  readonly files: JourneyFiles;
}

/** Tells the server from folders, and from what else is served under the same origin. */
export function serverId(): string {
  return `${location.origin}${contextPath()}`;
}

const server: Workplace = {
  kind: 'server',
  folder: '',
  files: createJourneyStoreClient({
    get id() {
      return serverId();
    },
    get contextPath() {
      return contextPath();
    },
    fetch: (address, init) => fetch(address, init),
    session() {
      const { session } = useAdministrator.getState();
      return session.status === 'signed-in' ? session : null;
    },
    async renew() {
      const signedIn = await signInByItself();
      if (signedIn !== 'signed-in') forgetAdministrator();
      return signedIn === 'signed-in';
    },
  }),
};

/** Reads where journeys are kept: the server's folder unless one on this computer is opened. */
export const useWorkplace = create<Workplace>()(() => server);

/** Whether this browser lets a page open a folder. */
export const canOpenFolder = typeof window !== 'undefined' && 'showDirectoryPicker' in window;

/** Asks for a folder and works in it from then on. False when none was chosen. */
export async function openFolder(): Promise<boolean> {
  const picker = (window as unknown as FolderPicker).showDirectoryPicker;
  try {
    const folder = await picker({ id: 'journeys', mode: 'readwrite' });
    const { openLocalFolder } = await import('./local-folder.ts');
    useWorkplace.setState({ kind: 'folder', folder: folder.name, files: await openLocalFolder(folder) });
    return true;
  } catch {
    // The browser says so when the choice is called off, or the folder is one of the system's.
    return false;
  }
}

/** Works with the server's journeys again. */
export function closeFolder(): void {
  useWorkplace.setState(server);
}

/** Not part of TypeScript's DOM: only Chromium has it. */
interface FolderPicker {
  showDirectoryPicker(options: {
    readonly id: string;
    readonly mode: 'readwrite';
  }): Promise<FileSystemDirectoryHandle>;
}
