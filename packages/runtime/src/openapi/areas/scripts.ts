import { type Area, action, type Operation, object, page, queryParameters, ref, text } from '../area.ts';

const write: Pick<Operation, 'caller' | 'headers' | 'body'> = {
  caller: 'administrator',
  headers: { 'If-None-Match': '`*`: only create.' },
  body: object({ name: text, script: text }),
};

/** The scripts that journeys carry. */
export const scriptsArea: Area = {
  name: 'Scripts',
  description:
    'The scripts of a realm: those in the files of its journeys, and those that no journey refers to yet.',
  below: 'realm',
  paths: {
    '/scripts': {
      get: {
        summary: 'Lists scripts',
        caller: 'administrator',
        query: queryParameters,
        answers: { 200: page(ref('Script')) },
      },
      post: {
        ...write,
        summary: 'Creates a script',
        query: action('create'),
        answers: { 201: ref('Script') },
      },
    },
    '/scripts/{id}': {
      get: { summary: 'Reads a script', caller: 'administrator', answers: { 200: ref('Script') } },
      put: {
        ...write,
        summary: 'Creates or replaces a script',
        answers: { 200: ref('Script'), 201: ref('Script') },
      },
      delete: {
        summary: 'Deletes a script that no node refers to',
        caller: 'administrator',
        answers: { 200: ref('Script') },
      },
    },
  },
  schemas: {
    Script: object({ _id: text, name: text, script: { ...text, description: 'The source, in base64.' } }),
  },
};
