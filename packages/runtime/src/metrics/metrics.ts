import { createCounter, createTimer } from './instruments.ts';

/** All that is counted and timed for Prometheus. */
export type Metrics = ReturnType<typeof createMetrics>;

/** Makes the instruments of an installation. */
export function createMetrics() {
  return {
    started: createCounter({
      name: 'journeyman_journeys_started_total',
      help: 'Runs of journeys that were started.',
      labels: ['realm', 'journey'],
    }),
    ended: createCounter({
      name: 'journeyman_journeys_ended_total',
      help: 'Runs of journeys that came to an end, by result.',
      labels: ['realm', 'journey', 'result'],
    }),
    abandoned: createCounter({
      name: 'journeyman_journeys_abandoned_total',
      help: 'Runs of journeys that nobody went on with before they expired.',
      labels: ['realm', 'journey'],
    }),
    passes: createTimer({
      name: 'journeyman_node_pass_seconds',
      help: 'Passes of nodes that came to an outcome, and the time that their last run took.',
      labels: ['realm', 'journey', 'type', 'outcome'],
    }),
    pushesSent: createCounter({
      name: 'journeyman_pushes_sent_total',
      help: 'Push messages that the delivery service has taken.',
      labels: ['realm'],
    }),
    pushesFailed: createCounter({
      name: 'journeyman_pushes_failed_total',
      help: 'Push messages that were not sent, by reason.',
      labels: ['realm', 'reason'],
    }),
    pushesAnswered: createCounter({
      name: 'journeyman_pushes_answered_total',
      help: 'Answers of phones to push messages, by what they say and what became of them.',
      labels: ['realm', 'answer', 'result'],
    }),
    sessionsStarted: createCounter({
      name: 'journeyman_sessions_started_total',
      help: 'Sessions that were issued.',
      labels: ['realm'],
    }),
    sessionsEnded: createCounter({
      name: 'journeyman_sessions_ended_total',
      help: 'Sessions that were ended by somebody; not those that expired.',
      labels: [],
    }),
    storeCalls: createTimer(
      {
        name: 'journeyman_store_call_seconds',
        help: 'Calls of the stores.',
        labels: ['store', 'operation'],
      },
      [0.05, 0.2, 1, 5, 25, 100, 1000],
    ),
  };
}
