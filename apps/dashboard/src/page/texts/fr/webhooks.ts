/** The words of webhooks, in French. */
import type { enWebhooks } from '../en/webhooks.js';

export const frWebhooks: typeof enWebhooks = {
  intro:
    'Un webhook fait informer un autre système, par des messages signés envoyés sur Internet, de ce qui a changé ici. Le message indique ce qui a changé\u00a0; le système demande ensuite les chiffres.',
  needsSignIn:
    'Les webhooks sont montrés aux administrateurs et au propriétaire lorsqu’ils se sont identifiés.',
  notAllowed:
    'Aucun de vos rôles ne permet de voir cela. Les administrateurs et le propriétaire le peuvent\u00a0; un administrateur peut vous accorder un rôle.',
  notHere: 'Ce serveur n’identifie personne\u00a0: les webhooks se créent par l’API, avec une clé.',
  none: 'Il n’y a pas encore de webhook. Choisissez ci-dessus ce dont il informe, puis créez-en un.',
  everything: 'tout',
  make: 'Créer un webhook',
  makeThis: 'Créer un webhook pour cela',
  makeWhat: (what) =>
    `L’adresse est informée de ce qui change à partir de maintenant. De qui et de quoi\u00a0: ${what}.`,
  url: 'Adresse informée',
  toldOf: 'Ce dont elle est informée',
  kinds: {
    figure: 'chiffres ajoutés, révisés ou retirés',
    direction: 'évolutions qui ont changé de sens',
    inconsistency: 'incohérences apparues ou disparues',
    release: 'publications entièrement reçues',
    check: 'rapport dont les énoncés ne sont plus exacts',
  },
  secret: 'Clé secrète',
  secretOnce:
    'Copiez ce secret maintenant dans le système informé\u00a0: il lui permet de savoir qu’un message vient d’ici. Il ne sera plus montré.',
  list: 'Tous les webhooks',
  place: 'Suivi jusqu’à la position',
  waiting: 'Messages en attente',
  failed: 'Abandonnés',
  made: 'Créé',
  state: 'État',
  active: 'informe',
  ended: 'terminé',
  failures: 'Échecs',
  failuresOf: (url) => `Échecs\u00a0: ${url}`,
  noFailures: 'Jusqu’ici, chaque message a été remis ou attend son premier essai.',
  position: 'Position',
  tries: 'Essais',
  problem: 'Cause du dernier échec',
  next: 'Prochain essai',
  givenUp: 'abandonné',
  again: 'Renvoyer',
  againThis: (position) => `Renvoyer le message de l’événement ${position}`,
  againFailed: 'Renvoyer tous ceux qui ont été abandonnés',
  againWhat: 'L’envoi est immédiat\u00a0; s’il n’est pas accepté, il est réessayé pendant trois jours.',
  againAfter: 'Renvoyer tout ce qui suit une position',
  againAfterWhat:
    'Chaque message après cette position est renvoyé dans l’ordre, même s’il avait été remis\u00a0; ce qui arrive entre-temps suit.',
  newSecret: 'Nouveau secret',
  newSecretThis: (url) => `Nouveau secret pour ${url}`,
  newSecretWhat:
    'Les messages sont signés avec un nouveau secret et, pendant un jour, aussi avec l’ancien, afin que le système puisse en changer.',
  end: 'Mettre fin',
  endThis: (url) => `Mettre fin au webhook de ${url}`,
  endWhat:
    'Plus rien n’y est envoyé, et ce qui attend est abandonné. On ne peut pas le reprendre\u00a0: créez-en un autre.',
  problemWords: {
    'bad-webhook-address':
      'Une adresse de l’Internet public qui commence par «\u00a0https://\u00a0»\u00a0; une autre seulement si l’exploitant de ce serveur permet son hôte.',
    '/kinds bad-value': 'Choisissez-en au moins un.',
  },
};
