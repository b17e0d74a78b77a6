/**
 * Finds requests that change something and that a foreign page may have sent through a reader's browser (CSRF).
 */
import type { IncomingHttpHeaders } from 'node:http';
import { HttpProblem } from '../problem.js';

/**
 * A header that no form can send. Before a script of another origin may send it, its browser asks this server
 * (CORS).
 */
export const requestHeader = 'rapporteur-request';

/** Media types that a browser sends without asking first, as forms do. */
const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];
const token = "[\\w!#$%&'*+.^`|~-]+";
const mediaType = new RegExp(`^${token}/${token}$`);

export const changesNothing = (method: string | undefined): boolean =>
  method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

/** In: the headers of a request that changes something, whose `Host` is ours, and the origin that readers use. */
export function findForeignOrigin(
  headers: IncomingHttpHeaders,
  publicUrl: string | undefined,
): HttpProblem | undefined {
  const site = headers['sec-fetch-site'];
  const isOwnSite = site === undefined || site === 'same-origin' || site === 'none';
  return isOwnSite && isOwnOrigin(headers, publicUrl) ? undefined : foreignOrigin();
}

function isOwnOrigin({ origin, host = '' }: IncomingHttpHeaders, publicUrl: string | undefined): boolean {
  if (origin === undefined) return true;
  // "null" is what a browser says for a page that it does not want to name.
  if (!URL.canParse(origin)) return false;
  const { origin: asked } = new URL(origin);
  return asked === publicUrl || asked === new URL(`http://${host}`).origin;
}

/**
 * Whether a body has a media type that a form can send. No media type, or a malformed one, counts as well: a
 * browser may have left it out.
 */
export function needsHeader(headers: IncomingHttpHeaders): boolean {
  if (headers[requestHeader]) return false;
  const essence = (headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase();
  return formTypes.includes(essence) || !mediaType.test(essence);
}

const foreignOrigin = () =>
  new HttpProblem({
    status: 403,
    code: 'foreign-origin',
    title: 'A page of another origin may change nothing here',
    detail:
      'Send this from the page that this server serves, or from a program. If this is its page, set PUBLIC_URL of the server to the address that readers use.',
  });

export const headerMissing = () =>
  new HttpProblem({
    status: 403,
    code: 'needs-header',
    title: 'A body that a form of any web page could send needs a header that no form can send',
    detail:
      'Add the header "Rapporteur-Request: 1". JSON and single files need none: send them as Content-Type: application/json, text/csv or application/octet-stream.',
  });
