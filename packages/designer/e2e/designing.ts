import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { type DesignService, startDesignService } from './design-service.ts';
import { EditorPage } from './editor-page.ts';
import { LibraryPage } from './library-page.ts';
import { watchedPage } from './watched-page.ts';

/** A service with a browser in front of it, as every test of the designer needs them. */
export interface Designing {
  readonly service: DesignService;
  readonly browser: Browser;
  /** The browser's user: tabs of one context share what the designer remembers. */
  readonly context: BrowserContext;
  /** Another user, or the same with another screen. */
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** A tab with the journeys home. */
  library(context?: BrowserContext): Promise<LibraryPage>;
  /** A tab with the editor of a journey. */
  editor(journey: string, options?: EditorOptions): Promise<EditorPage>;
  stop(): Promise<void>;
}

/** Where an editor is opened, and at what. */
interface EditorOptions {
  readonly context?: BrowserContext;
  readonly realm?: string;
  /** Such as `?node=ID`. */
  readonly query?: string;
  /** Whether all of it is brought into view, as most tests need it: what is out of view is not drawn. It is unless there is a query. */
  readonly isWhole?: boolean;
}

/** Starts a service on a copy of the sample journeys, and a browser. */
export async function startDesigning(viewport = { width: 1600, height: 1000 }): Promise<Designing> {
  const service = await startDesignService();
  const browser = await startBrowser();
  const newContext = (options: BrowserContextOptions = {}) => browser.newContext({ viewport, ...options });
  const context = await newContext();
  return {
    service,
    browser,
    context,
    newContext,
    async library(where = context) {
      const library = new LibraryPage(await watchedPage(where), service.address);
      await library.open();
      return library;
    },
    async editor(journey, { context: where = context, isWhole, ...rest } = {}) {
      const editor = new EditorPage(await watchedPage(where));
      await editor.open(service.address, journey, rest);
      if (isWhole ?? rest.query === undefined) await editor.fit();
      return editor;
    },
    async stop() {
      await browser.close();
      await service.stop();
    },
  };
}
