import { Pairs } from '../../fields.ts';

/** The property with headers for the response that ends the journey. */
export const headerControl = Pairs({
  title: 'Response Headers',
  description:
    'Headers for that response, each with its value. Those that protect the page or carry the session are left as they are.',
});
