import type { deviceProfileCollectorNode } from '@journeyman/node-schemas';
import { type DeviceProfile, isJsonObject, type Json, utf8 } from '@journeyman/node-schemas/run';
import { type Behaviour, goTo, refuse, send } from '../../behaviour.ts';
import { answerTo } from '../../callbacks.ts';
import { localise } from '../../texts.ts';

/** Device Profile Collector. Keeps the identifier, the metadata and the location, whatever else the client sends. */
export const deviceProfileCollector: Behaviour<typeof deviceProfileCollectorNode> = (run) => {
  const { config, state } = run;
  const text = answerTo(run.answers, 'DeviceProfileCallback') ?? '';
  if (text === '') {
    return send({
      type: 'DeviceProfileCallback',
      metadata: config.deviceMetadata,
      location: config.deviceLocation,
      message: localise(run, config.message, '', 'first'),
    });
  }
  // A client may send megabytes: no text has fewer bytes than characters, so most need not be counted.
  const limit = Number(config.maximumSize) * 1024;
  if (text.length > limit || utf8(text).length > limit) {
    return refuse('Captured data exceed maximum accepted size');
  }
  const profile = profileIn(text);
  if (profile === undefined) return refuse('Device Identifier is not captured');
  state.put('shared', 'forgeRock.device.profile', profile);
  return goTo('outcome', { audit: { 'forgeRock.device.profile': { ...profile } } });
};

function profileIn(text: string): DeviceProfile | undefined {
  const captured = parse(text);
  if (!isJsonObject(captured)) return undefined;
  const { identifier, metadata, location } = captured;
  if (typeof identifier !== 'string' || identifier === '') return undefined;
  return {
    identifier,
    ...(isJsonObject(metadata) ? { metadata } : {}),
    ...(isPlace(location)
      ? { location: { latitude: location.latitude, longitude: location.longitude } }
      : {}),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPlace(value: Json | undefined): value is { latitude: number; longitude: number } {
  return isJsonObject(value) && Number.isFinite(value.latitude) && Number.isFinite(value.longitude);
}
