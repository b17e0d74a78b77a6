/** The words of States compared with one another, in Russian. */
import { countedIn } from '../counted.js';
import type { enCompare } from '../en/compare.js';

const counted = countedIn('ru');
const stateForms = { one: '# государство', few: '# государства', many: '# государств' };

export const ruCompare: typeof enCompare = {
  parts: {
    directions: 'Где он растет или снижается',
    crossing: 'Два показателя вместе',
    ranking: 'Рейтинг',
    map: 'Карта',
    changes: 'Изменения',
  },
  leftOut: (names) => `Не учтены, так как то же самое считают и другие: ${names}.`,
  second: 'Второй показатель',
  choose:
    'Выберите второй показатель: государства будут показаны по направлениям обоих, например там, где число осужденных снижается, а число выявленных жертв растет.',
  isSo: (name, direction) => `${name} (${direction})`,
  found: (n, what) => `${counted(n, stateForms)}: ${what}.`,
  counted: (both, one, neither) =>
    `Учитываются только государства, для которых направление (растет, снижается или нет значимой тенденции) указано по обоим показателям: ${both}. Только по одному из двух: ${one}. Ни по одному: ${neither}. Направление не указывается, если значений слишком мало или решают диапазоны.`,
  matrix: 'Государства по направлениям обоих показателей',
  directionOf: (name) => `Направление: ${name}`,
  onlyOne: (n) => `Направление указано только по одному из двух: ${counted(n, stateForms)}`,
  noneBoth: 'Здесь нет государств, для которых направление указано по обоим показателям.',
  noneSuch: 'Нет государств с такими направлениями.',
  ranking: {
    by: 'Упорядочить по',
    ratio: (name, over) => `${name} (${over})`,
    year: 'Год',
    ofYear: (year, figures) => `${year} (${figures})`,
    rank: 'Место',
    population: 'Население',
    interval: 'Интервал (95 %)',
    drawn: (end) => `от 0 до ${end}; стрелка: дальше`,
    reported: (k, n, year) =>
      `Значение за ${year} год имеют ${k} из тех государств, что сообщали этот показатель (всего ${n}).`,
    counts: (ranked, ranges, without) =>
      `С местом: ${ranked}. Диапазон, поэтому без места: ${ranges}. Упорядочивать нечего: ${without}.`,
    caution:
      'Место показывает, кто сообщил больше в этом году, а не где больше торговли людьми: государства считают, ищут и сообщают по-своему. Там, где интервалы пересекаются, порядок не определен.',
    ranges: (n) => `Диапазоны, без места: ${counted(n, stateForms)}`,
    without: (n) => `Значение есть, но упорядочивать нечего: ${counted(n, stateForms)}`,
    missing: (n, year) => `Нет значения за ${year} год: ${counted(n, stateForms)}`,
    noOther: (name, year) => `нет значения за ${year} год, на которое делить: ${name}`,
    why: 'Почему',
    noneRanked: 'Ни одно из этих значений упорядочить нельзя.',
  },
};
