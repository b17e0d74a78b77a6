/** What the audit keeps: who did or wanted what, where, and from which network. */
import { isIPv4, isIPv6 } from 'node:net';

/** Everything that is written down. */
export const audited = [
  ...(['signed-in', 'signed-out', 'sign-in-failed', 'refused', 'limited'] as const),
  ...(['added', 'granted', 'withdrawn', 'key-issued', 'key-revoked', 'policy-set'] as const),
  ...(['invited', 'sessions-ended', 'downloaded-unreleased'] as const),
] as const;
export type Audited = (typeof audited)[number];

export interface AuditEntry {
  readonly what: Audited;
  /** Who, by the name in the access log; absent where that is not known. */
  readonly principal?: string | undefined;
  /** Method and pattern of the address, `POST /v1/keys/:key/revocation`, or the command. Never what was put into it. */
  readonly place: string;
  /** The client's address as it is; a part of it is kept. */
  readonly address?: string | undefined;
  /** Particulars, without secrets. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * The part of an address that is kept: the network (/24, or /48 of IPv6), which shows where a series of refusals comes
 * from and does not name a household. An address of the machine itself is kept whole, since it names nobody.
 */
export function toNetwork(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  if (plain === '::1' || /^127\./.test(plain)) return plain;
  if (isIPv4(plain)) return plain.replace(/\.\d+$/, '.0/24');
  if (!isIPv6(plain)) return undefined;
  const [start = ''] = plain.split('::');
  const first = [...start.split(':').filter(Boolean), '0', '0', '0'].slice(0, 3);
  return `${first.join(':')}::/48`.replace(/(?::0)+::/, '::');
}
