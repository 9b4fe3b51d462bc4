/** Texts of the scripts of a journey: the field that chooses one, and the dialog that edits it. */
export const scripts = {
  scripts: {
    none: 'No script chosen',
    notHere: '{{id}} (not in this journey’s file)',
    notHereHelp: 'AM must have this script; the file does not carry it.',
    edit: 'Edit script',
    add: 'New script',
    alsoUsedBy: 'Also used by',
    usedBy: 'Used by',
    nextGeneration: 'next generation',
    title: 'Edit script',
    name: 'Name',
    source: 'Source of {{name}}',
    loading: 'Loading the editor…',
    failed: 'The editor could not be loaded. Close this and try again.',
    unreadable: 'The source is in a form that is not understood, and is left as it is.',
  },
} as const;
