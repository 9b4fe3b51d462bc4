import { isSameFolder } from '@journeyman/node-schemas';

/** The name itself if it is free, else with the first number from 2 that makes it so: `Login 2`. */
export function freeName(name: string, taken: readonly string[]): string {
  const isFree = (wanted: string) => !taken.some((other) => isSameFolder(other, wanted));
  if (isFree(name)) return name;
  const stem = name.replace(/ \d+$/, '');
  for (let number = 2; ; number++) {
    const wanted = `${stem} ${number}`;
    if (isFree(wanted)) return wanted;
  }
}
