import { Flag, OptionalText, Text, Whole } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { oneSpanTags } from './onespan-settings.ts';

/** OneSpan Auth Visual Code: shows a code for the phone to scan. */
export const oneSpanVisualCodeNode = defineNodeType({
  id: 'OS_Auth_VisualCodeNode',
  name: 'OneSpan Auth Visual Code',
  help: 'Shows what an earlier node of OneSpan has left for the phone, as a code to scan. Follow it with the node that asks OneSpan for the result, and with OneSpan Auth Hide Visual Code.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({
    visualCodeMessageOption: Text({
      title: 'Visual Code Message',
      description: 'What is shown: DemoMobileApp, as earlier nodes left it, or CustomCrontoMessage.',
      default: 'DemoMobileApp',
    }),
    customMessageInSharedState: OptionalText({
      title: 'Custom Message Key',
      description: 'The key of the shared state that holds a message of your own, where one is shown.',
    }),
    visualCodeHiddenValueId: Text({
      title: 'Hidden Field',
      description: 'The id of the hidden field that holds the address of the picture.',
      default: 'ostid_cronto',
    }),
    renderVisualCodeInCallback: Flag({
      title: 'Send the Script',
      description: 'Sends the script that shows the picture; off, a client of your own shows it.',
      default: true,
    }),
    domIdRenderVisualCode: Text({
      title: 'Element for the Picture',
      description: 'The id of the element of the page that the picture is put in.',
      default: 'callbacksPanel',
    }),
    visualCodeType: Text({
      title: 'Visual Code Type',
      description: 'What kind of code it is: Cronto or QR.',
      default: 'Cronto',
    }),
    sizeOfVisualCode: Whole({
      title: 'Size',
      description: 'The height and the width of the picture, in pixels.',
      default: 210,
      minimum: 1,
    }),
    altTextOfVisualCode: OptionalText({
      title: 'Alternative Text',
      description: 'What screen readers say of the picture.',
    }),
    textForPleaseScan: OptionalText({
      title: 'Text to Scan',
      description: 'Shown below the picture, before the seconds that are left.',
    }),
    textForExpired: OptionalText({
      title: 'Text when Expired',
      description: 'Shown when the time is up.',
    }),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: [
    { key: 'ostid_cronto_msg', required: false },
    { key: 'ostid_event_expiry_date', required: false },
  ],
  writes: [],
});
