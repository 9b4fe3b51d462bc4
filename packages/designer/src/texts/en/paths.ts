/** Texts of the list of paths. */
export const paths = {
  paths: {
    label: 'Paths through the journey',
    filter: 'Filter by node or outcome',
    success: 'To Success',
    failure: 'To Failure',
    count_one: '{{count}} path',
    count_other: '{{count}} paths',
    more: 'There are more paths than these, the shortest.',
    tooMany: 'There are too many beginnings to come to a path.',
    asks_one: 'Asks once: {{nodes}}',
    asks_other: 'Asks {{count}} times: {{nodes}}',
    asksNothing: 'Asks nothing',
    proves: 'Proves {{factors}}',
    provesNothing: 'Proves nothing',
    loops: 'Loop at {{nodes}}',
    none: 'No path leads to an end yet.',
    noneFound: 'No path is about “{{query}}”.',
    looking: 'Looking for paths…',
  },
} as const;
