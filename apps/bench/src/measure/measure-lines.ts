/** Many replies in one request over HTTP, against the same event rows by plain SQL in one statement. */
import type { ReplyLinesEnd } from '@rapporteur/contract';
import { respondentCodes } from '@rapporteur/names';
import { ownerHeaders } from '@rapporteur/testing';
import type { Reply } from '../fill/replies.js';
import { runClients } from '../load/load.js';
import { alternateAll, type Bench, type Measured, type Row } from '../row.js';
import { storePlain, toRows, withSides } from './measure-appends.js';

/** Rows of one statement of plain SQL. */
const batch = 1000;
/** Requests at once, each with the replies of a whole round: together about as many lines as a batch has rows. */
const atOnce = Math.round(batch / respondentCodes.length);

/** Sends the replies of one round as lines. Errors: a line was not recorded. */
async function sendLines(url: string, replies: readonly Reply[]): Promise<void> {
  const answer = await fetch(`${url}${replies[0]!.path}`, {
    method: 'POST',
    headers: { ...ownerHeaders(), 'content-type': 'application/x-ndjson' },
    body: replies.map(({ body }) => JSON.stringify(body)).join('\n'),
  });
  const text = await answer.text();
  const { summary } = JSON.parse(text.trim().split('\n').at(-1)!) as ReplyLinesEnd;
  if (summary.recorded !== replies.length)
    throw new Error(`not all was recorded: ${JSON.stringify(summary)}`);
}

export async function measureLines(bench: Bench): Promise<Row[]> {
  const rounds = bench.quick ? 3 : 5;
  const requests = atOnce * bench.size(2, 20);
  const size = respondentCodes.length;
  const asked = { replies: requests * rounds * size, warmUp: bench.size(2, 72) * size };
  return withSides(bench, 'append_lines', asked, async ({ pool, ingest, next, template }) => {
    const each = async (): Promise<Measured> => {
      const bodies = Array.from({ length: requests }, () => Array.from({ length: size }, next));
      const { rate, latency } = await runClients(atOnce, requests, () => sendLines(ingest, bodies.pop()!));
      return { value: rate * size, latency };
    };
    const plain = async (): Promise<Measured> => {
      const { rate, latency } = await runClients(1, bench.size(3, 30), () =>
        storePlain(pool, template, batch),
      );
      return { value: rate * batch, latency };
    };
    const sides = await alternateAll(rounds, { ours: each, plain });
    return toRows(`append of ${size} replies in one request over HTTP, ${atOnce} at once`, sides, {
      plain: [`plain SQL, one unnest of ${batch.toLocaleString('en')} rows`, 0.6],
    });
  });
}
