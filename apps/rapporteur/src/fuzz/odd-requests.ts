/** Requests of every kind that the services take, each with something odd in it. */
import fc from 'fast-check';
import { inAddress, inHeader, oddBody, oddText, type RawRequest } from './odd-values.js';

const figure = {
  indicator: 'persons-prosecuted',
  period: '2007',
  value: 6,
  qualifier: 'exact',
  paragraph: 14,
};
const observations = [
  { ...figure, breakdown: { sex: 'female' }, note: 'a note', asWritten: '6', footnote: 1 },
  { ...figure, period: '2003/2006', value: null, qualifier: 'none-known', row: 7 },
  { ...figure, period: '2006', value: null, qualifier: 'withheld' },
];
const findings = [{ topic: 'hotline', paragraph: 3, note: 'a note' }];
const receivedOn = '2008-02-11';
const round = '/v1/rounds/ecosoc-2006-27/2008';

/** Valid commands; `~` stands for a respondent that each run chooses. */
const commands: readonly (readonly [target: string, body: unknown])[] = [
  [
    '/v1/rounds',
    {
      collection: 'fuzz',
      round: '1',
      title: { en: 'A title' },
      mandate: 'A mandate',
      symbol: 'S',
      noteVerbaleOn: '2007-11-12',
      replyBy: '2007-12-15',
      cutOff: '2008-01-24',
      complete: false,
      compiledBy: 'UNODC',
      asked: ['SV', 'Greece'],
      listed: { paragraph: 3, respondents: ['SV'] },
    },
  ],
  [`${round}/replies`, { respondent: '~', receivedOn, language: 'en', observations, findings }],
  [`${round}/replies`, { respondent: '~', receivedOn: { onOrBefore: receivedOn }, observations }],
  [
    `${round}/replies/~/corrections`,
    {
      receivedOn: '2008-03-01',
      reason: 'A reason',
      reference: 'Corr.1',
      observations: {
        changed: [observations[0]],
        added: [figure],
        retracted: [{ ...figure, value: undefined }],
      },
      findings: { added: findings, retracted: findings },
    },
  ],
  [
    `${round}/replies/~/replacement`,
    { receivedOn: '2008-03-02', reason: 'A reason', observations, findings },
  ],
  [`${round}/replies/~/withdrawal`, { receivedOn: '2008-03-03', reason: 'A reason', reference: 'W' }],
];

const respondents = ['IS', 'NO', 'SE', 'FI', 'DK', 'Letonia', 'SV'];

const commandHeaders = ['Idempotency-Key', 'If-Match', 'X-Request-Id', 'X-Correlation-Id', 'traceparent'];
const readHeaders = [
  'Accept',
  'Accept-Language',
  'Accept-Encoding',
  'If-None-Match',
  'Last-Event-ID',
  'Range',
  'Cookie',
];

/** Some header lines of these names. */
const oddHeaders = (names: readonly string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...names), oddText), { maxLength: 2 })
    .map((lines) => lines.map(([name, text]) => `${name}: ${inHeader(text)}`));

/** A command whose body has odd values or damaged bytes. */
export const oddCommand: fc.Arbitrary<RawRequest> = fc.constantFrom(...commands).chain(([target, template]) =>
  fc.record({
    method: fc.constant('POST'),
    target: fc
      .tuple(
        fc.constantFrom(...respondents),
        fc.constantFrom('', '?dryRun=true', '?confirm=received-before-round'),
      )
      .map(([respondent, query]) => target.replace('~', respondent) + query),
    headers: oddHeaders(commandHeaders).map((lines) => ['Content-Type: application/json', ...lines]),
    body: fc
      .constantFrom(...respondents)
      .chain((respondent) => oddBody(JSON.parse(JSON.stringify(template).replace('~', respondent)))),
  }),
);

/** In: the paths and parameters of /openapi.json. Out: reads with odd values in path, query and headers. */
export const oddRead = (reads: readonly (readonly [path: string, parameters: readonly string[]])[]) =>
  fc.constantFrom(...reads).chain(([path, parameters]) =>
    fc
      .record({
        values: fc.array(fc.tuple(oddText, fc.boolean()), { minLength: 4, maxLength: 4 }),
        query: fc.array(
          fc.tuple(
            fc.oneof(fc.constantFrom('format', 'at', 'asOf', 'cursor', ...parameters), oddText),
            oddText,
            fc.boolean(),
          ),
          { maxLength: 4 },
        ),
        headers: oddHeaders(readHeaders),
        method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'),
      })
      .map(({ values, query, headers, method }): RawRequest => {
        let i = 0;
        const target = path.replaceAll(/\{\w+\}/g, () => inAddress(...values[i++ % 4]!));
        const asked = query.map(
          ([name, value, isEncoded]) => `${inAddress(name, isEncoded)}=${inAddress(value, isEncoded)}`,
        );
        return {
          method,
          target: asked.length > 0 ? `${target}?${asked.join('&')}` : target,
          headers,
          body: Buffer.alloc(0),
        };
      }),
  );
