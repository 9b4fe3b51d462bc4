import { Flag, Text } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { oneSpanTags } from './onespan-settings.ts';

/** OneSpan Risk CDDC: has the browser tell what it is. */
export const oneSpanCddcNode = defineNodeType({
  id: 'OS_Risk_CDDCNode',
  name: 'OneSpan Risk CDDC',
  help: 'Has the browser tell what it is (client device data collection), for OneSpan to judge the risk by. Place it before the other nodes of OneSpan, in a page as a rule.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({
    pushCDDCJsAsCallback: Flag({
      title: 'Send the Script',
      description: 'Sends the script that collects; off, a client of your own fills the two hidden fields.',
      default: true,
    }),
    CDDCJsonHiddenValueId: Text({
      title: 'Hidden Field for the Data',
      description: 'The id of the hidden field that gets the data.',
      default: 'ostid_cddc_json',
    }),
    CDDCHashHiddenValueId: Text({
      title: 'Hidden Field for the Hash',
      description: 'The id of the hidden field that gets the hash of the data.',
      default: 'ostid_cddc_hash',
    }),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [
    { key: 'ostid_cddc_hash', scope: 'shared' },
    { key: 'ostid_cddc_ip', scope: 'shared' },
    { key: 'ostid_cddc_json', scope: 'shared' },
  ],
});
