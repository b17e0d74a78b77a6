/** Gives single statements the places that somebody has said: words of the text, or a region of a page. */
import {
  anchorAt,
  anchorInRegion,
  isWithinPage,
  type Anchored,
  type DocumentText,
  type Problem,
  type PageRegion,
  type Statement,
} from '@rapporteur/domain';
import { invalid } from '@rapporteur/http';

/** A place: `start` and `end` in the text, or `page` and `region`. */
export interface Placed {
  readonly id: string;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly page?: number | undefined;
  readonly region?: PageRegion | undefined;
}

export const isOnPage = ({ page, region }: Placed): boolean => page !== undefined || region !== undefined;

/** What is known of the document: its text, where that is needed; how many pages it has, null where none can be drawn. */
export interface Places {
  readonly text: DocumentText | undefined;
  readonly pages: number | null;
}

/** Errors: HttpProblem with everything that is wrong. */
export function placeStatements(
  places: Places,
  statements: readonly Statement[],
  placed: readonly Placed[],
): Anchored[] {
  const found = placed.map((place, i) => {
    const of = statements.filter(({ cell }) => cell === place.id);
    const anchored = of.map((statement) => ({ statement, passage: anchor(places, statement, place) }));
    const problems = [
      ...(of.length === 0 ? [unknownStatement(place.id)] : []),
      ...findProblems(places, place),
    ].map((problem) => ({ ...problem, pointer: `/passages/${i}${problem.pointer}` }));
    return { anchored, problems };
  });
  const problems = found.flatMap((one) => one.problems);
  if (problems.length > 0) throw invalid(problems);
  return found.flatMap(({ anchored }) => anchored);
}

function anchor({ text }: Places, statement: Statement, { start, end, page, region }: Placed) {
  if (page !== undefined && region !== undefined) return anchorInRegion(statement, page, region);
  return text && start !== undefined && end !== undefined
    ? anchorAt(text, statement, { start, end })
    : undefined;
}

const unknownStatement = (id: string): Problem => ({
  pointer: '/id',
  code: 'unknown-observation',
  message: `${id} does not stand in this round`,
  expected: 'an id of GET /v1/observations or /v1/findings',
});

/** What is wrong with a place, whatever it is the place of. */
function findProblems(places: Places, place: Placed): Problem[] {
  const { start, end, page, region } = place;
  const isOfWords = start !== undefined || end !== undefined;
  const expected = 'start and end in the text, or page and region';
  if (isOfWords && isOnPage(place))
    return [{ pointer: '', code: 'words-and-region', message: 'It says words and a region', expected }];
  if (page !== undefined && region !== undefined) return findProblemsOnPage(places, page, region);
  if (start === undefined || end === undefined)
    return [{ pointer: '', code: 'no-place', message: 'It does not say where', expected }];
  const isThere = places.text && anchorAt(places.text, { position: 0, ordinal: 0 }, { start, end });
  return isThere
    ? []
    : [
        {
          pointer: '',
          code: 'no-such-passage',
          message: 'start and end are not in one paragraph of the text',
          expected: 'places of GET /v1/documents/{document}/text',
        },
      ];
}

function findProblemsOnPage({ pages }: Places, page: number, region: PageRegion): Problem[] {
  const ofPage: Problem[] =
    pages === null
      ? [
          {
            pointer: '/page',
            code: 'no-pages',
            message: 'The document has no pages that can be drawn',
            expected: 'start and end; PDF, PNG, JPEG and TIFF have pages',
          },
        ]
      : page > pages
        ? [
            {
              pointer: '/page',
              code: 'no-such-page',
              message: `The document has ${pages === 1 ? 'one page' : `${pages} pages`}`,
              expected: pages === 1 ? '1' : `1 to ${pages}`,
            },
          ]
        : [];
  const ofRegion: Problem[] = isWithinPage(region)
    ? []
    : [
        {
          pointer: '/region',
          code: 'outside-page',
          message: 'The region ends beyond its page',
          expected: 'x + width and y + height of 100 at most',
        },
      ];
  return [...ofPage, ...ofRegion];
}
