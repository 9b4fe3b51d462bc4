import { paths } from './en/paths.ts';
import { addTexts } from './t.ts';

// For the drawer, which is fetched late.
addTexts(paths);
