import type { JsonObject } from '@journeyman/node-schemas';
import type { AuditSink, AuditTopic } from './audit-log.ts';

/** An audit sink that keeps its events, as they are read from their lines. */
export interface KeptAudit extends AuditSink {
  /** The events of a topic, oldest first, or those of a name. */
  of(topic: AuditTopic, eventName?: string): readonly JsonObject[];
}

/** Makes an audit sink for a test. */
export function keptAudit(): KeptAudit {
  const kept: { topic: AuditTopic; event: JsonObject }[] = [];
  return {
    write: (topic, event) => kept.push({ topic, event: JSON.parse(JSON.stringify(event)) as JsonObject }),
    async close() {},
    of: (topic, eventName) =>
      kept
        .filter((each) => each.topic === topic)
        .map(({ event }) => event)
        .filter((event) => eventName === undefined || event.eventName === eventName),
  };
}
