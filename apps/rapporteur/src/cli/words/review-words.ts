/** Asks in the terminal what the words mean that rows wait for, stores what is decided, and tells how many rows came in. */
import type { WordItem, WordsAnswer, WordsReceiptAnswer } from '@rapporteur/contract';
import { setTimeout as sleep } from 'node:timers/promises';
import { counted } from '../counted.js';
import { askJson } from '../with-server.js';
import { readKeys } from './read-keys.js';
import { endHelp, makeReview, type CheckSaid, type Review, type Said } from './review.js';
import { showWord } from './show-word.js';

const say = (text: string) => void process.stdout.write(`${text}\n`);
const interrupt = ['\u0003', '\u0004'];
const decisionsPerRequest = 1000;
const lookEveryMs = 500;
const patienceMs = 600_000;

const readWords = (server: string, collection: string, limit = 1000) =>
  askJson<WordsAnswer>(server, `/v1/words?collection=${encodeURIComponent(collection)}&limit=${limit}`);

/** Errors: those of askJson; what was decided is stored or not as a whole, a thousand words at a time. */
export async function reviewWords(server: string, collection: string): Promise<void> {
  const before = await readWords(server, collection);
  if (before.items.length === 0) return say('No word waits for a decision.');
  say(`${counted(before.total, 'word')} ${before.total === 1 ? 'waits' : 'wait'} for a decision.`);
  const { said, isOver } = await review(before.items, before, await makeCheck(collection));
  if (!isOver) return say('Nothing was stored.');
  await storeSaid(server, collection, said);
  say(`${counted(said.length, 'word')} decided.`);
  if (said.length > 0) tellRows(before, await awaitRounds(server, collection));
  const left = before.total - said.length;
  if (left > 0) say(`Left for later: ${counted(left, 'word')}. The same command asks again.`);
}

/** Stores decisions; an earlier part stays stored where a later one is refused. */
export async function storeSaid(
  server: string,
  collection: string,
  said: readonly object[],
): Promise<number> {
  let decided = 0;
  for (let i = 0; i < said.length; i += decisionsPerRequest) {
    const decisions = said.slice(i, i + decisionsPerRequest);
    const answer = await askJson<WordsReceiptAnswer>(server, '/v1/words/decisions', {
      collection,
      decisions,
    });
    decided += answer.decided;
  }
  return decided;
}

async function review(
  items: readonly WordItem[],
  { rounds }: WordsAnswer,
  check: CheckSaid,
): Promise<Review> {
  const asking = makeReview(items, check);
  const show = () => {
    const place = { number: asking.passed + 1, of: items.length };
    say(asking.current ? `\n${showWord(asking.current, place, rounds)}` : `\n${endHelp}`);
  };
  show();
  for await (const key of readKeys()) {
    if (interrupt.includes(key)) return asking;
    const { passed, typing } = asking;
    asking.press(key);
    if (asking.fault) say(`  ${asking.fault}`);
    if (asking.typing !== undefined && process.stdout.isTTY)
      process.stdout.write(`\r\u001b[K  code (Enter takes it, Escape leaves it): ${asking.typing}`);
    else if (typing !== undefined) say('');
    if (asking.isOver) break;
    if (asking.passed !== passed) show();
  }
  return asking;
}

/** The check that the server makes too, so that a wrong code is told at once. */
async function makeCheck(collection: string): Promise<CheckSaid> {
  const { parseDecisionsInSteps } = await import('@rapporteur/domain');
  const { registry } = await import('@rapporteur/ingest');
  return (said: Said) => {
    const steps = parseDecisionsInSteps({ collection, decisions: [said] }, { ...registry, today: '' });
    let next = steps.next();
    while (!next.done) next = steps.next();
    if (next.value.ok) return undefined;
    const [{ message, suggestions = [] } = { message: '' }] = next.value.problems;
    return suggestions.length > 0 ? `${message}; perhaps ${suggestions.join(', ')}` : message;
  };
}

/** Waits until the files are imported again. Errors: they are not within ten minutes. */
export async function awaitRounds(server: string, collection: string): Promise<WordsAnswer> {
  for (const end = performance.now() + patienceMs; ; await sleep(lookEveryMs)) {
    const now = await readWords(server, collection, 1);
    if (!now.rounds.some(({ isBehind }) => isBehind)) return now;
    if (performance.now() > end)
      throw new Error('The decisions are stored; the rows are still coming in after ten minutes.');
  }
}

function tellRows(before: WordsAnswer, now: WordsAnswer): void {
  const sum = ({ rounds }: WordsAnswer, count: 'waiting' | 'refused') =>
    rounds.reduce((all, round) => all + (round[count] ?? 0), 0);
  const left = sum(now, 'waiting');
  const refused = sum(now, 'refused') - sum(before, 'refused');
  const came = sum(before, 'waiting') - left - refused;
  say(
    `${counted(came, 'row')} came in, ${counted(refused, 'row')} refused, ${counted(left, 'row')} still waiting.`,
  );
  for (const { round, problem } of now.rounds)
    if (problem !== null) say(`Round ${round} does not follow the decisions: ${problem}`);
}
