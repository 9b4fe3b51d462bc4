/** The kind of data that carries a node type's id from the palette. */
export const nodeTypeDragType = 'application/x-journeyman-node-type';

/** The kind of data that carries the id of a node that is taken out of a page, or put elsewhere in it. */
export const pageChildDragType = 'application/x-journeyman-page-child';
