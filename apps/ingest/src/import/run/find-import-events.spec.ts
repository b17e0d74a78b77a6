/** Which events the last import into a round stored, and what others said of the same replies since. */
import { describe, expect, it } from '@jest/globals';
import { findImportEvents, type Positioned } from './find-import-events.js';

const files = ['a', 'b', 'c'].map((file) => ({ file, round: '2023' }));
let position = 0;
/** An event of a reply in collection c. */
const event = (of: string, version: number, correlationId: string | null, more: object = {}): Positioned =>
  ({
    ...{ stream: `reply/c/${of}`, version, type: 'ReplyReplaced', data: {}, correlationId },
    position: (position += 1),
    ...more,
  }) as Positioned;
const undone = (of: string, version: number, gone: number, type = 'ChangeUndone') =>
  event(of, version, 'undo c/2023', { type, data: { version: gone } });
const find = (all: readonly Positioned[], known = files) =>
  findImportEvents(all, { collection: 'c', round: '2023' }, known);

describe('the last import into a round', () => {
  it('is none where nothing was imported into it, or nothing that was counts', () => {
    expect(find([])).toBeUndefined();
    expect(
      find([event('2023/SV', 1, null), event('2023/SV', 2, 'import z'), event('2022/SV', 1, 'import a')]),
    ).toBe(undefined);
    expect(find([event('2023/SV', 1, 'import a'), undone('2023/SV', 2, 1)])).toBeUndefined();
    expect(find([event('2023/SV', 1, 'import a'), undone('2023/SV', 2, 1, 'EventSetAside')])).toBeUndefined();
    // What is undone in another reply does not touch this one.
    expect(find([event('2023/SV', 1, 'import a'), undone('2023/AT', 2, 1)])?.file).toBe('a');
  });

  it('is that with the last position, whole, whatever the order in which events are read', () => {
    const [first, second, third, fourth] = [
      event('2023/SV', 1, 'import a'),
      event('2023/AT', 1, 'import b'),
      event('2023/SV', 2, 'import b'),
      event('2024/SV', 1, 'import b'),
    ];
    const found = find([fourth, third, second, first], [...files, { file: 'x', round: '2024' }])!;
    expect([found.file, found.hasEarlier]).toEqual(['b', false]);
    // What it emptied in a later round goes with it.
    expect(found.events).toEqual([fourth, third, second]);
    expect(found.later).toEqual([]);
  });

  it('of a file that was imported into another round as well is that into this one alone', () => {
    const own = event('2023/SV', 1, 'import a');
    const other = event('2024/SV', 1, 'import a');
    expect(find([own, other], [...files, { file: 'a', round: '2024' }])!.events).toEqual([own]);
  });

  it('of a file that came before another, and again, is the second alone', () => {
    const [first, between, again, more] = [
      event('2023/SV', 1, 'import a'),
      event('2023/SV', 2, 'import b'),
      event('2023/SV', 3, 'import a'),
      event('2023/AT', 1, 'import a'),
    ];
    const found = find([first, between, again, more])!;
    expect([found.file, found.events, found.hasEarlier]).toEqual(['a', [again, more], true]);
    expect(find([first, between])).toMatchObject({ file: 'b', hasEarlier: false });
  });
});

describe('what others said since', () => {
  it('are the events after the first of the import in the same replies, but for those of imports', () => {
    const all = [
      event('2023/SV', 1, null),
      event('2023/SV', 2, 'import a'),
      event('2023/SV', 3, 'import a'),
      event('2023/SV', 4, null),
      event('2023/SV', 5, 'a letter'),
      event('2023/AT', 9, null),
      event('2023/SV', 6, 'import of nobody'),
    ];
    const { later, events } = find(all)!;
    expect(later).toEqual([all[3], all[4]]);
    expect(events).toEqual([all[1], all[2]]);
  });

  it('are those between its events as well, in whatever order they are read', () => {
    const all = [event('2023/SV', 3, 'import a'), event('2023/SV', 2, null), event('2023/SV', 1, 'import a')];
    expect(find(all)!.later).toEqual([all[1]]);
  });
});
