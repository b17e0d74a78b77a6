/** The words of the overview, in Russian. */
import { countedIn } from '../counted.js';
import type { enOverview } from '../en/overview.js';

const counted = countedIn('ru');

export const ruOverview: typeof enOverview = {
  what: 'Что сообщают правительства о торговле людьми, когда их спрашивает Организация Объединенных Наций: цифры и выводы, каждый с ответом и пунктом, из которого он взят, в том виде, в каком они были известны на любой день.',
  search: 'Найти государство, показатель, тему или условное обозначение документа',
  searchHint: 'На любом из шести языков; опечатки допускаются. Стрелки выбирают, Enter открывает.',
  nothingFound: (typed) =>
    `Ничего с названием «${typed}» нет. Попробуйте часть названия или выберите раздел выше.`,
  found: (n) => counted(n, { one: '# результат', few: '# результата', many: '# результатов' }),
  kinds: {
    respondent: 'Государство или организация',
    region: 'Регион',
    indicator: 'Показатель',
    topic: 'Тема',
    collection: 'Набор данных',
    round: 'Цикл',
  },
  collections: 'Что здесь есть',
  respondents: (n) =>
    counted(n, {
      one: '# государство или организация',
      few: '# государства и организации',
      many: '# государств и организаций',
    }),
  figures: (n) => counted(n, { one: '# цифра', few: '# цифры', many: '# цифр' }),
  findings: (n) => counted(n, { one: '# вывод', few: '# вывода', many: '# выводов' }),
  years: (first, last) => (first === last ? first : `${first}–${last}`),
  latest: (title, day) => `Последний цикл: ${title}${day ? `, получено к ${day}` : ', ответов пока нет'}`,
  toTrends: 'Цифры по годам',
  toRound: 'Кто ответил',
  toFindings: 'Выводы',
  questions: 'Три вопроса, на которые отвечают полученные ответы',
  reported: (name) => `${name}: сколько дел, арестов и случаев уголовного преследования?`,
  directions: 'В каких государствах число осужденных растет или снижается?',
  directionsOf: (source) => `Осужденные лица, ${source}: государства по направлению их годовых цифр`,
  rising: 'растет',
  falling: 'снижается',
  noTrend: 'нет значимой тенденции',
  rangesDecide: 'решают диапазоны',
  tooFew: 'слишком мало цифр для вывода',
  measures: 'Что, по их словам, делает большинство государств?',
  measuresOf: (source) => `Темы по числу сообщивших о них государств, ${source}`,
  states: (n) => counted(n, { one: '# государство', few: '# государства', many: '# государств' }),
  seeAll: 'Показать все',
};
