import { type Area, action, list, object, text } from '../area.ts';

/** What phones call. */
export const pushArea: Area = {
  name: 'Push',
  description: "Takes the answers of phones. Nobody signs in here: the phone's signature speaks for it.",
  below: 'realm',
  paths: {
    '/push/sns/message': {
      post: {
        summary: 'Takes the registration of a phone, its answer to a push, or its new address',
        query: action('register', 'authenticate', 'refresh'),
        body: object({
          messageId: text,
          jwt: { ...text, description: "Claims, signed with the phone's secret." },
        }),
        answers: { 200: { type: 'object' } },
      },
    },
  },
};

const bearer = { Authorization: '`Bearer` and the token that the phone has registered with.' };

/** What the phone on a page calls, where messages are kept here. */
export const phonePageArea: Area = {
  name: 'Phone page',
  description: 'Messages for phones that no delivery service reaches.',
  below: 'service',
  paths: {
    '/phone/messages': {
      get: {
        summary: 'Gives the messages that wait for a phone',
        headers: bearer,
        answers: { 200: object({ messages: list(object({ messageId: text, message: text })) }) },
      },
    },
    '/phone/endpoint': {
      post: {
        summary: 'Switches the notifications of a phone on or off',
        headers: bearer,
        body: object({ enabled: { type: 'boolean' } }),
        answers: { 200: object({ enabled: { type: 'boolean' } }) },
      },
    },
  },
};
