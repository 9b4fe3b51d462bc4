import { type Area, list, object, text } from '../area.ts';

const refused = object({ error: text, error_description: text });

/** As much of OpenID Connect as clients of journeys look at. */
export const openidArea: Area = {
  name: 'OpenID Connect',
  description: 'Where clients find the addresses of journeys. No tokens are issued here.',
  below: 'context',
  paths: {
    '/oauth2/realms/{realm}/.well-known/openid-configuration': {
      get: {
        summary: 'Tells the addresses',
        answers: { 200: object({ issuer: text, authorization_endpoint: text, jwks_uri: text }) },
      },
    },
    '/oauth2/realms/{realm}/connect/jwk_uri': {
      get: {
        summary: 'Lists the keys of tokens, of which there are none',
        answers: { 200: object({ keys: list({}) }) },
      },
    },
    '/oauth2/realms/{realm}/token/revoke': {
      post: { summary: 'Revokes a token that there is not', answers: { 200: { type: 'object' } } },
    },
    '/oauth2/realms/{realm}/connect/endSession': {
      get: { summary: 'Ends the session of a client that there is not', answers: { 204: null } },
      post: { summary: 'Ends the session of a client that there is not', answers: { 204: null } },
    },
    '/oauth2/realms/{realm}/authorize': {
      get: { summary: 'Refuses, for there are no clients', answers: { 400: refused } },
      post: { summary: 'Refuses, for there are no clients', answers: { 400: refused } },
    },
    '/oauth2/realms/{realm}/access_token': {
      post: { summary: 'Refuses, for there are no clients', answers: { 400: refused } },
    },
  },
};
