import { exporting } from './en/exporting.ts';
import { addTexts } from './t.ts';

// For the dialog and the exporter that import this file.
addTexts(exporting);
