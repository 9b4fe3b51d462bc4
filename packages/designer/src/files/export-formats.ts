/**
 * The forms in which a journey leaves the designer: as a file or a folder of each tool that reads journeys, as a picture, or as the
 * text of a diagram.
 */
export const exportFormats = [
  'frodo',
  'frodo-multi',
  'ping',
  'fr-config-manager',
  'journeyman',
  'svg',
  'png',
  'mermaid',
] as const;

/** One of these forms. */
export type ExportFormat = (typeof exportFormats)[number];
