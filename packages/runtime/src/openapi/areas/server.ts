import { type Area, list, object, text } from '../area.ts';

const version = object({
  _id: text,
  _rev: text,
  version: text,
  fullVersion: text,
  revision: text,
  date: text,
});

/** What the server tells of itself. */
export const serverArea: Area = {
  name: 'Server',
  description: 'What clients learn of the server, and how it is.',
  below: 'realm',
  paths: {
    '/serverinfo/{id}': {
      get: {
        summary:
          'Tells the name of the session cookie and more (`*`), the version (`version`), or the domains of the cookie',
        answers: { 200: object({ _id: text, _rev: text }) },
      },
    },
    '/version': {
      get: { summary: 'Tells which version of AM this is like', caller: 'user', answers: { 200: version } },
    },
    '/health/live': {
      get: { summary: 'Says that the service answers', answers: { 200: object({ status: text }) } },
    },
    '/health/ready': {
      get: {
        summary: 'Says whether the stores can be reached, and what is wrong with files',
        answers: {
          200: object({
            status: text,
            faults: list(object({ severity: text, file: text, line: { type: 'integer' }, reason: text })),
          }),
          503: object({ status: text }),
        },
      },
    },
  },
};
