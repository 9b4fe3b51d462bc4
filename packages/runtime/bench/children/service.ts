import { readSettings, serve } from '../../src/main.ts';
import { measured } from './measured-server.ts';

const [journeysFolder = '', dataFolder = '', traceHours = ''] = process.argv.slice(2);

/** The service as people run it, with the user of the demo; journeys, data and how long traces are kept as the arguments say. */
const running = serve(
  readSettings({
    PORT: '0',
    JOURNEYMAN_JOURNEYS: journeysFolder,
    JOURNEYMAN_DATA: dataFolder,
    JOURNEYMAN_TRACE_HOURS: traceHours,
    JOURNEYMAN_AUDIT: 'off',
  }),
  { isDemo: true, pagesFolder: journeysFolder, version: '0.0.0' },
);
measured(running.then(({ address }) => address));
