/** Texts of the dialogs of the frame, which are all commands, the keys and a new name for a node, and of the find bar. */
export const dialogs = {
  shell: {
    commands: {
      title: 'All commands',
      search: 'What do you want to do?',
      none: 'Nothing that can be done now is called “{{query}}”.',
    },
    help: {
      title: 'Keys',
      moves: 'On the canvas',
      singleKeys:
        'Single keys, such as 1 for fit, work wherever the focus is, not on the canvas and in the outline alone',
      move: {
        next: 'Follow the first outcome',
        previous: 'Back to what leads here',
        siblings: 'To the node above or below',
        toggle: 'Select, or take out of the selection',
        move: 'Move what is selected',
        menu: 'Open the menu of what can be done',
        back: 'One step back',
      },
    },
    rename: { title: 'Rename the node', name: 'Name', submit: 'Rename' },
    find: {
      label: 'Find in the journey',
      hint: 'Name, type:push, is:invalid, uses:…',
      none: 'Nothing found',
      place: '{{place}} of {{count}}',
      count_one: '{{count}} found',
      count_other: '{{count}} found',
      next: 'Next',
      previous: 'Previous',
    },
  },
} as const;
