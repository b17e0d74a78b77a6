/** The words about signing in, and about who somebody is, in Spanish. */
import type { enSession } from '../en/session.js';

export const esSession: typeof enSession = {
  signIn: 'Iniciar sesión',
  signOut: 'Cerrar sesión',
  stillSignedIn: 'El servidor no responde: es posible que su sesión siga abierta.',
  byProvider: 'Iniciar sesión con su cuenta',
  byLink:
    'Se inicia sesión con un enlace que funciona una sola vez: «npm start» muestra uno, y un administrador puede enviarle una invitación.',
  noWay: 'En este servidor no se inicia sesión. Pregunte a quien lo administra.',
  opening: 'Iniciando sesión…',
  signedInAs: (name) => `Ha iniciado sesión como ${name}.`,
  stillAs: (name) => `Su sesión como ${name} sigue abierta.`,
  linkAway:
    'El servidor no responde, así que no ha iniciado sesión. Vuelva a abrir el enlace cuando esté disponible; si entonces dice que el enlace ya se usó, pida otro.',
  linkRefused: {
    used: 'Este enlace ya se ha usado: un enlace sirve para iniciar sesión una sola vez. Si no fue usted quien lo usó, avise a un administrador. Pida una nueva invitación o reinicie el servidor (npm start muestra un enlace nuevo).',
    ended:
      'Este enlace es demasiado antiguo. Pida una nueva invitación o reinicie el servidor (npm start muestra un enlace nuevo).',
    unknown:
      'Este servidor no conoce este enlace. Compruebe que se copió entero y que es para este servidor; si no, pida otro.',
  },
  dismiss: 'Cerrar este mensaje',
  roles: {
    provider: 'proveedor de datos',
    'focal-point': 'punto focal',
    'desk-officer': 'oficial encargado',
    statistician: 'estadístico',
    releaser: 'responsable de la publicación',
    reader: 'lector',
    administrator: 'administrador',
    owner: 'propietario',
  },
  noRole: 'sin rol',
  noRoleYet:
    'Todavía no tiene ningún rol aquí: los roles los otorga un administrador. Puede leer lo que puede leer cualquiera.',
  allRespondents: 'todos los encuestados',
  allCollections: 'todos los conjuntos de datos',
  and: '; ',
  signedInBy: {
    key: 'sesión iniciada con una clave',
    link: 'sesión iniciada con un enlace',
    oidc: 'sesión iniciada con una cuenta de su organización',
    token: 'sesión iniciada con un token de acceso',
  },
  until: (when) => `termina a más tardar el ${when}`,
  mustSignIn: 'Esto solo está abierto a quienes han iniciado sesión.',
};
