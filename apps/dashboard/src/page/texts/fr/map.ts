/** The words of the map of an indicator, and of what changed in it, in French. */
import type { enMap } from '../en/map.js';

export const frMap: typeof enMap = {
  content: 'Contenu des cases',
  reported: (n, all) =>
    `${n} des ${all} États et zones qui ont une case ont donné ici un total pour cet indicateur.`,
  about:
    'Les cases sont rangées par régions des Nations Unies (M49), à peu près selon leur situation\u00a0; elles ne montrent ni frontières ni superficies.',
  years: 'Les derniers chiffres portent sur des années différentes, et chaque État compte à sa manière.',
  legend: 'Ce que signifient les cases, et leur nombre',
  range: 'une fourchette qui couvre plusieurs de ces tranches',
  otherPeriods: 'uniquement des chiffres d’autres périodes qu’une année',
  noData: 'aucun total',
  outside: 'Dans aucune région de la M49',
  keys: 'Les flèches vont d’une case à l’autre\u00a0; Entrée ouvre le graphique, ou la source du chiffre.',
  list: 'La carte sous forme de liste',
  changes: {
    day: 'Reçu le',
    on: (day) => `Ce qui a changé le ${day}`,
    nothing: (day) => `Rien n’a changé pour cet indicateur le ${day}.`,
    about:
      'Par rapport à la veille\u00a0: ce qui était indiqué alors, et ce qui l’est depuis. Chaque chiffre mène à son historique, chaque source à l’événement qui l’a apporté.',
    none: 'Rien n’a encore été reçu.',
    sourceBefore: 'Source avant',
    sourceAfter: 'Source après',
  },
};
