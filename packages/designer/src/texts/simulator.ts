import { simulator } from './en/simulator.ts';
import { addTexts } from './t.ts';

// For the panel, which is fetched late.
addTexts(simulator);
