import { expect, test } from 'vitest';
import { type PushRegistrationUri, pushRegistrationUri } from './registration-uri.ts';

const registration = (different: Partial<PushRegistrationUri> = {}): PushRegistrationUri => ({
  issuer: 'ForgeRock',
  account: 'demo',
  messageId: 'REGISTER:63ca6f18-7cfb-4198-bcd0-ac5041fbbea01583798229441',
  secret: 'b3uYLkQ7dRPjBaIzV0t/aijoXRgMq+NP5AwVAvRfa/E=',
  challenge: '9giiBAdUHjqpo0XE4YdZ7pRlv0hrQYwDz8Z1wwLLbkg=',
  registerUrl: 'https://am.example.com/am/json/push/sns/message?_action=register',
  authenticateUrl: 'https://am.example.com/am/json/push/sns/message?_action=authenticate',
  username: 'demo',
  deviceUuid: '6f3b7a52-3c0e-4a8e-9a36-0b6c3d9f2d10',
  backgroundColor: '#032b75',
  imageUrl: '',
  ...different,
});

const decoded = (uri: string, name: string) =>
  Buffer.from(new URL(uri).searchParams.get(name) ?? '', 'base64url').toString('utf8');

test('the URI has all that the apps ask for, in the order of AM', () => {
  expect(pushRegistrationUri(registration()).split(/[?&]/)).toEqual([
    'pushauth://push/ForgeRock:demo',
    'l=YW1sYmNvb2tpZT0wMQ',
    'issuer=Rm9yZ2VSb2Nr',
    'm=REGISTER:63ca6f18-7cfb-4198-bcd0-ac5041fbbea01583798229441',
    's=b3uYLkQ7dRPjBaIzV0t_aijoXRgMq-NP5AwVAvRfa_E',
    'c=9giiBAdUHjqpo0XE4YdZ7pRlv0hrQYwDz8Z1wwLLbkg',
    'r=aHR0cHM6Ly9hbS5leGFtcGxlLmNvbS9hbS9qc29uL3B1c2gvc25zL21lc3NhZ2U_X2FjdGlvbj1yZWdpc3Rlcg',
    'a=aHR0cHM6Ly9hbS5leGFtcGxlLmNvbS9hbS9qc29uL3B1c2gvc25zL21lc3NhZ2U_X2FjdGlvbj1hdXRoZW50aWNhdGU',
    'uid=ZGVtbw',
    'pid=NmYzYjdhNTItM2MwZS00YThlLTlhMzYtMGI2YzNkOWYyZDEw',
    'b=032b75',
    'image=',
  ]);
});

test('texts of any script come back as they were', () => {
  const uri = pushRegistrationUri(
    registration({ issuer: 'Bücher 世界', username: 'jörg', imageUrl: 'https://x/ü.png' }),
  );
  expect(decoded(uri, 'issuer')).toBe('Bücher 世界');
  expect(decoded(uri, 'uid')).toBe('jörg');
  expect(decoded(uri, 'image')).toBe('https://x/ü.png');
  expect(uri).toContain('pushauth://push/B%C3%BCcher%20%E4%B8%96%E7%95%8C:demo?');
});

test('nothing in issuer or account can end the label', () => {
  const uri = pushRegistrationUri(registration({ issuer: 'A/B?C#D%E', account: 'a:b@example.com' }));
  expect(uri).toMatch(/^pushauth:\/\/push\/A%2FB%3FC%23D%25E:a%3Ab@example\.com\?l=/);
});
