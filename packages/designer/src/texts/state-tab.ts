import { stateTab } from './en/state-tab.ts';
import { addTexts } from './t.ts';

// For a tab of the inspector that is fetched when it is opened.
addTexts(stateTab);
