/** Answers with a problem document what Node refuses before there is a request, and closes the connection. */
import { STATUS_CODES } from 'node:http';
import type { ServedSocket } from './limit-connections.js';
import { HttpProblem } from '../problem.js';
import { securityHeaders } from './security-headers.js';

/** For `clientError` of Node's server. */
export function answerClientError(error: NodeJS.ErrnoException, socket: ServedSocket): void {
  const isUnderWay = socket._httpMessage?.headersSent;
  // A browser opens connections before it needs them, and would take an answer on one for the answer to its
  // next request.
  const isUnused = socket.bytesRead === 0;
  if (!socket.writable || isUnderWay || isUnused || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const problem = toProblem(error.code);
  const body = JSON.stringify(problem);
  const headers = {
    ...securityHeaders,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const start = `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`;
  socket.write([start, ...lines, '', body].join('\r\n'));
  socket.destroySoon();
}

function toProblem(code: string | undefined): HttpProblem {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new HttpProblem({
      status: 431,
      code: 'headers-too-large',
      title: 'The address and headers are over 16 kB',
      detail: 'Ask for less at a time, or leave headers out.',
    });
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new HttpProblem({
      status: 408,
      code: 'headers-too-slow',
      title: 'The headers did not come in time',
    });
  return new HttpProblem({
    status: 400,
    code: 'malformed-request',
    title: 'This is no request of HTTP',
  });
}
