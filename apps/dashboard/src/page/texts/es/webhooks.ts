/** The words of webhooks, in Spanish. */
import type { enWebhooks } from '../en/webhooks.js';

export const esWebhooks: typeof enWebhooks = {
  intro:
    'Un webhook hace que se avise a otro sistema, con mensajes firmados a través de Internet, de lo que ha cambiado aquí. El mensaje dice qué cambió; el sistema pide después las cifras.',
  needsSignIn: 'Los webhooks se muestran a los administradores y al propietario cuando se han identificado.',
  notAllowed:
    'Ninguno de sus roles permite ver esto. Los administradores y el propietario pueden; un administrador puede concederle un rol.',
  notHere: 'Este servidor no identifica a nadie: los webhooks se crean mediante la API, con una clave.',
  none: 'Todavía no hay ningún webhook. Elija arriba de qué se avisa y cree uno.',
  everything: 'todo',
  make: 'Crear un webhook',
  makeThis: 'Crear un webhook para esto',
  makeWhat: (what) =>
    `Se avisa a la dirección de lo que cambie a partir de ahora. De quién y de qué: ${what}.`,
  url: 'Dirección a la que se avisa',
  toldOf: 'De qué se avisa',
  kinds: {
    figure: 'cifras añadidas, revisadas o retiradas',
    direction: 'evoluciones que han cambiado de sentido',
    inconsistency: 'incoherencias que aparecieron o desaparecieron',
    release: 'publicaciones recibidas por completo',
    check: 'un informe cuyas afirmaciones ya no son exactas',
  },
  secret: 'Secreto',
  secretOnce:
    'Copie ahora este secreto en el sistema al que se avisa: con él sabe que un mensaje procede de aquí. No se vuelve a mostrar.',
  list: 'Todos los webhooks',
  place: 'Atendido hasta la posición',
  waiting: 'Mensajes en espera',
  failed: 'Abandonados',
  made: 'Creado',
  state: 'Estado',
  active: 'avisa',
  ended: 'terminado',
  failures: 'Fallos',
  failuresOf: (url) => `Fallos: ${url}`,
  noFailures: 'Hasta ahora cada mensaje se ha entregado o espera su primer intento.',
  position: 'Posición',
  tries: 'Intentos',
  problem: 'Por qué falló el último',
  next: 'Próximo intento',
  givenUp: 'abandonado',
  again: 'Enviar de nuevo',
  againThis: (position) => `Enviar de nuevo el mensaje del evento ${position}`,
  againFailed: 'Enviar de nuevo todos los abandonados',
  againWhat: 'Se envía de inmediato y, si no se acepta, se vuelve a intentar durante tres días.',
  againAfter: 'Enviar de nuevo todo lo posterior a una posición',
  againAfterWhat:
    'Cada mensaje posterior a esta posición se envía otra vez, en su orden, también los que se entregaron; lo que llegue entretanto va después.',
  newSecret: 'Nuevo secreto',
  newSecretThis: (url) => `Nuevo secreto para ${url}`,
  newSecretWhat:
    'Los mensajes se firman con un secreto nuevo y, durante un día, también con el anterior, para que el sistema pueda cambiar.',
  end: 'Terminar',
  endThis: (url) => `Terminar el webhook de ${url}`,
  endWhat: 'No se envía nada más allí, y lo que espera se descarta. No se puede reanudar: cree otro.',
  problemWords: {
    'bad-webhook-address':
      'Una dirección de la Internet pública que empiece por «https://»; otra solo si quien administra este servidor permite su host.',
    '/kinds bad-value': 'Elija al menos uno.',
  },
};
