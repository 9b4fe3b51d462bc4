/** Texts of how many problems there are. */
export const problems = {
  problems: {
    badgeNone: 'No problems',
    badgeErrors_one: '{{count}} error',
    badgeErrors_other: '{{count}} errors',
    badgeWarnings_one: '{{count}} warning',
    badgeWarnings_other: '{{count}} warnings',
  },
} as const;
