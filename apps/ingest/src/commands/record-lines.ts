/** Records many replies that come in one body, a reply a line: each is accepted or refused by itself. */
import type { ReplyLine, ReplyLinesEnd } from '@rapporteur/contract';
import { parseReplyInSteps, type Command, type Registry, type RoundKey } from '@rapporteur/domain';
import {
  HttpProblem,
  invalid,
  joinProblems,
  problemsTold,
  readJson,
  tooLarge,
  toProblem,
  type BodyLine,
  makePauses,
  runInSteps,
} from '@rapporteur/http';
import type { Answer } from './command-answers.js';
import { previewCommand, recordCommand, type RequestFacts } from './record-command.js';
import { knowRound, type Recording } from './recording.js';

/** The facts of a request with many replies. */
export interface LinesFacts extends Omit<RequestFacts, 'ifMatch' | 'asked'> {
  readonly round: RoundKey;
  readonly isDryRun: boolean;
  /** Method and address: with these and its own text a line is the same as one that was sent before. */
  readonly asked: readonly string[];
  /** Is told why each line was refused that was. */
  readonly onRefused: (error: unknown) => void;
}

export interface LinesTools {
  readonly recording: Recording;
  readonly registry: Omit<Registry, 'today'>;
}

export const linesAtMost = 10_000;
/** Lines that wait for their commit: what two commits take, since one is filled while the other is written. */
const underWayAtMost = 2000;
/** Each of these reads the tables. */
const dryRunsAtMost = 4;
/** Problems listed of all lines together: a sender who reads late leaves the whole answer in memory. */
const listedAtMost = 10_000;

/**
 * In: the lines of the body, as they come, and where each line of the answer goes: what became of each in their order,
 * as soon as it is known, and last how many were recorded. Lines about one respondent are recorded in their order. No
 * line makes another fail; where the body breaks off, what came before it is recorded.
 */
export async function recordLines(
  { recording, registry }: LinesTools,
  lines: AsyncIterable<BodyLine>,
  facts: LinesFacts,
  write: (line: ReplyLine | ReplyLinesEnd) => void,
): Promise<void> {
  const most = facts.isDryRun ? dryRunsAtMost : underWayAtMost;
  const told: Promise<void>[] = [];
  const report = makeReport();
  const pause = makePauses();
  const tell = async (outcome: Promise<Outcome>, before: Promise<void> | undefined) => {
    await before;
    write(report.line(await outcome));
  };
  let broken: HttpProblem | undefined;
  try {
    await knowRound(recording, facts.round);
    for await (const line of lines) {
      if (line.number > linesAtMost) throw tooManyLines();
      if (isBlank(line)) continue;
      // Read before the next line is, which keeps their order; recorded while the next ones are read.
      const reading = await readReply(line, facts.round, registry);
      told.push(tell(recordReading(recording, reading, facts), told.at(-1)));
      await pause();
      await told.at(-most);
    }
  } catch (error) {
    broken = toProblem(error);
  }
  await told.at(-1);
  write(report.end(broken));
}

/** A line that was read: its command with the JSON that it came from, or what is wrong with it. */
type Reading = { readonly line: number; readonly recordedAt: string } & (
  { readonly command: Command; readonly body: unknown } | { readonly error: unknown }
);

/** What became of a line: the answer that it would have had alone, or what was wrong with it. */
interface Outcome {
  readonly line: number;
  readonly answer: Answer | HttpProblem;
}

async function readReply(
  { number: line, bytes }: BodyLine,
  round: RoundKey,
  registry: LinesTools['registry'],
): Promise<Reading> {
  const recordedAt = new Date().toISOString();
  try {
    if (!bytes) throw tooLarge();
    const { body, problems } = readJson(bytes);
    const today = recordedAt.slice(0, 10);
    // Not by a spread: each of some thousands of lines comes here (docs/performance.md, "Spreads").
    const parsed = await runInSteps(parseReplyInSteps(body, round, Object.assign({ today }, registry)));
    if (!parsed.ok) throw invalid(joinProblems(problems, parsed.problems));
    if (problems.length > 0) throw invalid(problems);
    return { line, recordedAt, command: parsed.value, body };
  } catch (error) {
    return { line, recordedAt, error };
  }
}

async function recordReading(recording: Recording, reading: Reading, facts: LinesFacts): Promise<Outcome> {
  const { line, recordedAt } = reading;
  try {
    if ('error' in reading) throw reading.error;
    const { command, body } = reading;
    const { isDryRun, idempotencyKey, asked } = facts;
    if (isDryRun) {
      const preview = await previewCommand(recording, command, facts);
      return { line, answer: { status: 200, body: preview, replayed: false } };
    }
    const answer = await recordCommand(recording, command, {
      authority: facts.authority,
      confirmed: facts.confirmed ?? [],
      meta: Object.assign({}, facts.meta, { recordedAt }),
      idempotencyKey: idempotencyKey === undefined ? undefined : `${idempotencyKey}/${line}`,
      asked: idempotencyKey === undefined ? undefined : [...asked, body],
    });
    return { line, answer };
  } catch (error) {
    facts.onRefused(error);
    return { line, answer: toProblem(error) };
  }
}

/** Counts what became of the lines, and says it. */
function makeReport() {
  const counts = { lines: 0, accepted: 0, recorded: 0, refused: 0 };
  let listed = 0;
  const toDocument = (problem: HttpProblem) => {
    const most = Math.min(problemsTold, listedAtMost - listed);
    listed += Math.min(most, problem.options.problems?.length ?? 0);
    return problem.toDocument(most) as Extract<ReplyLine, { problem: unknown }>['problem'];
  };
  return {
    line({ line, answer }: Outcome): ReplyLine {
      const { status } = answer;
      counts.lines += 1;
      counts[answer instanceof HttpProblem ? 'refused' : 'accepted'] += 1;
      if (answer instanceof HttpProblem) return { line, status, problem: toDocument(answer) };
      if (status === 201) counts.recorded += 1;
      const { body, replayed } = answer;
      const told = body as never;
      return replayed ? { line, status, replayed, answer: told } : { line, status, answer: told };
    },
    /** In: why the body was not read to its end, if it was not. */
    end: (broken: HttpProblem | undefined): ReplyLinesEnd => ({
      summary: { ...counts, complete: !broken },
      ...(broken ? { problem: toDocument(broken) } : {}),
    }),
  };
}

/** An empty line, or one of white space alone, is none. */
const isBlank = ({ bytes }: BodyLine) =>
  bytes?.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);

const tooManyLines = () =>
  new HttpProblem({
    status: 413,
    code: 'too-many-lines',
    title: `The body has more than ${linesAtMost.toLocaleString('en')} lines`,
    detail: 'Send the lines after these in a request of their own.',
  });
