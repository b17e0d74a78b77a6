/** The words of inconsistencies and discrepancies, in Russian. */
import type { enChecks } from '../en/checks.js';

export const ruChecks: typeof enChecks = {
  kind: 'Вид',
  allKinds: 'Все виды',
  allRespondents: 'Все респонденты',
  allIndicators: 'Все показатели',
  state: 'Состояние',
  states: { all: 'все', open: 'еще не просмотренные', seen: 'просмотренные' },
  seen: 'Просмотрено',
  seenNote: 'Отметки о просмотренном хранятся только в этом браузере.',
  count: (shown, all) => `Показано: ${shown} из ${all}`,
  noneOfChoice: 'Этому выбору ничего не соответствует. Выберите другой вид, респондента или состояние.',
  noDiscrepancies:
    'Нет двух наборов данных с разными значениями для одного и того же. Если набор данных только один, сравнивать не с чем: импортируйте другой (npm run import).',
  onlyFirst: (shown) =>
    `Показаны первые записи, числом ${shown}. Выберите респондента, чтобы увидеть все относящееся к нему.`,
  difference: 'Разница',
  what: 'Что',
  differences: {
    collection: 'Набор данных',
    earlier: 'Более ранняя публикация',
    later: 'Более поздняя публикация',
    none: 'Ни в одном наборе данных нет двух публикаций для сравнения. Импортируйте еще одну (раздел «Импорт» или npm run import).',
    same: 'Выберите две разные публикации: публикация не отличается от самой себя.',
    title: (from, to) => `Что в ${to} сказано иначе, чем в ${from}`,
    counts: (added, revised, withdrawn, unchanged) =>
      `Добавлено: ${added}, пересмотрено: ${revised}, отозвано: ${withdrawn}; без изменений: ${unchanged}.`,
    notMentionedCount: (n) =>
      `Не упомянуто в более поздней, которая является лишь частью, и остается в силе: ${n}.`,
    largest: (what, change) => `Наибольший пересмотр: ${what}: ${change}.`,
    note: 'Для записки, на английском языке',
    copy: 'Скопировать записку',
    copied: 'Скопировано',
    byRespondent: 'По респондентам',
    byIndicator: 'По показателям',
    kinds: {
      added: 'добавлено',
      revised: 'пересмотрено',
      withdrawn: 'отозвано',
      'not-mentioned': 'не упомянуто',
    },
    list: 'Различия, сначала наибольшие',
    nothing:
      'О выбранном обе говорят одно и то же. Выберите другие публикации или всех респондентов и все показатели.',
    before: 'До',
    after: 'После',
    difference: 'Разница',
    first: (n) =>
      `Показаны первые ${n}. Выберите респондента или показатель, чтобы увидеть все его различия.`,
    csv: 'CSV показанного',
    nothingSaid: 'ничего',
  },
  sentence: {
    'cited-but-not-listed': (paragraphs, list) =>
      `Упоминается в пунктах ${paragraphs}, но не входит в число ответивших согласно пункту ${list}.`,
    'listed-but-not-cited': (list) =>
      `Указано в пункте ${list} как ответившее, но нигде не приведено ни одного его значения или вывода.`,
    'name-spelt-otherwise': (written, list, name) =>
      `«${written}» в пункте ${list} – необычное название; оно понято как единственное близкое: ${name}.`,
    'part-exceeds-whole': ['', ' – в сумме ', ' или больше, но ', ' – ', ', не больше.'],
    'conflicting-figures': ['', ' указано как ', '; ни одно не выбрано.'],
    and: ' и как ',
    plus: ' + ',
    'figure-not-applicable': ['', ' объявлено неприменимым, но ', ' содержит число.'],
    'implied-finding-missing': (topic, implied) =>
      `Указано в списке «${topic}», а это говорится о входящих в список «${implied}»; там его нет.`,
  },
};
