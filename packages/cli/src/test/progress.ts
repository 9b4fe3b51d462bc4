import { oneLine } from '@journeyman/node-schemas/one-line';

/** A line that tells how far a run is, on a terminal alone. */
export interface Progress {
  told(name: string): void;
  /** Takes the line away. */
  clear(): void;
}

/** A line on a stream for a run of some tests. */
export function progressOn(stream: NodeJS.WriteStream, total: number): Progress {
  if (!stream.isTTY) return { told() {}, clear() {} };
  let done = 0;
  return {
    told(name) {
      done += 1;
      const line = `${done} of ${total}  ${oneLine(name)}`.slice(0, stream.columns - 1);
      stream.write(`\r\u001b[K${line}`);
    },
    clear: () => stream.write('\r\u001b[K'),
  };
}
