import { expect, it } from '@jest/globals';
import { showSource, sourcesIn, sourcesOf } from './sources.js';

it('each collection of a table is named once, with its publisher and licence', () => {
  const rows = ['unodc-glotip', 'c', 'unodc-glotip', undefined].map((collection) => ({ collection }));
  expect(sourcesIn(rows, 'en').map(showSource)).toEqual([
    'c; licence: not known here',
    'United Nations Office on Drugs and Crime (UNODC): UNODC, trafficking in persons (unodc-glotip); licence: none is stated; ask the publisher before you pass the figures on',
  ]);
  expect(sourcesOf(['population'], 'fr').map(showSource)).toEqual([
    'World Bank: Banque mondiale, population (population); licence: CC BY 4.0',
  ]);
  expect(sourcesIn([{ id: 'c/2008' }], 'en')).toEqual([]);
});
