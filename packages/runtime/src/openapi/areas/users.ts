import { type Area, action, list, object, page, partial, queryParameters, ref, text } from '../area.ts';

/** Who signs in. */
export const usersArea: Area = {
  name: 'Users',
  description: 'Administers the users of a realm; each may read itself and change its password.',
  below: 'realm',
  paths: {
    '/users': {
      get: {
        summary: 'Lists users',
        caller: 'administrator',
        query: queryParameters,
        answers: { 200: page(ref('User')) },
      },
      post: {
        summary: 'Creates a user, tells who calls, or judges where success may lead',
        caller: 'user',
        query: action('create', 'idFromSession', 'validateGoto'),
        body: partial({ username: text, userPassword: text, goto: text }),
        answers: {
          200: partial({ id: text, realm: text, dn: text, successURL: text, fullLoginURL: text }),
          201: ref('User'),
        },
      },
    },
    '/users/{id}': {
      get: { summary: 'Reads a user', caller: 'user', answers: { 200: ref('User') } },
      put: {
        summary: 'Creates or changes a user',
        caller: 'administrator',
        headers: { 'If-None-Match': '`*`: only create.', 'If-Match': 'The revision that is changed.' },
        body: partial({}, 'Attributes with a text or a list of texts each.'),
        answers: { 200: ref('User'), 201: ref('User') },
      },
      delete: {
        summary: 'Deletes a user with devices and sessions',
        caller: 'administrator',
        answers: { 200: object({ _id: text, _rev: text, success: text }) },
      },
      post: {
        summary: "Changes the caller's own password",
        caller: 'user',
        query: action('changePassword'),
        body: object({ currentpassword: text, userpassword: text }),
        answers: { 200: { type: 'object' } },
      },
    },
  },
  schemas: {
    User: {
      ...object({ _id: text, _rev: text, username: text, realm: text, uid: list(text), roles: list(text) }),
      description: 'A user; every other attribute is a list of texts.',
    },
  },
};
