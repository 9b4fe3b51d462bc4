import { expect, test } from 'vitest';
import { clientIpThrough } from './client-ip.ts';

test.each([
  {
    what: 'nobody is trusted',
    proxies: [],
    socket: '198.51.100.1',
    header: '203.0.113.7',
    client: '198.51.100.1',
  },
  {
    what: 'the proxy is trusted',
    proxies: ['10.0.0.1'],
    socket: '10.0.0.1',
    header: '203.0.113.7',
    client: '203.0.113.7',
  },
  {
    what: 'the client forges the beginning',
    proxies: ['10.0.0.0/8'],
    socket: '10.0.0.1',
    header: '1.2.3.4, 203.0.113.7, 10.9.9.9',
    client: '203.0.113.7',
  },
  {
    what: 'all are trusted',
    proxies: ['10.0.0.0/8'],
    socket: '10.0.0.1',
    header: '10.0.0.3, 10.0.0.2',
    client: '10.0.0.3',
  },
  {
    what: 'there is no header',
    proxies: ['10.0.0.1'],
    socket: '10.0.0.1',
    header: undefined,
    client: '10.0.0.1',
  },
  {
    what: 'the header holds no address',
    proxies: ['10.0.0.1'],
    socket: '10.0.0.1',
    header: 'unknown',
    client: '10.0.0.1',
  },
  {
    what: 'the socket takes both families',
    proxies: ['10.0.0.1'],
    socket: '::ffff:10.0.0.1',
    header: '::ffff:203.0.113.7',
    client: '203.0.113.7',
  },
  {
    what: 'addresses are of version 6',
    proxies: ['fd00::/8'],
    socket: 'fd00::1',
    header: '2001:db8::7',
    client: '2001:db8::7',
  },
  {
    what: 'there is no socket',
    proxies: ['10.0.0.1'],
    socket: undefined,
    header: '203.0.113.7',
    client: 'unknown',
  },
])('finds $client where $what', ({ proxies, socket, header, client }) => {
  expect(clientIpThrough(proxies)(socket, header)).toBe(client);
});

test.each([
  'proxy.example.com',
  '10.0.0',
  '10.0.0.0/',
  '10.0.0.0/x',
  '10.0.0.0/33',
  'fd00::/129',
  '10.0.0.0/8/8',
  '/8',
])('does not take %s for a proxy', (proxy) => {
  expect(() => clientIpThrough([proxy])).toThrow(`"${proxy}" is neither an address nor a subnet.`);
});
