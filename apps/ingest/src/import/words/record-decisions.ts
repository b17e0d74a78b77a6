/** Stores what was decided of words: all decisions of a request or none, once, and after those of others. */
import {
  decideWords,
  readStreamEvents,
  toCanonical,
  toNewEvent,
  wordsStream,
  type DecideWords,
  type WordDecided,
} from '@rapporteur/domain';
import { HttpProblem, needRight } from '@rapporteur/http';
import { createHash, randomUUID } from 'node:crypto';
import { replayAnswer, type RequestFacts } from '../../commands/record-command.js';
import type { Recording } from '../../commands/recording.js';
import { recorderOf } from '../../commands/rights.js';
import type { Answer } from '../../commands/command-answers.js';

const tries = 20;
/** How many decisions a collection may have: each import reads them all. */
const decisionsInAll = 100_000;

/** Out: the answer, stored with its idempotency key. Errors: HttpProblem; those of pg. */
export const recordDecisions = (
  recording: Recording,
  command: DecideWords,
  facts: RequestFacts,
): Promise<Answer> =>
  recording.inTurn(wordsStream(command.collection), () => record(recording, command, facts));

async function record(recording: Recording, command: DecideWords, facts: RequestFacts): Promise<Answer> {
  const { collection } = command;
  const stream = wordsStream(collection);
  const key = facts.idempotencyKey;
  const fingerprint = createHash('sha256').update(toCanonical(facts.asked)).digest('hex');
  let { authority } = facts;
  for (let i = 0; i < tries; i += 1) {
    needRight(authority, 'decide-words', { collection });
    const stored = await recording.read(stream);
    const replay = await replayAnswer(recording.pool, key, fingerprint);
    if (replay) return replay;
    const version = stored.at(-1)?.version ?? 0;
    const news = decideWords(
      command,
      readStreamEvents(stored).map(({ data }) => data as WordDecided),
    );
    const body = { collection, decided: news.length, version: version + news.length };
    if (news.length === 0) return { status: 200, body, replayed: false };
    if (body.version > decisionsInAll) throw tooMany(collection);
    const meta = { ...recorderOf(authority, 'decide-words', { collection }), ...facts.meta };
    const outcome = await recording.append({
      ...{ stream, expectedVersion: version },
      events: news.map((data) => toNewEvent({ type: 'WordDecided', data }, randomUUID(), meta)),
      ...(authority.standing ? { by: authority.standing } : {}),
      ...(key === undefined ? {} : { request: { key, fingerprint, status: 201, answer: body } }),
    });
    if (outcome === 'stored') return { status: 201, body, replayed: false };
    authority = await authority.renew();
  }
  throw new HttpProblem({
    status: 503,
    code: 'overtaken',
    title: 'Others decided words of this collection all the while',
    headers: { 'retry-after': '1' },
  });
}

const tooMany = (collection: string) =>
  new HttpProblem({
    status: 409,
    code: 'too-many-decisions',
    title: `More than ${decisionsInAll} decisions of words in ${collection}`,
    detail:
      'Write what was decided into the mapping of the collection: npm run import -- words --export FILE.',
  });
