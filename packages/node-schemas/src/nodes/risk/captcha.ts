import { Flag, OptionalText } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import {
  divClass,
  scoreThreshold,
  scriptUrl,
  secretKey,
  siteKey,
  verificationUrl,
} from './captcha-settings.ts';

/** CAPTCHA: tells people from programs. */
export const captchaNode = defineNodeType({
  id: 'product-CaptchaNode',
  name: 'CAPTCHA',
  help: 'Has the user pass a CAPTCHA of Google, hCaptcha or Cloudflare. Put it before the node that checks the password, so that no program can try passwords without end.',
  category: 'risk',
  tags: ['risk'],
  config: Type.Object({
    siteKey,
    secretKey,
    secretLabelIdentifier: OptionalText({
      title: 'Secret Label Identifier',
      description: 'The part of the secret label that names the secret key; used in place of the key itself.',
    }),
    captchaUri: verificationUrl('https://www.google.com/recaptcha/api/siteverify'),
    apiUri: scriptUrl('https://www.google.com/recaptcha/api.js'),
    divClass,
    reCaptchaV3: Flag({
      title: 'ReCaptcha V3 Node',
      description: 'Uses reCAPTCHA v3, which gives a score and shows no puzzle.',
      default: false,
    }),
    scoreThreshold,
    disableSubmission: Flag({
      title: 'Disable Submission Until Verified',
      description: 'Lets the user go on only when the CAPTCHA has been passed.',
      default: true,
    }),
  }),
  outcomes: trueOrFalse,
  interactive: true,
  reads: [],
  writes: [],
});
