/** Which replies an import looks at, with which publication each is compared, and how they are divided into commits. */
import { describe, expect, it } from '@jest/globals';
import type { RoundOpened } from '@rapporteur/domain';
import fc from 'fast-check';
import { inCommits, listMissing, listOwn, listPart, type Task } from './list-tasks.js';
import type { ImportedReply } from '../table/read-table.js';

/** A task whose reply has so many figures. */
const task = (figures: number) => ({ imported: { observations: { size: figures } } }) as Task;
const sizes = (figures: readonly number[]) =>
  [...inCommits(figures.map(task))].map((together) => together.map((t) => t.imported!.observations.size));

const round = (name: string) => ({ collection: 'c', round: name }) as RoundOpened;
const published = (name: string, first: string, last = first) => ({ round: name, first, last });
const file = (...respondents: string[]) =>
  new Map(respondents.map((code) => [code, { resolved: { code } } as ImportedReply]));
const present = (of: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(of).map(([name, codes]) => [name, new Set(codes)]));
const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });

describe('the replies that a file is held against', () => {
  const publications = [
    published('r2019', '2019-05-01'),
    published('r2020', '2020-05-01', '2023-09-01'),
    published('r2021', '2021-05-01'),
    published('r2024', '2024-05-01'),
  ];
  const there = present({
    r2019: ['SV', 'BO', 'CH', 'PE'],
    r2020: ['SV', 'BO'],
    r2021: ['SV'],
    r2023: ['CL'],
    r2024: ['AT', 'SV'],
    elsewhere: ['GR'],
  });
  const own = (imported = publications) =>
    listOwn(round('r2023'), '2023-05-01', file('SV', 'FR', 'CH'), imported, there);

  it('are those of the latest publication before that has the respondent, in whatever order they were imported', () => {
    fc.assert(
      fc.property(shuffled(publications), (imported) => {
        expect(own(imported).map(({ respondent, before }) => [respondent, before])).toEqual([
          ['BO', 'r2020'],
          ['CH', 'r2019'],
          ['CL', undefined],
          ['FR', undefined],
          ['PE', 'r2019'],
          ['SV', 'r2021'],
        ]);
      }),
    );
  });

  it('are looked at once each, with what the file says of them, on its day and for its round', () => {
    for (const { respondent, imported, ...rest } of own()) {
      expect(imported?.resolved.code).toBe(['CH', 'FR', 'SV'].includes(respondent) ? respondent : undefined);
      expect(rest).toMatchObject({ round: { round: 'r2023' }, receivedOn: '2023-05-01', counts: true });
    }
  });

  it('are never those of its own round, of a publication of the same day or of a later one', () => {
    const imported = [
      published('r2023', '2020-01-01'),
      published('same-day', '2023-05-01'),
      published('later', '2023-05-02'),
    ];
    const codes = { r2023: ['SV', 'CL'], 'same-day': ['SV', 'BO'], later: ['SV', 'PE'] };
    const tasks = listOwn(round('r2023'), '2023-05-01', file('SV'), imported, present(codes));
    expect(tasks.map(({ respondent, before }) => [respondent, before])).toEqual([
      ['CL', undefined],
      ['SV', undefined],
    ]);
  });

  it('are those of a file alone where nothing was imported before', () => {
    const tasks = listOwn(round('r2023'), '2023-05-01', file('SV', 'AT'), [], new Map());
    expect(tasks.map(({ respondent, before }) => [respondent, before])).toEqual([
      ['AT', undefined],
      ['SV', undefined],
    ]);
  });
});

it('a partial file is held against nothing, and looks at nobody whom it does not mention', () => {
  const replies = file('SV', 'AT');
  expect(listPart(round('r2023'), '2023-05-01', replies)).toEqual(
    ['SV', 'AT'].map((respondent) => ({
      ...{ round: round('r2023'), receivedOn: '2023-05-01', respondent, imported: replies.get(respondent) },
      ...{ before: undefined, counts: true },
    })),
  );
});

describe('what a later publication must say of an earlier file', () => {
  it('is nothing, on its own day, of each respondent that it does not have', () => {
    const there = present({ r2024: ['SV'], r2023: ['SV', 'AT', 'BO'] });
    expect(listMissing(round('r2024'), '2024-05-01', ['SV', 'AT', 'BO'], there)).toEqual(
      ['AT', 'BO'].map((respondent) => ({
        round: round('r2024'),
        receivedOn: '2024-05-01',
        respondent,
        imported: undefined,
        before: undefined,
        counts: false,
      })),
    );
  });
  it('is nothing of every one where it has none at all', () => {
    expect(
      listMissing(round('r2024'), '2024-05-01', ['SV', 'AT'], new Map()).map((t) => t.respondent),
    ).toEqual(['SV', 'AT']);
  });
});

describe('the commits of an import', () => {
  it('have 25 replies or 5,000 figures at most; a larger reply has one of its own', () => {
    expect(sizes([])).toEqual([]);
    expect(sizes(Array.from({ length: 60 }, () => 1)).map((own) => own.length)).toEqual([25, 25, 10]);
    expect(sizes([2000, 3000, 1, 9000, 1, 1])).toEqual([[2000, 3000], [1], [9000], [1, 1]]);
    expect(sizes([5000, 1, 4999])).toEqual([[5000], [1, 4999]]);
  });

  it('keep every reply, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(8000)), (figures) => {
        const commits = sizes(figures);
        expect(commits.flat()).toEqual(figures);
        for (const own of commits) {
          expect(own.length).toBeLessThanOrEqual(25);
          if (own.length > 1) expect(own.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(5000);
        }
      }),
    );
  });
});
