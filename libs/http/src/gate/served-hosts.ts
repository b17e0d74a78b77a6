/**
 * The hosts that a server answers for; a foreign name that leads to our address (DNS rebinding) is none of
 * them.
 */
import { isIP, isIPv4 } from 'node:net';

/** Settings that say which hosts are ours. */
export interface Served {
  /** HOST: where the server listens; where it is a name, that host is ours. */
  readonly host?: string | undefined;
  /** The origin that readers use. */
  readonly publicUrl?: string | undefined;
  /** Further hosts, as `toHost` gives them. */
  readonly allowedHosts?: readonly string[];
}

/**
 * In: a host with or without port, as the header `Host` has it. Out: the host alone, in one spelling (lower case, no dot
 * at its end, addresses as browsers write them), or undefined where it is none.
 */
export function toHost(text: string): string | undefined {
  if (!/^[^\s/?#@\\%]+$/.test(text) || !URL.canParse(`http://${text}`)) return undefined;
  const host = new URL(`http://${text}`).hostname.replace(/\.$/, '');
  return /^(?:[\w.-]+|\[[\da-f:]+\])$/.test(host) ? host : undefined;
}

/** An address of a socket, spelt as `toHost` spells it; an IPv4 address within IPv6 is that address. */
function toLiteral(address: string): string | undefined {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return toHost(plain.includes(':') ? `[${plain}]` : plain);
}

const isLoopback = (host: string) =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  host === '[::1]' ||
  (host.startsWith('127.') && isIPv4(host));

/** Whether a header `Host`, on a socket with this address of ours, names us. */
export type HostCheck = (header: string | undefined, socket: { readonly localAddress?: string }) => boolean;

/**
 * How many headers `Host` that name us are remembered. There are few, and to check one takes as long as the
 * rest of the gate.
 */
const rememberedAtMost = 100;

/** In: which hosts are ours besides loopback and the address of the socket itself. */
export function makeHostCheck({ host = '', publicUrl, allowedHosts = [] }: Served): HostCheck {
  const named = isIP(host) === 0 ? toHost(host) : undefined;
  const known = new Set([named, publicUrl && new URL(publicUrl).host].map((one) => one && toHost(one)));
  for (const one of allowedHosts) known.add(one);
  known.delete(undefined);
  const remembered = new Set<string>();
  return (header, socket) => {
    if (header === undefined) return false;
    if (remembered.has(header)) return true;
    const asked = toHost(header);
    if (asked === undefined) return false;
    if (isLoopback(asked) || known.has(asked)) {
      if (remembered.size < rememberedAtMost) remembered.add(header);
      return true;
    }
    // A request that names the IP address to which its connection came is meant for this server.
    const { localAddress } = socket;
    return localAddress !== undefined && asked === toLiteral(localAddress);
  };
}
