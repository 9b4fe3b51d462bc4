import { BlockList, isIP } from 'node:net';

/** Finds the address of the client behind proxies that are trusted. */
export type ClientIp = (socketAddress: string | undefined, forwardedFor: string | undefined) => string;

/**
 * Reads `X-Forwarded-For` from its end for as long as a trusted proxy wrote it; the first address that is none of ours is
 * the client's. Throws for a proxy that is neither an address nor a subnet such as `10.0.0.0/8`.
 */
export function clientIpThrough(trustedProxies: readonly string[]): ClientIp {
  const trusted = new BlockList();
  for (const proxy of trustedProxies) {
    const [address = '', prefix, ...rest] = proxy.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    const isPrefix =
      prefix === undefined || (/^\d+$/.test(prefix) && Number(prefix) <= (family === 'ipv6' ? 128 : 32));
    if (isIP(address) === 0 || !isPrefix || rest.length > 0) {
      throw new Error(`"${proxy}" is neither an address nor a subnet.`);
    }
    if (prefix === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(prefix), family);
  }
  const isTrusted = (address: string) => trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (socketAddress, forwardedFor) => {
    let client = plain(socketAddress ?? 'unknown');
    const hops = (forwardedFor ?? '').split(',').map((hop) => plain(hop.trim()));
    while (isIP(client) !== 0 && isTrusted(client)) {
      const before = hops.pop();
      if (before === undefined || isIP(before) === 0) break;
      client = before;
    }
    return client;
  };
}

/** Node writes an IPv4 client of a socket that takes both families as `::ffff:192.0.2.1`. */
function plain(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address;
}
