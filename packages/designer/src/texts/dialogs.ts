import { dialogs } from './en/dialogs.ts';
import { addTexts } from './t.ts';

// For the dialogs and the find bar, which are fetched late.
addTexts(dialogs);
