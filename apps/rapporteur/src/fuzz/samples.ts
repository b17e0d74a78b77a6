/** Requests that once caused a fault, found by attacks and by fuzzing: each is sent again in every run. */
import type { RawRequest } from './odd-values.js';

const read = (target: string, ...headers: string[]): RawRequest => ({
  method: 'GET',
  target,
  headers,
  body: Buffer.alloc(0),
});
const post = (target: string, body: string | Uint8Array, ...headers: string[]): RawRequest => ({
  method: 'POST',
  target,
  headers: ['Content-Type: application/json', ...headers],
  body: Buffer.from(body as string),
});
const replies = '/v1/rounds/ecosoc-2006-27/2008/replies';
const names = (n: number) => Array.from({ length: n }, (_, i) => `Rep${i}`);
const withFigure = (figure: string) =>
  `{"respondent":"IS","receivedOn":"2008-02-11","observations":[${figure}]}`;
const odd = (field: string, value: string) =>
  withFigure(
    `{"indicator":"persons-prosecuted","period":"2007","value":1,"paragraph":1,"${field}":${value}}`,
  );
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

export const samples: readonly (readonly [what: string, request: RawRequest])[] = [
  ['1,900 unknown names in an address', read(`/v1/observations?respondent=${names(1900).join(',')}`)],
  ['a region 3,800 times', read(`/v1/observations?respondent=${Array(3800).fill('001').join(',')}`)],
  [
    'a round with 2,000 unknown names',
    post('/v1/rounds', JSON.stringify({ collection: 'a', round: 'b', asked: names(2000) })),
  ],
  [
    'a round with 1,000 unknown names',
    post('/v1/rounds', JSON.stringify({ collection: 'a', round: 'b', asked: names(1000) })),
  ],
  [
    '50,000 unknown indicators',
    post(
      replies,
      withFigure(
        Array.from({ length: 50_000 }, (_, i) => `{"indicator":"x${i}","period":"2007","value":1}`).join(','),
      ),
    ),
  ],
  ['1.7 million empty figures', post(replies, withFigure(Array(1_700_000).fill('{}').join(',')))],
  ...['value', 'period', 'qualifier', 'paragraph'].map(
    (field) => [`5,000 nested lists as ${field}`, post(replies, odd(field, nested(5000)))] as const,
  ),
  ['lists nested as deep as is allowed', post(replies, odd('value', nested(60)))],
  ['a dimension that every object has', post(replies, odd('breakdown', '{"constructor":"x"}'))],
  ['NUL in the address of an import', read('/v1/imports/%00/refused?collection=a&round=b')],
  ['a value below the least number', post(replies, odd('value', '1e-400'))],
  ['a value above the greatest number', post(replies, odd('value', '1e400'))],
  ['bytes that are no UTF-8', post(replies, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))],
  ['a name of Latin-1 bytes', post(replies, withFigure(''), 'X-Correlation-Id: Jos\xe9')],
  ['a year before there was one', post(replies, withFigure('').replace('2008-02-11', '0000-01-01'))],
];
