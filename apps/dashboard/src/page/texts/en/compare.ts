/** The words of States compared with one another, in English. */
import { countedIn } from '../counted.js';

const counted = countedIn('en');

export const enCompare = {
  parts: { directions: 'Where it rises or falls', crossing: 'Two indicators crossed' },
  second: 'Second indicator',
  choose:
    'Choose a second indicator: States are then shown by the directions of both, such as convictions that fall while detected victims rise.',
  isSo: (name: string, direction: string) => `${name} (${direction})`,
  found: (n: number, what: string) => `${counted(n, { one: '# State', other: '# States' })}: ${what}.`,
  counted: (both: string, one: string, neither: string) =>
    `Only States are counted for which a direction (rising, falling or no significant trend) is given for both: ${both}. For one of the two only: ${one}. For neither: ${neither}. None is given where there are too few figures, or they are ranges that decide.`,
  matrix: 'States by the directions of both',
  directionOf: (name: string) => `Direction: ${name}`,
  onlyOne: (n: number) =>
    `A direction for one of the two only: ${counted(n, { one: '# State', other: '# States' })}`,
  noneBoth: 'There is no State here with a direction for both.',
  noneSuch: 'No State has these directions.',
};
