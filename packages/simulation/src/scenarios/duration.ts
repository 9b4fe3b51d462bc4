const units = { hour: 3_600_000, minute: 60_000, second: 1000, millisecond: 1 } as const;

/** The milliseconds of a duration such as `5 minutes`. */
export function msOf(duration: string): number {
  const [count, unit = ''] = duration.split(' ');
  return Number(count) * units[unit.replace(/s$/, '') as keyof typeof units];
}

/** A duration in the largest unit that it is a whole number of. */
export function durationOf(ms: number): string {
  const [unit, size] = Object.entries(units).find(([, each]) => ms % each === 0) ?? ['millisecond', 1];
  const count = Math.round(ms / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
