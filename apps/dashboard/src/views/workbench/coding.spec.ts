/** What is coded of a letter: taking, dismissing and changing proposals, own passages, counts, and where each entry stands. */
import { expect, it } from '@jest/globals';
import { emptyEntry } from '../submit/entry.js';
import {
  addFromRegion,
  changeRow,
  countsOf,
  dismiss,
  figureFromPassage,
  findingFromPassage,
  openProposals,
  passagesOf,
  removeRow,
  take,
  toCoding,
  type FigureProposal,
  type FindingProposal,
  type Paragraph,
} from './coding.js';
import { onlyNumber } from './only-number.js';

const proposal = (start: number, score: number, more: Partial<FigureProposal> = {}): FigureProposal => ({
  ...{ start, end: start + 10, quote: '30 persons', paragraph: 14, page: null, score, reasons: [] },
  ...{ indicator: 'persons-arrested', breakdown: {}, period: '2007', value: 30, qualifier: 'exact' },
  ...more,
});
const [weak, strong] = [proposal(20, 0.4), proposal(50, 0.9, { indicator: 'persons-convicted' })];
const block = (number: number | null, start: number, kind: Paragraph['kind'] = 'text'): Paragraph => ({
  ...{ kind, number, page: null, start, end: start + 100, text: '' },
});
const empty = toCoding(emptyEntry('reply', 0));

it('offers the best first, and none again that was taken or dismissed', () => {
  expect(openProposals(empty, [weak, strong])).toEqual([strong, weak]);
  expect(openProposals(take(empty, strong), [weak, strong])).toEqual([weak]);
  expect(openProposals(dismiss(take(empty, strong), weak), [weak, strong])).toEqual([]);
  // An entry that is removed gives its proposal back.
  const removed = removeRow(take(empty, strong), 'figure-1');
  expect([removed.places, openProposals(removed, [weak, strong])]).toEqual([{}, [strong, weak]]);
});

it('counts what was taken, of that what was changed, what was dismissed, and what had no proposal', () => {
  const coded = findingFromPassage(
    dismiss(take(empty, strong), weak),
    { start: 5, end: 9 },
    [],
    [block(3, 0)],
  );
  expect(countsOf(coded)).toEqual({ taken: 1, changed: 0, dismissed: 1, own: 1 });
  expect(countsOf(changeRow(coded, 'figure-1', { value: '31' })).changed).toBe(1);
  expect(countsOf(changeRow(coded, 'figure-1', { value: '30' })).changed).toBe(0);
});

const finding: FindingProposal = {
  ...{ start: 200, end: 240, quote: 'Two shelters are open', paragraph: 3, page: null, score: 0.7 },
  ...{ topic: 'assistance-type', detail: 'accommodation', reasons: [] },
};

it('offers findings beside figures, takes them by the same key, and counts them alike', () => {
  expect(openProposals(empty, [weak, finding, strong])).toEqual([strong, finding, weak]);
  const taken = take(empty, finding);
  expect(taken.entry.findings).toMatchObject([
    { topic: 'assistance-type', detail: 'accommodation', paragraph: '3' },
  ]);
  expect([openProposals(taken, [finding]), taken.places]).toEqual([
    [],
    { 'finding-1': { start: 200, end: 240 } },
  ]);
  expect(countsOf(taken)).toEqual({ taken: 1, changed: 0, dismissed: 0, own: 0 });
  expect(countsOf(changeRow(taken, 'finding-1', { detail: 'food' })).changed).toBe(1);
  expect(countsOf(dismiss(empty, finding)).dismissed).toBe(1);
  // Words that somebody selects are filled in from the proposal in them.
  const selected = findingFromPassage(empty, { start: 205, end: 210 }, [weak, finding], [block(3, 0)]);
  expect(selected.entry.findings).toMatchObject([{ topic: 'assistance-type' }]);
});

it('leaves no other meaning of a number that was taken, but keeps another period of it', () => {
  const reason = { field: 'value' as const, is: '6', text: '6', start: 52, end: 53 };
  const arrested = proposal(50, 0.9, { reasons: [reason] });
  const convicted = proposal(50, 0.5, { reasons: [reason], indicator: 'persons-convicted' });
  const nextYear = proposal(50, 0.5, { reasons: [reason], period: '2008' });
  expect(openProposals(take(empty, arrested), [arrested, convicted, nextYear])).toEqual([nextYear]);
  expect(openProposals(dismiss(empty, arrested), [arrested, convicted])).toEqual([convicted]);
});

it('says where each entry stands, by the identifiers of the tables', () => {
  const coded = findingFromPassage(
    take(empty, strong),
    { start: 105, end: 109 },
    [],
    [block(3, 0), block(null, 100), block(9, 300)],
  );
  const topic = changeRow(coded, 'finding-2', { topic: 'shelters' });
  expect(passagesOf(topic, 'c/2008', 'SV')).toEqual([
    { id: 'c~SV~persons-convicted~_T~2007', start: 50, end: 60 },
    { id: 'c~SV~shelters~_~2008.p3', start: 105, end: 109 },
  ]);
});

it('gives no passage to what is taken back', () => {
  const back = changeRow(take(empty, strong), 'figure-1', { part: 'retracted' });
  expect(passagesOf(back, 'c/2008', 'SV')).toEqual([]);
});

it('fills a figure in from a passage: by the proposal in it, else by its number and the period beside it', () => {
  const by = (start: number, said: string) =>
    figureFromPassage(empty, { start, end: start + 5 }, said, [weak, strong], [block(14, 0)]).entry
      .figures[0];
  expect(by(52, '')).toMatchObject({ indicator: 'persons-convicted', value: '30', period: '2007' });
  expect(by(80, '1,214 girls')).toMatchObject({
    indicator: '',
    value: '1214',
    period: '2007',
    paragraph: '14',
  });
});

it.each([
  ['1,214 victims', '1214'],
  ['٣٧ شخصا', '37'],
  ['1 214 victimes', '1214'],
  ['3.800 personas', '3800'],
  ['5 of 6', ''],
  ['六人', ''],
])('the one number in digits of %s is "%s"', (said, number) => expect(onlyNumber(said)).toBe(number));

it('an entry from a region has its page and region as its place, and nothing is filled in', () => {
  const region = { x: 10, y: 20, width: 30, height: 5 };
  // A place may come with more, such as what it was drawn by.
  const place = { page: 2, region, by: 'mouse' };
  const both = addFromRegion(addFromRegion(empty, 'figure', place), 'finding', place);
  expect(both.places).toEqual({ 'figure-1': { page: 2, region }, 'finding-2': { page: 2, region } });
  expect([both.entry.figures[0]!.value, both.entry.figures[0]!.paragraph]).toEqual(['', '']);
  const figure = changeRow(both, 'figure-1', { indicator: 'persons-arrested', period: '2007', value: '30' });
  const said = changeRow(figure, 'finding-2', { topic: 'shelters', paragraph: '15' });
  expect(passagesOf(said, 'c/2008', 'SV')).toEqual([
    { id: 'c~SV~persons-arrested~_T~2007', page: 2, region },
    { id: expect.stringContaining('shelters') as unknown, page: 2, region },
  ]);
  expect(countsOf(said)).toEqual({ taken: 0, changed: 0, dismissed: 0, own: 2 });
  expect(removeRow(said, 'figure-1').places).toEqual({ 'finding-2': { page: 2, region } });
});
