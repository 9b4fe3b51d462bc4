import { drawer } from './en/drawer.ts';
import { addTexts } from './t.ts';

// For the drawer, which is fetched late.
addTexts(drawer);
