import { assurance } from './en/assurance.ts';
import { addTexts } from './t.ts';

// For what is fetched late: the editor begins without these texts.
addTexts(assurance);
