import { expect, it } from 'vitest';
import { ranked } from './rank.ts';

const names = ['Push Sender', 'Push Wait', 'Opt-out Multi-Factor', 'Message', 'Get the push app'];
const search = (query: string) => ranked(names, query, (name) => [name]);

it('keeps everything in order without a query', () => {
  expect(search('  ')).toEqual(names);
});

it('puts what begins with the word before what only contains it', () => {
  expect(search('push')).toEqual(['Push Wait', 'Push Sender', 'Get the push app']);
});

it('asks for every word', () => {
  expect(search('push send')).toEqual(['Push Sender']);
  expect(search('push message')).toEqual([]);
});

it('takes initials', () => {
  expect(search('ps')).toEqual(['Push Sender']);
  expect(search('mf')).toEqual(['Opt-out Multi-Factor']);
});

it('does not mind case and accents', () => {
  expect(ranked(['Prénom'], 'PRENOM', (name) => [name])).toEqual(['Prénom']);
});

it('finds words spread over several texts, last', () => {
  const items = [
    ['Retry Limit', 'counts attempts'],
    ['Limit', 'retry'],
    ['Retry counts', ''],
  ];
  expect(ranked(items, 'retry counts', (item) => item)).toEqual([items[2], items[0]]);
});
