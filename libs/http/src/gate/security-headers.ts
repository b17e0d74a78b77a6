/**
 * Headers of every answer, whoever makes it: what a browser may do with it. A constant and not @fastify/helmet: of the
 * fourteen headers of that these three are ours, it answered less than half of the bare reads (these: nine tenths), and
 * Node's own refusals and the event stream pass no plugin.
 */
import { createHash } from 'node:crypto';

/** Everything is forbidden: an answer is data, and no page. Origin must be told to ourselves: writes are told by it. */
export const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
} as const;

/** For what only our own pages load. Not for reads: others may come to be allowed these. */
export const ownPagesOnly = { 'cross-origin-resource-policy': 'same-origin' } as const;

/**
 * The policy of a page that runs no script and loads nothing.
 * In: its HTML, with one style element at most. Out: a policy that allows that style and pictures written into the page.
 */
export function policyOfStill(html: string): string {
  const style = /<style>([^]*?)<\/style>/.exec(html)?.[1];
  const hash = style === undefined ? undefined : createHash('sha256').update(style).digest('base64');
  return [
    securityHeaders['content-security-policy'],
    'img-src data:',
    ...(hash ? [`style-src 'sha256-${hash}'`] : []),
  ].join('; ');
}
