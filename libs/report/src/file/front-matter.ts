/** The head of a report file: YAML that says which round and language it is on, and what stands in its masthead. */
import { daySchema } from '@rapporteur/domain';
import { LineCounter, parseDocument, type Node } from 'yaml';
import { z } from 'zod';
import type { FileProblem } from './file-problem.js';

const line = z.string().trim().min(1).max(500);
const languageCode = z.string().regex(/^[a-z]{2,3}$/, 'a language code such as en or zh');

export const mastheadSchema = z.strictObject({
  organization: line,
  organ: line.optional(),
  symbol: line.optional(),
  distribution: line.optional(),
  date: line.optional(),
  originalLanguage: line.optional(),
  body: line.optional(),
  session: line.optional(),
  meeting: line.optional(),
  agendaItem: line.optional(),
  agendaTitle: line.optional(),
  title: line,
  titleLanguage: languageCode.optional(),
  subtitle: line.optional(),
});

export const frontMatterSchema = z.strictObject({
  language: languageCode,
  collection: line,
  round: z.union([line, z.int()]).transform(String),
  /** The day up to which replies count; `--as-of` is stronger. */
  asOf: daySchema.optional(),
  masthead: mastheadSchema,
});
export type FrontMatter = z.output<typeof frontMatterSchema>;

/**
 * In: the YAML, and the line of the file that stands before its first. Out: what it says, or every problem with its place.
 */
export function readFrontMatter(yaml: string, before: number): FrontMatter | FileProblem[] {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter });
  const placeOf = (offset: number) => {
    const { line: at, col } = counter.linePos(offset);
    return { line: at + before, column: col };
  };
  if (document.errors.length > 0)
    return document.errors.map(({ pos, message }) => ({
      ...placeOf(pos[0]),
      code: 'bad-yaml',
      message: message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, ''),
    }));
  const checked = frontMatterSchema.safeParse(document.toJS() ?? {});
  if (checked.success) return checked.data;
  return checked.error.issues.map((issue) => {
    const node = nearestNode(document, issue.path as (string | number)[]);
    const path = issue.path.join('.');
    return {
      ...placeOf(node?.range?.[0] ?? 0),
      code: 'bad-head',
      message: path === '' ? `The head: ${issue.message}` : `"${path}" in the head: ${issue.message}`,
      ...(issue.code === 'unrecognized_keys'
        ? {
            expected: Object.keys((path === 'masthead' ? mastheadSchema : frontMatterSchema).shape).join(
              ', ',
            ),
          }
        : {}),
    };
  });
}

/** The node at a path, or the nearest around it: a missing entry has none of its own. */
function nearestNode(
  document: ReturnType<typeof parseDocument>,
  path: (string | number)[],
): Node | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (node && typeof node === 'object' && 'range' in node) return node as Node;
  }
  return undefined;
}
