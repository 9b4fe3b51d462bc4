import { runs } from './en/runs.ts';
import { addTexts } from './t.ts';

// For what shows what journeys have done, which is fetched late.
addTexts(runs);
