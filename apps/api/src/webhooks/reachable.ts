/** Which addresses webhooks may reach: those of the public internet, and hosts inside the network that were allowed by name. */
import ipaddr from 'ipaddr.js';
import { lookup as lookUp, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';

/** In: the environment. Out: the hosts of WEBHOOK_HOSTS, in lower case. Errors: one that is no name or address. */
export function readWebhookHosts({ WEBHOOK_HOSTS = '' }: NodeJS.ProcessEnv): string[] {
  const listed = WEBHOOK_HOSTS.split(',').map((part) => part.trim().toLowerCase());
  const wrong = listed.find((host) => host !== '' && !/^[\w.-]+$|^[\da-f:]+$/.test(host));
  if (wrong === undefined) return listed.filter(Boolean);
  throw new Error(
    `WEBHOOK_HOSTS: "${wrong}" is no host: give names or addresses without a port, joined by commas, such as hooks.internal.`,
  );
}

export const webhooksUsage = (width = 14) =>
  `  ${'WEBHOOK_HOSTS'.padEnd(width)}hosts inside the network that webhooks may reach, joined by commas (none)`;

/** The host of an address, without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase();

/** Whether an address belongs to the public internet; forms that hide another address within them do not. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast';
}

/** In: where messages are to go. Out: what is wrong with that; undefined where nothing is. The name is not looked up. */
export function findFault(text: string, allowed: readonly string[]): string | undefined {
  if (!URL.canParse(text)) return 'is no address';
  const url = new URL(text);
  const host = hostOf(url);
  if (url.username || url.password) return 'holds a password';
  if (allowed.includes(host)) return /^https?:$/.test(url.protocol) ? undefined : 'is neither http nor https';
  if (url.protocol !== 'https:') return 'does not begin with https://';
  if (isIP(host) !== 0 && !isPublic(host)) return 'is inside the network';
  return undefined;
}

type Resolve = (
  host: string,
  options: LookupOptions & { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Looks a name up when a connection is made, and gives that connection public addresses only: a name that leads
 * elsewhere later (DNS rebinding) leads nowhere. In: the hosts that may be inside the network.
 */
export function makeLookup(allowed: readonly string[], resolve: Resolve = lookUp): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      const usable = allowed.includes(host.toLowerCase())
        ? addresses
        : addresses.filter(({ address }) => isPublic(address));
      const [first] = usable;
      if (!first) return done(new Error(`${host} leads to no address outside the network`), []);
      if (options.all) done(null, usable);
      else done(null, first.address, first.family);
    });
  };
}
