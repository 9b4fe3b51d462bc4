import { describe, expect, it } from 'vitest';
import { describeFailure } from './failure.ts';

describe('describeFailure', () => {
  it('does not say that a server is down which has answered', () => {
    const { title, explanation } = describeFailure(
      { code: 500, message: 'Internal Server Error' },
      '/',
      'Login',
    );
    expect(title).toBe('The server could not go on');
    expect(explanation).toContain('“Login”');
  });

  it('says that the server is down when there is no answer, or only a broken one', () => {
    expect(describeFailure({}, '/', 'Login').title).toBe('The server does not answer');
    expect(describeFailure({ code: 503, message: 'Unavailable' }, '/', 'Login').title).toBe(
      'The server does not answer',
    );
  });

  it('names the journey that does not exist, and its realm', () => {
    const { title, explanation } = describeFailure(
      { code: 400, message: 'No Configuration found' },
      '/alpha',
      'Nope',
    );
    expect(title).toBe('No such journey');
    expect(explanation).toContain('Realm /alpha has no journey named “Nope”');
  });

  it('says so when a realm has no default journey', () => {
    const { explanation } = describeFailure({ code: 400, message: 'No Configuration found' }, '/', undefined);
    expect(explanation).toContain('no default journey');
  });

  it('tells of a realm that does not exist', () => {
    const { title, explanation } = describeFailure(
      { code: 404, message: 'Realm "x" not found' },
      '/x',
      'Login',
    );
    expect(title).toBe('No such realm');
    expect(explanation).toContain('Realm "x" not found');
  });

  it('passes on the server’s own words for the rest', () => {
    expect(describeFailure({ code: 401, message: 'Session has timed out' }, '/', 'Login')).toEqual({
      title: 'You are not signed in',
      explanation: 'Session has timed out',
    });
  });
});
