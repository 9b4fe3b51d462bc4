/** Texts of the automatic layout. */
export const layout = {
  layout: {
    working: 'Looking for a good arrangement…',
    moves_one: '1 node moves',
    moves_other: '{{count}} nodes move',
    title: 'Preview of the layout',
    direction: 'Direction',
    right: 'To the right',
    down: 'Downwards',
    apply: 'Apply',
    nothingNew: 'Every node has a place already.',
    covered: 'Some nodes lie upon others. “Lay out everything” (Shift+L) sets them apart.',
    nothingMoves: 'Everything stands where the layout would put it.',
    failed: 'No layout was found; nothing has been moved.',
    previewed_one: 'Preview: 1 node would move. Enter applies it, Escape leaves everything as it is.',
    previewed_other:
      'Preview: {{count}} nodes would move. Enter applies it, Escape leaves everything as it is.',
    left: 'Everything is left as it was.',
  },
} as const;
