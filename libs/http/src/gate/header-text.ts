/** Text in headers: clients send it as UTF-8, and Node makes one character of each byte. */
import { faultOfText } from '@rapporteur/domain';
import type { IncomingHttpHeaders } from 'node:http';
import { HttpProblem } from '../problem.js';

const longest = 200;
/** C0 and C1, tab included: a header is one line of text. */
const control = /[\u0000-\u001f\u007f-\u009f]/;

/**
 * In: a request's headers, and the name of one whose text is stored. Out: its text without the space around it,
 * or undefined where it is absent or empty. Errors: HttpProblem where it is not text, or has more than 200
 * characters.
 */
export function readHeaderText(headers: IncomingHttpHeaders, name: string): string | undefined {
  const sent = headers[name.toLowerCase()];
  if (sent === undefined) return undefined;
  const text = decode(String(sent))?.trim();
  if (text === '') return undefined;
  const fault = text === undefined ? 'must be UTF-8' : faultOf(text);
  if (fault === undefined) return text;
  throw new HttpProblem({
    status: 400,
    code: 'bad-header',
    title: `The header ${name} ${fault}`,
    detail: 'Send it as text in UTF-8, or leave it out.',
  });
}

/** A text in the form in which Node takes it for a header of an answer. */
export const toHeaderText = (text: string): string => Buffer.from(text).toString('latin1');

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(sent: string): string | undefined {
  try {
    return utf8.decode(Buffer.from(sent, 'latin1'));
  } catch {
    return undefined;
  }
}

function faultOf(text: string): string | undefined {
  if (text.length > longest) return `must have at most ${longest} characters`;
  return control.test(text) ? 'must not hold control characters' : faultOfText(text);
}
