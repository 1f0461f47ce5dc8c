import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { isThisComputer } from '../kernel/this-computer.ts';

/** All addresses of a host. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** As the system resolves names, when it is asked. */
export const resolveBySystem: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * Rejects where `address` leads into a private network: a name that anybody can point anywhere must not make us talk to the machines
 * around us. This computer is fine where it is named as such. docs/security.md, "Alerts".
 */
export async function refusePrivateAddress(address: string, resolve: Resolve): Promise<void> {
  const host = new URL(address).hostname.replaceAll(/[[\]]/g, '');
  if (isThisComputer(host)) return;
  const found = isIP(host) === 0 ? await resolve(host) : [host];
  if (found.some(isPrivate)) {
    throw new Error('the address for alerts is in a private network; ALERT_WEBHOOK_PRIVATE=on allows that');
  }
}

function isPrivate(address: string): boolean {
  return privateNetworks.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** RFC 6890 and RFC 4193: what no public host has. IPv4 inside IPv6 is checked as IPv4 by `BlockList`. */
const privateNetworks = ((): BlockList => {
  const list = new BlockList();
  const ipv4 = [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ] as const;
  const ipv6 = [
    ['::', 128],
    ['::1', 128],
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
  ] as const;
  for (const [network, bits] of ipv4) list.addSubnet(network, bits, 'ipv4');
  for (const [network, bits] of ipv6) list.addSubnet(network, bits, 'ipv6');
  return list;
})();
