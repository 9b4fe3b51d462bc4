import { compare } from './en/compare.ts';
import { addTexts } from './t.ts';

// For what shows a comparison, which is fetched when there is one.
addTexts(compare);
