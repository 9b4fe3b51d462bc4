import { scripts } from './en/scripts.ts';
import { addTexts } from './t.ts';

// For the field and the dialog that import this file: both are fetched late.
addTexts(scripts);
