/** The words about signing in, and about who somebody is, in French. */
import type { enSession } from '../en/session.js';

export const frSession: typeof enSession = {
  signIn: 'Se connecter',
  signOut: 'Se déconnecter',
  stillSignedIn: 'Le serveur ne répond pas\u00a0: vous êtes peut-être encore connecté.',
  byProvider: 'Se connecter avec votre compte',
  byLink:
    'La connexion se fait par un lien qui fonctionne une fois\u00a0: «\u00a0npm start\u00a0» en affiche un, et un administrateur peut vous envoyer une invitation.',
  noWay: 'Ce serveur ne connecte personne. Adressez-vous à la personne qui le gère.',
  opening: 'Connexion…',
  signedInAs: (name) => `Vous êtes connecté sous le nom de ${name}.`,
  stillAs: (name) => `Vous êtes toujours connecté sous le nom de ${name}.`,
  linkAway:
    'Le serveur ne répond pas\u00a0: vous n’êtes donc pas connecté. Rouvrez le lien quand il sera de retour\u00a0; s’il dit alors que le lien a déjà servi, demandez-en un nouveau.',
  linkRefused: {
    used: 'Ce lien a déjà servi\u00a0: un lien ne connecte qu’une fois. Si ce n’est pas vous qui l’avez utilisé, prévenez un administrateur. Demandez une nouvelle invitation, ou redémarrez le serveur (npm start affiche un nouveau lien).',
    ended:
      'Ce lien est trop ancien. Demandez une nouvelle invitation, ou redémarrez le serveur (npm start affiche un nouveau lien).',
    unknown:
      'Ce serveur ne connaît pas ce lien. Vérifiez qu’il a été copié en entier et qu’il est bien destiné à ce serveur\u00a0; sinon, demandez-en un nouveau.',
  },
  dismiss: 'Fermer ce message',
  roles: {
    provider: 'fournisseur de données',
    'focal-point': 'point focal',
    'desk-officer': 'chargé de dossier',
    statistician: 'statisticien',
    releaser: 'responsable de la publication',
    reader: 'lecteur',
    administrator: 'administrateur',
    owner: 'propriétaire',
  },
  noRole: 'aucun rôle',
  noRoleYet:
    'Vous n’avez pas encore de rôle ici\u00a0: c’est un administrateur qui les attribue. Vous pouvez lire ce que tout le monde peut lire.',
  allRespondents: 'tous les répondants',
  allCollections: 'tous les jeux de données',
  and: '\u00a0; ',
  signedInBy: {
    key: 'connecté par une clé',
    link: 'connecté par un lien',
    oidc: 'connecté avec un compte de votre organisation',
    token: 'connecté par un jeton d’accès',
  },
  until: (when) => `prend fin au plus tard le ${when}`,
  mustSignIn: 'Ceci n’est ouvert qu’aux personnes connectées.',
};
