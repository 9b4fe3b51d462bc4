import { Text } from '../../fields.ts';
import { defaultAccountProvider } from './oauth-settings.ts';

/** The property that names the class by which accounts are found and made. */
export const accountProviderClass = Text({
  title: 'Account Provider',
  description: 'The class of AM that finds and makes accounts.',
  default: defaultAccountProvider,
  minLength: 1,
});
