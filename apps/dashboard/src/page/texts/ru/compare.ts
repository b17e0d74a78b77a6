/** The words of States compared with one another, in Russian. */
import { countedIn } from '../counted.js';
import type { enCompare } from '../en/compare.js';

const counted = countedIn('ru');
const stateForms = { one: '# государство', few: '# государства', many: '# государств' };

export const ruCompare: typeof enCompare = {
  parts: { directions: 'Где он растет или снижается', crossing: 'Два показателя вместе' },
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
};
