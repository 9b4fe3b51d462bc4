/** What no file system of ours may have in a name, and what would lead out of the folder. */
const forbidden = /[\p{Cc}\p{Cs}\\/:*?"<>|]/u;

/** Devices of Windows, with any extension: a checkout there would fail. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** File systems allow 255 bytes; the longest ending of a file beside the journey needs its part. */
const longestBytes = 200;

/** Why a journey of this name cannot have a folder of that name; undefined when it can. */
export function faultOfName(name: string): string | undefined {
  const shown = JSON.stringify(name);
  if (name.trim() === '') return 'A journey needs a name.';
  const found = forbidden.exec(name)?.[0];
  if (found !== undefined) {
    return `${shown} cannot be the name of a folder: it holds ${JSON.stringify(found)}. Letters, digits, spaces and - _ . are good.`;
  }
  if (/^[. ]|[. ]$/.test(name)) {
    return `${shown} cannot be the name of a folder: it begins or ends with a dot or a space.`;
  }
  if (name.toLowerCase() === 'realms') {
    return `${shown} is the name of the folder that holds sub-realms; another name is expected.`;
  }
  if (/^(?:policy|realm)\.json$/i.test(name)) {
    return `${shown} is the name of a file of settings that stands beside the journeys; another name is expected.`;
  }
  if (name.toLowerCase() === 'node_modules') {
    return `${shown} is the name of a folder of packages, which is passed over; another name is expected.`;
  }
  if (devices.test(name)) {
    return `${shown} is the name of a device on Windows, where it cannot be the name of a folder; another name is expected.`;
  }
  if (encodeURIComponent(name).replaceAll(/%../g, '_').length > longestBytes) {
    return `The name is longer than ${longestBytes} bytes, too long for the name of a folder.`;
  }
  return undefined;
}

/** Whether two names are one folder where case, or the way accents are written, does not count. */
export function isSameFolder(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
