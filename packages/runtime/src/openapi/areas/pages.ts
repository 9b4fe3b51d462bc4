import { type Area, list, type Operations, object, text } from '../area.ts';

const pageOf = (summary: string): Operations => ({ get: { summary, answers: { 200: null } } });

/** The pages for people, and what they load before anybody has signed in. */
export function pagesArea(hasPhone: boolean): Area {
  return {
    name: 'Pages',
    description: 'The pages for people.',
    below: 'service',
    paths: {
      '/': pageOf('The designer: the journeys of a realm'),
      '/journey/{name}': pageOf('The designer: a journey'),
      '/login': pageOf('The sign-in page'),
      ...(hasPhone ? { '/phone': pageOf('The phone on a page') } : {}),
      '/assets/{file}': pageOf('What the pages load'),
      '/journeys.json': {
        get: {
          summary: 'Lists the realms with the journey that each runs when none is named',
          answers: {
            200: object({
              realms: list(object({ realm: text, defaultJourney: { type: ['string', 'null'] } })),
            }),
          },
        },
      },
      '/openapi.json': { get: { summary: 'This document', answers: { 200: object({ openapi: text }) } } },
    },
  };
}
