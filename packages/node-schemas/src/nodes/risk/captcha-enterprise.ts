import { Flag, RequiredText } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { divClass, scoreThreshold, scriptUrl, siteKey, verificationUrl } from './captcha-settings.ts';

/** reCAPTCHA Enterprise: has Google Cloud say how sure it is that a person is there. */
export const captchaEnterpriseNode = defineNodeType({
  id: 'product-CaptchaEnterpriseNode',
  name: 'reCAPTCHA Enterprise',
  help: 'Has Google reCAPTCHA Enterprise tell people from programs, in browsers and in apps. Put it before the node that checks the password, so that no program can try passwords without end.',
  category: 'risk',
  tags: ['risk'],
  config: Type.Object({
    projectId: RequiredText({
      title: 'Project ID',
      description: 'The project of Google Cloud that the site key belongs to.',
    }),
    siteKey,
    secretLabelIdentifier: RequiredText({
      title: 'Secret Label Identifier',
      description: 'The part of the secret label that names the API key of the project.',
    }),
    scoreThreshold,
    storeAssessmentResult: Flag({
      title: 'Store reCAPTCHA assessment JSON',
      description:
        'Keeps the answer of Google under CaptchaEnterpriseNode.ASSESSMENT_RESULT for scripts that follow.',
      default: false,
    }),
    storeErrors: Flag({
      title: 'Store reCAPTCHA errors',
      description: 'Keeps what went wrong under CaptchaEnterpriseNode.FAILURE for scripts that follow.',
      default: false,
    }),
    divClass,
    captchaUri: verificationUrl('https://recaptchaenterprise.googleapis.com/v1'),
    apiUri: scriptUrl('https://www.google.com/recaptcha/enterprise.js'),
  }),
  outcomes: trueOrFalse,
  interactive: true,
  reads: [],
  writes: [
    { key: 'CaptchaEnterpriseNode.ASSESSMENT_RESULT', scope: 'transient', always: false },
    { key: 'CaptchaEnterpriseNode.FAILURE', scope: 'transient', on: ['false'], always: false },
  ],
});
