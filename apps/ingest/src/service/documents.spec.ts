/** What the addresses of commands name as their actions. */
import { expect, it } from '@jest/globals';
import { everybodyMay } from '@rapporteur/domain';
import { documents } from './documents.js';

it('name an action that not everybody may do, whatever changes anything', () => {
  const forEverybody = documents.filter(({ action }) => everybodyMay.includes(action));
  expect(forEverybody).toEqual([]);
  expect(new Set(documents.filter(({ method }) => method === 'post').map(({ action }) => action))).toEqual(
    new Set([
      'open-round',
      'submit-reply',
      'correct-reply',
      'replace-reply',
      'withdraw-reply',
      'import-file',
    ]),
  );
});
