import { type Area, action, list, object, ref, text } from '../area.ts';

const textOrNull = { type: ['string', 'null'] } as const;

/** What the designer reads and writes. */
export const journeyFilesArea: Area = {
  name: 'Journey files',
  description:
    'The journeys of a realm as their files are. The session goes into the header; a cookie does not count. A change names the revision that it is made to.',
  below: 'realm',
  paths: {
    '/journey-files': {
      get: {
        summary: 'Lists the journeys with their pictures and problems',
        caller: 'administrator',
        query: { files: '`true`: with the texts of the files.' },
        answers: {
          200: object({
            realm: text,
            realms: list(text),
            defaultJourney: textOrNull,
            services: list(text),
            policy: { anyOf: [ref('JourneyPolicy'), { type: 'null' }] },
            journeys: list(
              object({
                name: text,
                description: text,
                enabled: { type: 'boolean' },
                problems: list(ref('Problem')),
                svg: text,
                revision: text,
              }),
            ),
          }),
        },
      },
      post: {
        summary: 'Writes what is demanded of the journeys of all realms',
        caller: 'administrator',
        query: action('savePolicy'),
        headers: {
          'If-Match': 'The revision that is changed; `*` for any.',
          'If-None-Match': '`*`: there is none yet.',
        },
        body: object({ text }),
        answers: { 200: ref('JourneyPolicy'), 201: ref('JourneyPolicy') },
      },
    },
    '/journey-files/{name}': {
      get: { summary: 'Reads a journey', caller: 'administrator', answers: { 200: ref('JourneyFiles') } },
      put: {
        summary: 'Writes a journey in canonical form',
        caller: 'administrator',
        headers: {
          'If-Match': 'The revision that is changed; `*` for any.',
          'If-None-Match': '`*`: there is none yet.',
        },
        body: object({ file: text, layout: textOrNull }),
        answers: { 200: ref('JourneyFiles'), 201: ref('JourneyFiles') },
      },
      delete: {
        summary: 'Deletes a journey',
        caller: 'administrator',
        headers: { 'If-Match': 'The revision that is deleted; `*` for any.' },
        answers: { 200: ref('JourneyFiles') },
      },
      post: {
        summary: 'Renames a journey with all that is in its folder',
        caller: 'administrator',
        query: action('rename'),
        headers: { 'If-Match': 'The revision that is renamed; `*` for any.' },
        body: object({ newName: text }),
        answers: { 200: ref('JourneyFiles') },
      },
    },
    '/journey-files/{name}/scenarios': {
      get: {
        summary: 'Reads the scenarios of a journey',
        description: 'Text and revision are null where there are none.',
        caller: 'administrator',
        answers: { 200: object({ text: textOrNull, revision: textOrNull }) },
      },
      put: {
        summary: 'Writes the scenarios of a journey, if they can be read',
        caller: 'administrator',
        headers: {
          'If-Match': 'The revision that is changed; `*` for any.',
          'If-None-Match': '`*`: there are none yet.',
        },
        body: object({ text }),
        answers: { 200: ref('JourneyScenarios'), 201: ref('JourneyScenarios') },
      },
    },
    '/journey-files/{name}/revisions': {
      get: {
        summary: 'Lists the states of a journey that git keeps, newest first and 50 at most',
        description: 'None where the journeys are in no repository, or git is not installed.',
        caller: 'administrator',
        answers: {
          200: object({
            revisions: list(
              object({ id: text, subject: text, author: text, date: text, layoutOnly: { type: 'boolean' } }),
            ),
          }),
        },
      },
    },
    '/journey-files/{name}/revisions/{id}': {
      get: {
        summary: 'Reads a journey as it was in one of its revisions',
        caller: 'administrator',
        answers: { 200: object({ name: text, file: text, layout: textOrNull, revision: text }) },
      },
    },
  },
  schemas: {
    JourneyFiles: object({
      name: text,
      file: text,
      layout: textOrNull,
      revision: text,
      problems: list(ref('Problem')),
    }),
    JourneyPolicy: object({ text, revision: text }),
    JourneyScenarios: object({ text, revision: text }),
    Problem: object({ code: text, severity: text, message: text }),
  },
};

/** How the designer signs in by itself, in the demo. */
export const designerSessionArea: Area = {
  name: 'Designer session',
  description: "An administrator's session for the demo's own pages, on a loopback address alone.",
  below: 'service',
  paths: {
    '/designer/session': {
      post: {
        summary: 'Gives the token of a session, and the name of the header that it goes into',
        headers: { Origin: 'The address of the page, which must be of this service.' },
        answers: { 200: object({ token: text, header: text }) },
      },
    },
  },
};
