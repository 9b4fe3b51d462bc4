import { actions } from './actions.ts';
import { canvas } from './canvas.ts';
import { common } from './common.ts';
import { document } from './document.ts';
import { files } from './files.ts';
import { inspector } from './inspector.ts';
import { layout } from './layout.ts';
import { outline } from './outline.ts';
import { palette } from './palette.ts';
import { problems } from './problems.ts';
import { shell } from './shell.ts';

/** The texts in English that a page begins with, by area. */
export const en = {
  ...canvas,
  ...common,
  ...layout,
  ...document,
  ...inspector,
  ...problems,
  ...actions,
  ...outline,
  ...palette,
  ...shell,
  ...files,
};
