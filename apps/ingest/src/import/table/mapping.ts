/** The mapping of a source: what each column holds, and which code each word of the source stands for. */
import { readFile } from 'node:fs/promises';
import {
  checkDecisions,
  codeSchema,
  decisionInputSchema,
  denominators,
  dimensions,
  faultOfText,
  foldWord,
  forOneRequest,
  indicators,
  missingReasons,
  text,
} from '@rapporteur/domain';
import { respondentCodes } from '@rapporteur/names';
import { z } from 'zod';
import { registry } from '../../commands/registry.js';
import { quote, UnreadableFile } from '../kinds/unreadable-file.js';

/** Names of the column; the first that the file has counts. */
const columns = z.array(text(200)).min(1).max(100);
const wordCodes = z.record(z.string().max(500), codeSchema.nullable());
const choice = z.strictObject({
  /** Absent where every word stands for the total. */
  dimension: codeSchema.optional(),
  /** Word to code, null for the total; or the name of a list in wordLists. */
  words: z.union([text(100), wordCodes]),
  /** A country's name stands for its code in lower case. */
  respondents: z.boolean().default(false),
});
const part = z.union([
  /** `optional`: a file without the column gives totals. */
  choice.extend({ columns, optional: z.boolean().default(false) }),
  z.strictObject({
    columns,
    /** The column whose word says which of the choices applies. */
    chosenBy: columns,
    choices: z.record(z.string(), choice),
  }),
]);

const mappingSchema = z.strictObject({
  /** What a proposed mapping is not sure of: nothing is read by it before a person has emptied the list. */
  unsure: z.array(text(2000)).max(1000).default([]),
  title: z.partialRecord(z.enum(['ar', 'en', 'es', 'fr', 'ru', 'zh']), text(500)).default({}),
  /** Sheets to look at; absent: the first that has the header. */
  sheets: z.array(text(100)).optional(),
  /** All sheets but these are read, each below a header of its own. */
  everySheet: z.strictObject({ except: z.array(text(100)).default([]) }).optional(),
  /** Every column whose name is a year holds figures; period and value name what they become. */
  yearsAcross: z.boolean().default(false),
  /** Columns that each hold figures: their name is the word in (column), and value names what they become. */
  figuresAcross: z.array(text(200)).max(1000).default([]),
  /** The header is within so many rows. */
  headerWithin: z.int().min(1).max(1000).default(50),
  respondent: z
    .strictObject({
      code: columns.optional(),
      name: columns.optional(),
      words: z.record(z.string(), text(20)).default({}),
    })
    .refine(({ code, name }) => code ?? name, 'needs columns for code or name'),
  period: z.strictObject({ columns }),
  value: z.strictObject({
    columns,
    /** What parts thousands. */
    grouping: z.array(z.enum([',', '.', ' ', "'"])).default([]),
    /** Words that say why there is no number. */
    words: z.record(z.string(), z.enum(missingReasons)).default({}),
  }),
  /** Columns of statuses whose words say why a figure has no number, such as OBS_STATUS. */
  missing: z
    .array(z.strictObject({ columns, words: z.record(z.string(), z.enum(missingReasons)) }))
    .default([]),
  /** Rows with another word here are refused. */
  only: z.array(z.strictObject({ columns, words: z.array(z.string()).min(1) })).default([]),
  indicator: z.strictObject({
    columns,
    /** The rows of a file without the column wait until it is decided what a blank counts. */
    optional: z.boolean().default(false),
    words: z.record(z.string(), codeSchema),
  }),
  breakdown: z.array(part).default([]),
  /** Words that say whether a figure starts a new way of counting; a blank, or no such column: it does not. */
  break: z.strictObject({ columns, words: z.record(z.string(), z.boolean()) }).optional(),
  wordLists: z.record(z.string(), wordCodes).default({}),
  /** What was decided of single words; counts before everything else here. */
  decisions: z.array(decisionInputSchema).default([]),
});

export type Mapping = z.output<typeof mappingSchema>;
export type MappingPart = Mapping['breakdown'][number];
export type MappingChoice = z.output<typeof choice>;

const dataFolder = new URL('../../../../../data/', import.meta.url);

export { foldWord };

/** The text of the mapping that comes with a collection. Errors: UnreadableFile where there is none. */
export async function readMapping(collection: string): Promise<string> {
  return readFile(new URL(`${collection}/mapping.json`, dataFolder), 'utf8').catch(() => {
    throw new UnreadableFile(
      'bad-mapping',
      `There is no mapping for ${collection}: write one (docs/import.md says how) and name it with --mapping.`,
    );
  });
}

/** The mapping that comes with a collection. Errors: UnreadableFile where there is none. */
export const findMapping = async (collection: string): Promise<Mapping> =>
  parseMapping(await readMapping(collection));

/** In: the text of a mapping file. Errors: UnreadableFile with every fault, unknown codes among them. */
export function parseMapping(text: string): Mapping {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw new UnreadableFile('bad-mapping', `The mapping is not JSON: ${(error as Error).message}`);
  }
  const fault = findFault(body);
  if (fault) throw new UnreadableFile('bad-mapping', `The mapping has a fault: ${fault}.`);
  const parsed = mappingSchema.safeParse(body);
  if (!parsed.success)
    throw new UnreadableFile('bad-mapping', `The mapping has faults:\n${z.prettifyError(parsed.error)}`);
  const { unsure } = parsed.data;
  if (unsure.length > 0)
    throw new UnreadableFile(
      'bad-mapping',
      `The mapping is a proposal, and not sure of ${unsure.length === 1 ? 'one thing' : `${unsure.length} things`}. Look at each, correct the mapping where it is wrong, and take it out of "unsure":\n${unsure.map((one) => `- ${one}`).join('\n')}`,
    );
  if (parsed.data.yearsAcross && parsed.data.figuresAcross.length > 0)
    throw new UnreadableFile(
      'bad-mapping',
      'The mapping has "yearsAcross" and "figuresAcross": a column holds the figures of a year, or those of a kind.',
    );
  const faults = findUnknownCodes(parsed.data);
  if (faults.length > 0)
    throw new UnreadableFile('bad-mapping', `The mapping has faults:\n${faults.join('\n')}`);
  return parsed.data;
}

/** No mapping is nested this deeply. */
const deepest = 10;

/**
 * The first fault of a mapping's texts, names and depth; undefined where there is none. Its texts become part
 * of replies and of messages about rows, so they must keep the same rules.
 */
function findFault(body: unknown): string | undefined {
  const open = [{ value: body, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (depth > deepest) return `it is more than ${deepest} deep`;
    if (typeof value === 'string' && faultOfText(value))
      return `the text ${quote(value)} ${faultOfText(value)}`;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value)) {
      if (name === '__proto__') return 'no name may be "__proto__"';
      if (faultOfText(name)) return `the name ${quote(name)} ${faultOfText(name)}`;
      open.push({ value: inner, depth: depth + 1 });
    }
  }
  return undefined;
}

/** The words of a choice, which it holds itself or names as one of the word lists. */
export const wordsOf = (
  { words }: MappingChoice,
  mapping: Mapping,
): Readonly<Record<string, string | null>> =>
  typeof words === 'string' ? (findList(words, mapping) ?? {}) : words;

const findList = (name: string, { wordLists }: Mapping) =>
  Object.hasOwn(wordLists, name) ? wordLists[name] : undefined;

function findUnknownCodes(mapping: Mapping): string[] {
  const known = new Set([...indicators, ...denominators].map(({ code }) => code));
  const choices = mapping.breakdown.flatMap((p) => ('choices' in p ? Object.values(p.choices) : [p]));
  const decided = checkDecisions(mapping.decisions, forOneRequest({ ...registry, today: '' }), Infinity);
  return [
    ...[...decided].flatMap((problem) => (problem ? [`${problem.pointer}: ${problem.message}`] : [])),
    ...Object.entries(mapping.indicator.words)
      .filter(([, code]) => !known.has(code))
      .map(([word, code]) => `indicator "${word}": ${code} is no indicator`),
    ...choices.flatMap((c) => findChoiceFaults(c, mapping)),
  ];
}

function findChoiceFaults(choice: MappingChoice, mapping: Mapping): string[] {
  if (typeof choice.words === 'string' && !findList(choice.words, mapping))
    return [`there is no word list "${choice.words}"`];
  const codes = Object.values(wordsOf(choice, mapping)).filter((code) => code !== null);
  if (choice.dimension === undefined)
    return codes.length > 0 ? [`${codes.join(', ')}: codes need a dimension`] : [];
  const dimension = dimensions.find(({ code }) => code === choice.dimension);
  if (!dimension) return [`${choice.dimension} is no dimension`];
  const known = new Set([
    ...dimension.codes.map(({ code }) => code),
    ...(dimension.respondents ? respondentCodes.map((code) => code.toLowerCase()) : []),
  ]);
  return codes
    .filter((code) => !known.has(code))
    .map((code) => `${choice.dimension}: ${code} is no code of it`);
}
