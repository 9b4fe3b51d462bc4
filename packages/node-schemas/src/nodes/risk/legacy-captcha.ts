import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { divClass, scriptUrl, secretKey, siteKey, verificationUrl } from './captcha-settings.ts';

/** Legacy CAPTCHA: the forerunner of the CAPTCHA node. */
export const legacyCaptchaNode = defineNodeType({
  id: 'product-ReCaptchaNode',
  name: 'Legacy CAPTCHA',
  help: 'Has the user pass a CAPTCHA; the journey breaks where that fails. Kept for journeys that have it: CAPTCHA does the same and has an outcome for those who fail.',
  category: 'risk',
  tags: ['risk', 'deprecated'],
  config: Type.Object({
    siteKey,
    secretKey,
    reCaptchaUri: verificationUrl('https://www.google.com/recaptcha/api/siteverify'),
    apiUri: scriptUrl('https://www.google.com/recaptcha/api.js'),
    divClass,
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [],
});
