import type { AuditSink } from './audit-log.ts';

/** Writes events as lines among those of the log; `source` and `topic` tell them from these, as in AM's containers. */
export function auditToOutput(output: NodeJS.WritableStream): AuditSink {
  return {
    write(topic, event) {
      output.write(`${JSON.stringify({ ...event, source: 'audit', topic, level: 'INFO' })}\n`);
    },
    async close() {},
  };
}
