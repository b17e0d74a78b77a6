/** The words of States compared with one another, in French. */
import { countedIn } from '../counted.js';
import type { enCompare } from '../en/compare.js';

const counted = countedIn('fr');

export const frCompare: typeof enCompare = {
  parts: { directions: 'Où il augmente ou diminue', crossing: 'Deux indicateurs croisés' },
  second: 'Second indicateur',
  choose:
    'Choisissez un second indicateur\u00a0: les États sont alors présentés selon l’évolution des deux, par exemple des condamnations en baisse alors que les victimes détectées sont en hausse.',
  isSo: (name, direction) => `${name} (${direction})`,
  found: (n, what) => `${counted(n, { one: '# État', other: '# États' })}\u00a0: ${what}.`,
  counted: (both, one, neither) =>
    `Seuls sont comptés les États pour lesquels une évolution (en hausse, en baisse ou sans tendance significative) est indiquée pour les deux\u00a0: ${both}. Pour l’un des deux seulement\u00a0: ${one}. Pour aucun\u00a0: ${neither}. Rien n’est indiqué lorsque les chiffres sont trop peu nombreux ou que le résultat dépend de fourchettes.`,
  matrix: 'États selon l’évolution des deux',
  directionOf: (name) => `Évolution\u00a0: ${name}`,
  onlyOne: (n) =>
    `Évolution indiquée pour l’un des deux seulement\u00a0: ${counted(n, { one: '# État', other: '# États' })}`,
  noneBoth: 'Aucun État n’a ici une évolution indiquée pour les deux.',
  noneSuch: 'Aucun État ne présente ces évolutions.',
};
