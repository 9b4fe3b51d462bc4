import { type Area, action, type Operations, object, page, partial, ref, text } from '../area.ts';

const collection: Operations = {
  get: { summary: 'Lists the devices of a user', caller: 'user', answers: { 200: page(ref('Device')) } },
  post: {
    summary: 'Removes all of them, or tells or says whether the user is asked to register one',
    caller: 'user',
    query: action('reset', 'skip', 'check'),
    body: partial({ value: { type: 'boolean', description: 'Of `skip`: whether the user has opted out.' } }),
    answers: { 200: partial({ result: { type: 'boolean' } }) },
  },
};

const device: Operations = {
  get: { summary: 'Reads a device', caller: 'user', answers: { 200: ref('Device') } },
  put: {
    summary: 'Renames a device',
    caller: 'user',
    body: object({ deviceName: text }),
    answers: { 200: ref('Device') },
  },
  delete: { summary: 'Removes a device', caller: 'user', answers: { 200: ref('Device') } },
};

const places = ['2fa/push', '2fa/oath', '2fa/webauthn', '2fa/binding', 'profile', 'trusted'];

/** The phones and keys that users have registered. */
export const devicesArea: Area = {
  name: 'Devices',
  description: 'The devices of users. Neither secrets nor recovery codes are in any answer.',
  below: 'realm',
  paths: Object.fromEntries(
    places.flatMap((place) => [
      [`/users/{user}/devices/${place}`, collection],
      [`/users/{user}/devices/${place}/{uuid}`, device],
    ]),
  ),
  schemas: {
    Device: object({
      _id: text,
      _rev: text,
      uuid: text,
      deviceName: text,
      createdDate: { type: 'integer', description: 'Milliseconds since 1970.' },
      lastAccessDate: { type: 'integer', description: 'Milliseconds since 1970.' },
      deviceManagementStatus: { type: 'boolean', description: 'Whether the caller may change it.' },
    }),
  },
};
