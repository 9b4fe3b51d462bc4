/** Texts that several areas share. */
export const common = {
  common: { close: 'Close', cancel: 'Cancel', more: 'More' },
} as const;
