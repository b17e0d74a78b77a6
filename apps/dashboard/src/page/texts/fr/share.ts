/** The words of taking what a view shows elsewhere: download, citation, chart, in French. */
import type { enShare } from '../en/share.js';

export const frShare: typeof enShare = {
  open: 'Télécharger, citer, intégrer, suivre',
  form: 'Format',
  uses: {
    csv: 'Pour les tableurs et la statistique\u00a0: une ligne par chiffre, avec sa source.',
    xlsx: 'Pour Excel et LibreOffice\u00a0: les mêmes lignes dans un classeur.',
    json: 'Pour les programmes\u00a0: la réponse telle que la page l’a reçue, avec noms, sources et évolutions.',
    parquet:
      'Pour R, Python et les bases de données\u00a0: les mêmes lignes en colonnes typées, compactes et rapides à lire.',
    'json-stat': 'Pour les logiciels statistiques\u00a0: un cube avec ses dimensions (JSON-stat 2.0).',
    'sdmx-csv':
      'Pour les instituts de statistique\u00a0: les chiffres des années et des périodes closes avec les codes SDMX, pour toutes les ventilations.',
    package:
      'Pour l’archivage\u00a0: un ZIP avec les chiffres de toutes les ventilations, leur description et un fichier README.',
    svg: 'Pour l’impression et les présentations\u00a0: les graphiques affichés, nets à toute taille.',
    png: 'Pour les courriels et les documents\u00a0: les graphiques affichés, sous forme d’image.',
  },
  preview: 'Début du fichier',
  table: (rows, columns) =>
    `Ce n’est pas un texte, mais un tableau. Lignes\u00a0: ${rows}. Colonnes\u00a0: ${columns}, à savoir\u00a0:`,
  firstPage:
    'Ce format ne contient que la première page d’une longue liste. CSV et Parquet la contiennent en entier.',
  address: 'Adresse du fichier, dont le contenu ne change jamais',
  copyAddress: 'Copier l’adresse',
  copyCitation: 'Copier la citation',
  copyLink: 'Copier le lien vers cette vue',
  chart: 'Le graphique dans d’autres pages et documents',
  noChart:
    'Un graphique pour d’autres pages et documents est proposé lorsque l’on choisit dans Tendances un indicateur et jusqu’à six séries de répondants désignés.',
  copyEmbed: 'Copier le code pour une page Web',
  copyWord: 'Copier le graphique pour Word',
  wordHow:
    'Collez-le dans Word ou dans un autre document\u00a0: image, titre, ce qu’elle montre, source. Le document charge l’image depuis ce serveur.',
  follow: 'Être informé des changements',
  followWhat: 'Un lecteur de flux montre ce qui change dans les chiffres de cette sélection.',
  feed: 'Adresse du flux (Atom)',
  copyFeed: 'Copier l’adresse du flux',
  toWebhooks: 'Faire informer un autre système (webhook)',
};
