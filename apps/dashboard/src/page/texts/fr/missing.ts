/** The words of who has not replied to a round, and of the reminder to them, in French. */
import type { enMissing } from '../en/missing.js';

export const frMissing: typeof enMissing = {
  only: (n) => `Seulement les manquants (${n})`,
  title: 'Qui n’a pas répondu',
  nobody:
    'Personne ne manque\u00a0: il y a une réponse valable de tous ceux que le cycle a sollicités ou qu’il énumère.',
  notKnown:
    'Le cycle n’a ni liste des sollicités ni liste de ceux qui ont répondu\u00a0: on ne sait donc pas qui manque.',
  copyCsv: 'Copier la liste au format CSV',
  reminder: 'Rappel',
  draft: 'Un projet. Relisez-le et complétez ce qui est entre crochets avant de l’envoyer.',
  to: 'Destinataire',
  all: 'Tous les manquants',
  language: 'Langue du rappel',
  subject: 'Objet',
  text: 'Texte',
  copyReminder: 'Copier le rappel',
  openMail: 'Ouvrir dans un courriel',
  tooLong:
    'Le texte est trop long pour l’adresse qui ouvre un courriel\u00a0: celui-ci s’ouvre avec son objet\u00a0; copiez le rappel et collez-le.',
  letter: {
    space: ' ',
    subject: (round) => `Rappel\u00a0: réponse à ${round}`,
    calledOn: (round, day) =>
      `Le Secrétariat se réfère à sa note verbale du ${day} concernant ce qui suit\u00a0: ${round}.`,
    called: (round) =>
      `Le Secrétariat se réfère à sa demande de réponses concernant ce qui suit\u00a0: ${round}.`,
    askedBy: (day) => `Les réponses étaient demandées pour le ${day}.`,
    notReceived: (day) => `Au ${day}, aucune réponse n’était parvenue de\u00a0:`,
    withdrawn: (name) => `${name} (sa réponse a été retirée)`,
    whatIsMissing: 'Il manque la réponse tout entière, avec ses chiffres et ses constatations.',
    please:
      'Le Secrétariat vous saurait gré de bien vouloir la lui faire parvenir dès que possible. Si elle a été envoyée entre-temps, veuillez ne pas tenir compte de ce rappel.',
    sender: '[Nom, bureau et adresse de l’expéditeur]',
  },
};
