import { type Area, action, list, object, page, partial, ref, text } from '../area.ts';

/** What a journey's success has issued. */
export const sessionsArea: Area = {
  name: 'Sessions',
  description: 'Looks at sessions, changes them and ends them.',
  below: 'realm',
  paths: {
    '/sessions': {
      get: {
        summary: 'Lists the sessions of a user',
        caller: 'administrator',
        query: { _queryFilter: 'Such as `username eq "demo" and realm eq "/"`.' },
        answers: { 200: page(ref('Session')) },
      },
      post: {
        summary: 'Acts on a session: the one that is named, else that of the caller',
        query: {
          ...action(
            'getSessionInfo',
            'getSessionInfoAndResetIdleTime',
            'validate',
            'refresh',
            'logout',
            'logoutByHandle',
            'logoutByUser',
            'getSessionProperties',
            'updateSessionProperties',
          ),
          tokenId: 'The token of the session; it can be in the body too.',
        },
        body: partial({ tokenId: text, sessionHandles: list(text), username: text }),
        answers: { 200: { anyOf: [ref('Session'), { type: 'object' }] } },
      },
    },
  },
  schemas: {
    Session: object({
      username: text,
      universalId: text,
      realm: text,
      latestAccessTime: text,
      maxIdleExpirationTime: text,
      maxSessionExpirationTime: text,
    }),
  },
};
