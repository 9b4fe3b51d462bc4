import { randomUUID } from 'node:crypto';
import type { Clock } from '@journeyman/engine';
import type { JsonObject } from '@journeyman/node-schemas';

/** What an event is about; AM's names. */
export type AuditTopic = 'authentication' | 'access' | 'activity' | 'config';

/** Where audit events go. */
export interface AuditSink {
  /** Takes an event; returns before it is written, and never throws. */
  write(topic: AuditTopic, event: JsonObject): void;
  /** Writes what was taken. */
  close(): Promise<void>;
}

/** What every event says, in AM's words. */
export interface AuditEvent {
  readonly eventName: string;
  readonly realm: string;
  readonly transactionId: string;
  /** The part of AM that it comes from, such as `Authentication`. */
  readonly component: string;
  /** The ids by which events of one run or of one session are told. */
  readonly trackingIds: readonly string[];
  /** The universal id of the user. */
  readonly userId?: string;
  readonly [more: string]: JsonObject[string] | undefined;
}

/** Writes an event; at a time other than now where one is given, in milliseconds since the epoch. */
export type AuditLog = (topic: AuditTopic, event: AuditEvent, atMs?: number) => void;

/** An audit log that gives events their id and their time. */
export function createAuditLog(sink: Pick<AuditSink, 'write'>, clock: Clock): AuditLog {
  const process = randomUUID();
  let count = 0;
  return (topic, event, atMs = clock.now()) => {
    count += 1;
    sink.write(topic, {
      _id: `${process}-${count}`,
      timestamp: new Date(atMs).toISOString(),
      ...(event as JsonObject),
    });
  };
}
