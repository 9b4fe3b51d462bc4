import { type Area, list, object, page, ref, text } from '../area.ts';

const whole = { type: 'integer' } as const;

/** What journeys have done. */
export const tracesArea: Area = {
  name: 'Traces',
  description:
    'What runs of journeys have done, node by node, and what the last hour has shown of a journey.',
  below: 'realm',
  paths: {
    '/traces': {
      get: {
        summary: 'Lists runs, newest first',
        caller: 'administrator',
        query: {
          user: 'Runs of this user.',
          transactionId: 'Runs that a request with this transaction id was part of.',
          sessionHandle: 'The run that issued the session with this handle.',
          journey: 'Runs that were in this journey.',
          _pageSize: { ...whole, description: 'At most so many.' },
          _pagedResultsCookie: 'Where the page before ended.',
        },
        answers: { 200: page(ref('Trace')) },
      },
    },
    '/traces/{id}': {
      get: {
        summary: 'Reads a run with its steps',
        caller: 'administrator',
        answers: {
          200: { allOf: [ref('Trace'), object({ steps: list(ref('TraceStep')), skipped: whole })] },
        },
      },
    },
    '/traces/{id}/journey': {
      get: {
        summary: 'Gives the files of the journeys as they were when they ran',
        caller: 'administrator',
        answers: {
          200: object({
            _id: text,
            journeys: list(
              object({ name: text, revision: text, file: text, layout: { type: ['string', 'null'] } }),
            ),
          }),
        },
      },
    },
    '/journey-numbers/{name}': {
      get: {
        summary: 'Tells how the runs of a journey ended in the last hour, and how its nodes were left',
        caller: 'administrator',
        answers: {
          200: object({
            _id: text,
            from: text,
            until: text,
            started: whole,
            succeeded: whole,
            failed: whole,
            abandoned: whole,
            nodes: { type: 'object', additionalProperties: ref('NodeNumbers') },
          }),
        },
      },
    },
  },
  schemas: {
    Trace: object({
      _id: text,
      realm: text,
      journey: text,
      status: { enum: ['waiting', 'succeeded', 'failed', 'broken', 'abandoned'] },
      transactionIds: list(text),
      startedAt: text,
      latestAt: text,
      stepCount: whole,
    }),
    TraceStep: object(
      {
        at: text,
        tookMs: { type: 'number' },
        path: list(text),
        nodeId: text,
        nodeType: text,
        displayName: text,
        result: object({ type: { enum: ['leaves', 'waits', 'enters', 'refuses', 'breaks'] } }),
        stateBytes: whole,
      },
      'A run of a node in the last journey of `path`, and the size of shared state after it.',
    ),
    NodeNumbers: object(
      {
        outcomes: { type: 'object', additionalProperties: whole },
        stopped: whole,
        tookMs: { anyOf: [object({ median: whole, p95: whole }), { type: 'null' }] },
      },
      'How many left the node by each outcome, how many stopped there, and how long they were there.',
    ),
  },
};

/** How the service does. */
export const metricsArea: Area = {
  name: 'Metrics',
  description: 'Numbers for Prometheus.',
  below: 'service',
  paths: {
    '/metrics': {
      get: {
        summary: 'Tells what journeys, pushes, sessions and stores do',
        description:
          'In the demo for anybody; else for administrators, and for whoever has the token of the metrics.',
        headers: { Authorization: '`Bearer` and the token of the metrics.' },
        answers: { 200: null },
      },
    },
  },
};
