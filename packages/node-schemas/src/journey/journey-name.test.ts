import { describe, expect, it } from 'vitest';
import { faultOfName, isSameFolder } from '../index.ts';

describe('the name of a journey that is kept in a folder', () => {
  it.each(['PushLogin', 'Zwei Fälle', 'v1.2-test', '登录', 'x'.repeat(200)])('may be %j', (name) => {
    expect(faultOfName(name)).toBeUndefined();
  });

  it.each([
    ['', 'needs a name'],
    ['a/b', '"/"'],
    ['a\\b', '"\\\\"'],
    ['..', 'dot'],
    ['.git', 'dot'],
    ['end ', 'space'],
    ['realms', 'sub-realms'],
    ['policy.json', 'a file of settings'],
    ['Realm.JSON', 'a file of settings'],
    ['node_modules', 'passed over'],
    ['Aux.txt', 'Windows'],
    ['line\nbreak', '\\n'],
    ['half\ud800', 'it holds'],
    ['é'.repeat(101), 'longer'],
  ])('is not %j, and the reason is told', (name, reason) => {
    expect(faultOfName(name)).toContain(reason);
  });

  it('is the same folder as one that differs in case or in how accents are written', () => {
    expect(isSameFolder('Fälle', 'fa\u0308LLE')).toBe(true);
    expect(isSameFolder('Login', 'Logon')).toBe(false);
  });
});
