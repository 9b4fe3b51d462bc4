import type { CounterReading, TimerReading } from './instruments.ts';

/** An instrument in Prometheus's text format, version 0.0.4. */
export function expositionOf(instrument: CounterReading | TimerReading): string {
  const { name, help, type } = instrument;
  const lines = type === 'counter' ? counterLines(instrument) : timerLines(instrument);
  const shown = type === 'counter' ? 'counter' : 'histogram';
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${shown}`, ...lines, ''].join('\n');
}

function counterLines({ name, labels: names, read }: CounterReading): readonly string[] {
  return read().map(({ labels, value }) => `${name}${braced(pairs(names, labels))} ${value}`);
}

function timerLines({ name, labels: names, boundsMs, read }: TimerReading): readonly string[] {
  return read().flatMap(({ labels, count, sumMs, within }) => {
    const own = pairs(names, labels);
    let upTo = 0;
    const buckets = boundsMs.map((bound, at) => {
      upTo += within[at] ?? 0;
      return `${name}_bucket${braced([...own, `le="${bound / 1000}"`])} ${upTo}`;
    });
    return [
      ...buckets,
      `${name}_bucket${braced([...own, 'le="+Inf"'])} ${count}`,
      `${name}_sum${braced(own)} ${sumMs / 1000}`,
      `${name}_count${braced(own)} ${count}`,
    ];
  });
}

function pairs(names: readonly string[], labels: readonly string[]): readonly string[] {
  return names.map((name, at) => `${name}="${escaped(labels[at] ?? '')}"`);
}

function braced(parts: readonly string[]): string {
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}

function escaped(label: string): string {
  return label.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
