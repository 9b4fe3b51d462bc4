import { type Area, list, object, partial, ref, text } from '../area.ts';

/** Running journeys. */
export const authenticateArea: Area = {
  name: 'Authenticate',
  description: 'Runs a journey, step by step.',
  below: 'realm',
  paths: {
    '/authenticate': {
      post: {
        summary: 'Starts a journey, or continues one with the answers to its latest step',
        description:
          'Without `authId` a journey is started: the one that is named, else that of the realm. A step is answered by sending it back with values in its inputs. Success gives a session, in the answer and as a cookie.',
        query: {
          authIndexType: '`service`, to name a journey.',
          authIndexValue: 'The name of the journey.',
          noSession: '`true`: no session is made at the end.',
          goto: 'Where success is to lead; taken if the realm allows it.',
          gotoOnFail: 'Where failure is to lead; taken if the realm allows it.',
          locale: 'The language of texts; else that of Accept-Language.',
        },
        headers: {
          'X-OpenAM-Username': 'A user name that answers the first step.',
          'X-OpenAM-Password': 'A password that answers the first step.',
        },
        body: ref('Step'),
        answers: { 200: { anyOf: [ref('Step'), ref('SignedIn')] } },
      },
    },
  },
  schemas: {
    Step: {
      ...partial({
        authId: { ...text, description: 'The handle of the run, signed by the server; good for one step.' },
        callbacks: list(ref('Callback')),
        stage: { ...text, description: 'Which page this is, for a client that has its own look for it.' },
        header: text,
        description: text,
      }),
      description: 'What a journey asks, and how it is answered.',
    },
    Callback: {
      ...object({ type: { ...text, description: 'Such as NameCallback.' } }),
      description: 'One thing that is asked or shown.',
    },
    SignedIn: {
      ...object({ successUrl: text, realm: text }),
      description: 'A session with its token in `tokenId`; without that where no session was wanted.',
    },
  },
};
