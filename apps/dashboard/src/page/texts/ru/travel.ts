/** The words of time travel, in Russian. */
import { countedIn } from '../counted.js';
import type { enTravel } from '../en/travel.js';

const counted = countedIn('ru');

export const ruTravel: typeof enTravel = {
  events: (n) =>
    counted(n, {
      one: '# событие, полученное в этот день',
      few: '# события, полученных в этот день',
      many: '# событий, полученных в этот день',
    }),
  compare: 'Сравнить с более ранним днем',
  noCompare: 'без сравнения',
  changed: (from, to) => `Что изменилось с ${from} по ${to}`,
  nothing: (from, to) => `Из выбранного с ${from} по ${to} ничего не изменилось.`,
  counts: (revised, added, withdrawn) => `Пересмотрено: ${revised}; добавлено: ${added}; снято: ${withdrawn}`,
  shownAsOf: (when) => `Показано то, что было известно тогда (${when}).`,
  first: (n) => `Перечислены первые изменения, числом ${n}; по адресу данных есть все.`,
  before: 'До',
  after: 'После',
  data: 'изменения в виде данных',
};
