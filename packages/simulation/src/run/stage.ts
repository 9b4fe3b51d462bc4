import {
  type Beginning,
  makeRunnable,
  type QrCode,
  type RequestContext,
  type RunnableJourney,
  standardRegistry,
} from '@journeyman/engine';
import { initialWorld } from './initial-world.ts';
import { type RealmSetting, type SimulationSetting, usualRealm } from './simulation-setting.ts';
import type { Snapshot } from './snapshot.ts';

/** What stays the same while a simulation goes on. */
export interface Stage {
  readonly journeys: ReadonlyMap<string, RunnableJourney>;
  readonly realm: RealmSetting;
  readonly request: RequestContext;
  /** Where the client asks to go. */
  readonly gotos: Pick<Beginning, 'goto' | 'gotoOnFail'>;
  readonly qrCode: QrCode;
  /** Before anything has happened. */
  readonly beginning: Snapshot;
}

const noPicture: QrCode = { svg: () => '<svg xmlns="http://www.w3.org/2000/svg"/>' };

/** Makes the journeys ready and the world that they run in. */
export function setStage(setting: SimulationSetting): Stage {
  const { goto, gotoOnFail } = setting;
  return {
    journeys: runnable(setting.journeys),
    realm: { ...usualRealm, ...setting.realm },
    request: {
      locales: setting.locales ?? ['en'],
      headers: Object.fromEntries(
        Object.entries(setting.headers ?? {}).map(([name, value]) => [name.toLowerCase(), [value]]),
      ),
      clientIp: '203.0.113.7',
      parameters: {},
    },
    gotos: { ...(goto !== undefined && { goto }), ...(gotoOnFail !== undefined && { gotoOnFail }) },
    qrCode: setting.qrCode ?? noPicture,
    beginning: { world: initialWorld(setting), run: null },
  };
}

const known = new WeakMap<SimulationSetting['journeys'], Stage['journeys']>();

/** Thousands of scenarios run over the same journeys. */
function runnable(journeys: SimulationSetting['journeys']): Stage['journeys'] {
  const made =
    known.get(journeys) ??
    new Map([...journeys].map(([name, journey]) => [name, makeRunnable(journey, standardRegistry)]));
  known.set(journeys, made);
  return made;
}
