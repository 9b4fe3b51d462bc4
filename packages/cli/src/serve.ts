import { fileURLToPath } from 'node:url';
import type { Command } from './commands.ts';
import { ownVersion } from './own-version.ts';
import { UsageError } from './usage-error.ts';

const help = `journeyman serve [--demo]

Serves the journeys of a folder over AM's REST interface, with the pages / and /login.

  --demo   adds the user "demo" (password Ch4ng31t!) to each realm, a password for amadmin that is printed once,
           and /phone, a phone on a page

Settings are environment variables; the README lists them. The ones used most:

  HOST, PORT                 where to listen (127.0.0.1, 8080)
  JOURNEYMAN_PUBLIC_URL      the address that phones and browsers use
  JOURNEYMAN_JOURNEYS        the folder of journeys (./journeys)
  JOURNEYMAN_DATA            the folder for users, devices and keys (./.data)
  JOURNEYMAN_ADMIN_PASSWORD  the password of amadmin; needed without --demo
`;

/** Serves journeys until it is told to stop. */
export const serveCommand: Command = {
  summary: 'serve the journeys of a folder',
  help,
  options: { demo: { type: 'boolean' } },
  async run({ demo }) {
    const isDemo = demo === true;
    // Only here: the other commands, and help, are not to wait for a whole service to be read.
    const { readSettings, SettingError, serve } = await import('@journeyman/runtime');
    try {
      const service = await serve(readSettings(process.env), {
        isDemo,
        pagesFolder: fileURLToPath(new URL('../../designer/dist', import.meta.url)),
        version: await ownVersion(),
      });
      if (service.generatedPassword !== undefined) {
        console.log(`amadmin's password, printed this once: ${service.generatedPassword}`);
      }
      if (isDemo)
        console.log(`sign in as demo (Ch4ng31t!) at ${service.address}/login, with the phone at /phone`);
      console.log(`listening on ${service.address}`);
      await toldToStop();
      await service.close();
      return 0;
    } catch (error) {
      if (error instanceof SettingError) throw new UsageError(error.message);
      throw error;
    }
  },
};

function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
