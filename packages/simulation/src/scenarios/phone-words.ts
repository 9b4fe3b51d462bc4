import type { PhoneAct } from '../run/act.ts';
import type { PhoneWords } from './scenario-schema.ts';

const acts: Readonly<Record<PhoneWords, PhoneAct>> = {
  scan: { type: 'scan' },
  approve: { type: 'approve' },
  deny: { type: 'deny' },
  'tap the right number': { type: 'tap', number: 'right' },
  'tap a wrong number': { type: 'tap', number: 'wrong' },
  'let it expire': { type: 'let expire' },
  'switch off': { type: 'switch phone', on: false },
  'switch on': { type: 'switch phone', on: true },
  'disable endpoint': { type: 'switch endpoint', on: false },
  'enable endpoint': { type: 'switch endpoint', on: true },
};

/** What words about the phone mean. */
export function phoneActOf(words: PhoneWords): PhoneAct {
  return acts[words];
}

/** The words for what was done with the phone; `right`: the number that was the right one to tap. */
export function phoneWordsOf(act: PhoneAct, right: number | undefined): PhoneWords {
  switch (act.type) {
    case 'scan':
    case 'approve':
    case 'deny':
      return act.type;
    case 'tap':
      return act.number === 'right' || act.number === right ? 'tap the right number' : 'tap a wrong number';
    case 'let expire':
      return 'let it expire';
    case 'switch phone':
      return act.on ? 'switch on' : 'switch off';
    case 'switch endpoint':
      return act.on ? 'enable endpoint' : 'disable endpoint';
  }
}
