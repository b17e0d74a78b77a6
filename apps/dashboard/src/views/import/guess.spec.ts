/** What a file's name tells: a day, a year, a collection; and what counts where it tells nothing. */
import { describe, expect, it } from '@jest/globals';
import { guessAbout } from './guess.js';

const at = (name: string, day = '2024-03-05') => ({ name, lastModified: Date.parse(`${day}T12:00:00Z`) });
const known = ['ecosoc-2006-27', 'unodc-glotip'];
const guess = (name: string, chosen = '', codes = known) => guessAbout(at(name), '2026-11-28', codes, chosen);

describe('a guess from the name of a file', () => {
  it.each([
    ['unodc-glotip-2023-05-30.xlsx', 'unodc-glotip', '2023', '2023-05-30'],
    ['UNODC GloTIP 2022.csv', 'unodc-glotip', '2022', '2024-03-05'],
    ['data_glotip_20230530.xlsx', 'data-glotip', '2023', '2023-05-30'],
    ['Détections (final).xlsx', 'detections-final', '2024', '2024-03-05'],
    // A day to come is no day of receipt.
    ['unodc-glotip-2031-01-01.xlsx', 'unodc-glotip', '2031', '2024-03-05'],
  ])('of %s', (name, collection, round, received) => {
    expect(guess(name)).toEqual({ collection, round, received });
  });

  it('leaves the collection that was chosen, unless the name names another', () => {
    expect(guess('export.csv', 'unodc-glotip').collection).toBe('unodc-glotip');
    expect(guess('ecosoc-2006-27.csv', 'unodc-glotip').collection).toBe('ecosoc-2006-27');
  });

  it('takes today where the file was changed later than that', () => {
    expect(guessAbout(at('a.csv', '2027-01-01'), '2026-11-28', [], '').received).toBe('2026-11-28');
  });
});
