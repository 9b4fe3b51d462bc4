const steps = [
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
  ['week', 604_800],
  ['month', 2_629_746],
  ['year', 31_556_952],
] as const;

const inWords = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** How long ago something was, in words: `2 hours ago`, `yesterday`. `date` is as ISO 8601 has it. */
export function howLongAgo(date: string, nowMs: number): string {
  const seconds = (nowMs - Date.parse(date)) / 1000;
  const [unit, length] = steps.findLast(([, least]) => seconds >= least) ?? ['minute', 60];
  return inWords.format(-Math.max(0, Math.floor(seconds / length)), unit);
}
