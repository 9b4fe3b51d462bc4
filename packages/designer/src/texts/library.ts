import { library } from './en/library.ts';
import { addTexts } from './t.ts';

// For the pages and dialogs that import this file: the editor does without most of these texts.
addTexts(library);
