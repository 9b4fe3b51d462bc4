import { problemList } from './en/problem-list.ts';
import { addTexts } from './t.ts';

// For the drawer, which is fetched late.
addTexts(problemList);
