import { describe, expect, test } from 'vitest';
import type { BuiltNode } from '../../journey/journey-export.builder.ts';
import { check, ends, found, page, sound, told, toldOf } from './security.builder.ts';

describe('whether there is such a user', () => {
  const identify = (to: BuiltNode['to']) => ({
    Name: { type: 'UsernameCollectorNode', to: { outcome: 'Known' } },
    Known: { type: 'IdentifyExistingUserNode', to: to ?? {} },
    Password: { type: 'PasswordCollectorNode', to: { outcome: 'Check' } },
    Password2: { type: 'PasswordCollectorNode', to: { outcome: 'Failure' } },
    Check: { ...check, to: ends },
  });

  test('is told to no stranger', () => {
    expect(told(found(identify({ true: 'Password', false: 'Failure' })))).toEqual([
      'user-revealed Known: Name=outcome',
    ]);
  });

  test('is told to no stranger to whom a code is on its way', () => {
    const nodes = {
      ...identify({ true: 'Password', false: 'Failure' }),
      Name: { type: 'UsernameCollectorNode', to: { outcome: 'Send' } },
      Send: {
        type: 'VerifyAuthSenderNode',
        config: { requestIdentifier: true },
        to: { true: 'Known', false: 'Failure' },
      },
    };
    expect(toldOf('user-revealed', found(nodes))).toEqual(['user-revealed Known: Name=outcome Send=true']);
  });

  test('is not told where both ways look the same', () => {
    expect(found(identify({ true: 'Password', false: 'Password' }))).toEqual([]);
    expect(found(identify({ true: 'Password', false: 'Password2' }))).toEqual([]);
  });

  test('is told by a mail to those alone who are there', () => {
    const nodes = (unknown: string) => ({
      ...identify({ true: 'Mail', false: unknown }),
      Mail: { type: 'EmailSuspendNode', to: { outcome: 'Success' } },
    });
    expect(told(found(nodes('Failure')))).toEqual(['user-revealed Known: Name=outcome']);
    expect(found(nodes('Mail'))).toEqual([]);
  });

  test('may be told behind a proof, and to somebody who signs up', () => {
    const proven = {
      Page: page,
      Check: { ...check, to: { true: 'Known', false: 'Failure' } },
      Known: { type: 'IdentifyExistingUserNode', to: { true: 'Success', false: 'Ask' } },
      Ask: { type: 'MessageNode', to: ends },
    };
    expect(found(proven)).toEqual([]);
    const signUp = {
      ...identify({ true: 'Password', false: 'Create' }),
      Create: { type: 'CreateObjectNode', to: { CREATED: 'Success', FAILURE: 'Failure' } },
    };
    expect(found(signUp)).toEqual([]);
  });
});

describe('whether a user has a device', () => {
  const name = { type: 'UsernameCollectorNode', to: { outcome: 'Ask' } };
  const asks = (type: string, none: string, to: string, config = {}) => ({
    Name: name,
    Ask: { type, config, to: { success: 'Success', successOutcome: 'Success', [none]: to } },
    No: { type: 'MessageNode', to: { true: 'Failure', false: 'Failure' } },
  });

  test.each([
    ['WebAuthnAuthenticationNode', 'noDevice'],
    ['OathTokenVerifierNode', 'notRegisteredOutcome'],
    ['DeviceSigningVerifierNode', 'noDeviceRegistered'],
  ])('is told to a stranger by %s, which asks only who has one', (type, none) => {
    const revealed = 'user-revealed Ask: Name=outcome';
    expect(toldOf('user-revealed', found(asks(type, none, 'No')))).toEqual([revealed]);
    expect(toldOf('user-revealed', found(asks(type, none, 'Failure')))).toEqual([revealed]);
    const { Ask } = asks(type, none, 'No');
    const proven = {
      Page: page,
      Check: { ...check, to: { true: 'Ask', false: 'Failure' } },
      Ask,
      No: asks(type, none, 'No').No,
    };
    expect(toldOf('user-revealed', found(proven))).toEqual([]);
  });

  test('is told by a push, unless it looks the same without one', () => {
    const { Page: _, Check: __, ...push } = sound;
    const nodes = (to: string) => ({
      Name: { ...name, to: { outcome: 'Sender' } },
      ...push,
      Sender: { ...sound.Sender, to: { SENT: 'Wait', NOT_REGISTERED: to } },
      Pretend: { type: 'PushWaitNode', to: { DONE: 'Failure', EXITED: 'Failure' } },
    });
    expect(toldOf('user-revealed', found(nodes('Failure')))).toEqual(['user-revealed Sender: Name=outcome']);
    expect(toldOf('user-revealed', found(nodes('Pretend')))).toEqual([]);
    expect(toldOf('user-revealed', found(sound))).toEqual([]);
  });

  test('is not told where the device says whose it is', () => {
    const nodes = asks('WebAuthnAuthenticationNode', 'noDevice', 'No', { requiresResidentKey: true });
    expect(toldOf('user-revealed', found(nodes))).toEqual([]);
  });
});
