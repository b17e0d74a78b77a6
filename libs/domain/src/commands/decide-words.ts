/** The command that says what words of a collection's files stand for: its shape, its rules, and what it leads to. */
import { z } from 'zod';
import { wordDecisions, type WordDecided } from '../events/events.js';
import { codeSchema, faultOfText } from '../events/input-schemas.js';
import { forOneRequest, parseBody, type Checking, type Parsed, type Registry } from './parse.js';
import { quote, toPointer, type Problem, type Search } from './problem.js';
import { itemsPerStep, type Steps } from './steps.js';

/** How many words one request may decide. */
export const decisionsAtMost = 1000;

/** The codes of a word that says whether a figure starts a new way of counting. */
export const breakCodes = ['break', 'no-break'] as const;

/** The dimension of a word that says which dimension the row is broken down by: "by citizenship". */
export const kindOfBreakdown = 'kind-of-breakdown';

/** A text that events may hold, which may be empty: a blank cell is a word too. */
const written = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .superRefine((value, context) => {
      const message = faultOfText(value);
      if (message) context.addIssue({ code: 'custom', message });
    });

export const decisionInputSchema = z.strictObject({
  dimension: codeSchema.describe(
    'respondent, indicator, break, the code of a dimension, breakdown where all words are the total, or kind-of-breakdown for a word that says which dimension its row is broken down by',
  ),
  word: written(500).describe('As GET /v1/words gives it'),
  decision: z.enum(wordDecisions).describe('undecided takes back what was decided before'),
  code: z.string().max(80).nullable().optional().describe('With the decision code only'),
  reason: written(2000).nullable().optional(),
});

export const decisionsInputSchema = z.strictObject({
  collection: codeSchema,
  decisions: z.array(decisionInputSchema).min(1).max(decisionsAtMost),
});
export type DecisionsInput = z.output<typeof decisionsInputSchema>;

export interface DecideWords {
  readonly collection: string;
  readonly decisions: readonly WordDecided[];
}

/** In: body of POST /v1/words/decisions. Out: the decisions, or every problem. */
export function* parseDecisionsInSteps(body: unknown, registry: Registry): Steps<Parsed<DecideWords>> {
  const checking = forOneRequest(registry);
  const parsed = yield* parseBody(decisionsInputSchema, body, (raw) =>
    checkDecisions(raw['decisions'], checking),
  );
  if (!parsed.ok) return parsed;
  const { collection, decisions } = parsed.value;
  const data = decisions.map(({ dimension, word, decision, code = null, reason = null }) => ({
    ...{ collection, dimension, word, decision, code, reason: reason === '' ? null : reason },
  }));
  return { ok: true, value: { collection, decisions: data } };
}

/** The problems of decisions beyond their shape; none of a list that is too long, which the schema has reported. */
export function* checkDecisions(raw: unknown, checking: Checking, most = decisionsAtMost): Search {
  if (!Array.isArray(raw) || raw.length > most) return;
  const seen = new Map<string, number>();
  for (const [i, item] of raw.entries()) {
    if (i % itemsPerStep === 0) yield;
    if (typeof item !== 'object' || item === null) continue;
    const given = item as Record<string, unknown>;
    yield* checkOne(given, ['decisions', i], checking);
    if (typeof given['word'] !== 'string' || typeof given['dimension'] !== 'string') continue;
    const key = wordKey(given['dimension'], given['word']);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, i);
    else
      yield {
        pointer: toPointer(['decisions', i]),
        code: 'decided-twice',
        message: `the same dimension and word as ${toPointer(['decisions', first])}`,
        expected: 'one decision a word',
      };
  }
}

/** The codes that a dimension's words may stand for; undefined where there is no such dimension. */
function codesOf(dimension: string, { indicators, dimensions }: Checking): readonly string[] | undefined {
  if (dimension === 'indicator') return indicators;
  if (dimension === 'break') return breakCodes;
  if (dimension === 'breakdown') return [];
  if (dimension === kindOfBreakdown) return Object.keys(dimensions);
  return Object.hasOwn(dimensions, dimension) ? dimensions[dimension] : undefined;
}

const withoutTotal = ['respondent', 'indicator', 'break'];

function checkOne(
  { dimension, decision, code }: Record<string, unknown>,
  path: (string | number)[],
  checking: Checking,
): Problem[] {
  if (typeof dimension !== 'string') return [];
  const problem = (
    field: string,
    kind: string,
    message: string,
    expected: string,
    suggestions?: readonly string[],
  ) => [
    {
      pointer: toPointer([...path, field]),
      code: kind,
      message,
      expected,
      ...(suggestions ? { suggestions } : {}),
    },
  ];
  const codes = codesOf(dimension, checking);
  if (dimension !== 'respondent' && !codes) {
    const known = ['respondent', 'indicator', 'break', ...Object.keys(checking.dimensions)];
    return problem(
      'dimension',
      'unknown-dimension',
      `${quote(dimension)} is no dimension that is known`,
      'respondent, indicator, break, or the code of a dimension',
      checking.suggest(dimension, known),
    );
  }
  if (decision !== 'code')
    return [
      ...(decision === 'total' && withoutTotal.includes(dimension)
        ? problem(
            'decision',
            'no-total',
            `a word of ${dimension} cannot be the total`,
            'code | not-a-code | undecided',
          )
        : []),
      ...(code === undefined || code === null
        ? []
        : problem('code', 'code-not-expected', `${quote(code)} is given with ${quote(decision)}`, 'null')),
    ];
  if (typeof code !== 'string')
    return problem(
      'code',
      'code-missing',
      'no code is given with "code"',
      'the code that the word stands for',
    );
  if (codes) {
    if (codes.includes(code)) return [];
    const suggestions = checking.suggest(code, codes);
    return problem(
      'code',
      'unknown-code',
      `${quote(code)} is no code of ${dimension}`,
      'a known code',
      suggestions,
    );
  }
  const found = checking.resolve(code);
  if ('code' in found && found.code === code) return [];
  const meant = 'code' in found ? [found.code] : found.suggestions.map((s) => `${s.code} (${s.name})`);
  return problem('code', 'unknown-code', `${quote(code)} is no code of a respondent`, 'such as "SV"', meant);
}

/** Words are the same without regard to case, outer and doubled spaces, and ways of composing accents. */
export const foldWord = (word: string): string =>
  word.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** What a dimension and a word are kept and compared by. */
export const wordKey = (dimension: string, word: string): string => `${dimension}\u0000${foldWord(word)}`;

/** In: all decisions of a collection, oldest first. Out: what stands, by wordKey; a word that is undecided again is left out. */
export function foldDecisions<T extends Pick<WordDecided, 'dimension' | 'word' | 'decision'>>(
  decided: Iterable<T>,
): Map<string, T> {
  const standing = new Map<string, T>();
  for (const one of decided) {
    const key = wordKey(one.dimension, one.word);
    // Taken out first, so that the order is that of the decisions which stand.
    standing.delete(key);
    if (one.decision !== 'undecided') standing.set(key, one);
  }
  return standing;
}

/** The decisions of a command that say something new. In: what was decided before, oldest first. */
export function decideWords({ decisions }: DecideWords, before: readonly WordDecided[]): WordDecided[] {
  const standing = foldDecisions(before);
  return decisions.filter(({ dimension, word, decision, code }) => {
    const last = standing.get(wordKey(dimension, word));
    return decision === 'undecided' ? last !== undefined : last?.decision !== decision || last.code !== code;
  });
}
