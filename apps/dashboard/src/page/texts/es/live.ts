/** The words about events that arrive, and about a lost connection, in Spanish. */
import { countedIn } from '../counted.js';
import type { enLive } from '../en/live.js';

const counted = countedIn('es');

export const esLive: typeof enLive = {
  news: 'Novedades',
  clearNews: 'Borrar',
  showNow: 'Mostrar lo que se sabe hoy',
  position: (position) => `posición ${position}`,
  newsInPast: (n, when) =>
    `${counted(n, { one: 'Ha llegado un evento', other: 'Han llegado # eventos' })}. Lo que se muestra sigue como estaba (${when}).`,
  manyArrived: (n) =>
    `${counted(n, { one: 'Ha llegado un evento', other: 'Han llegado # eventos juntos' })}; lo que se muestra ya los incluye.`,
  arrived(type, who) {
    switch (type) {
      case 'RoundOpened':
        return `Se abrió la ronda ${who}.`;
      case 'ReplyCorrected':
        return `Corrección de ${who}:`;
      case 'ReplyReplaced':
        return `${who} sustituyó su respuesta:`;
      case 'ReplyWithdrawn':
        return `${who} retiró su respuesta:`;
      case 'ChangeUndone':
        return `Se deshizo una importación de ${who}:`;
      case 'WordDecided':
        return `Se decidió qué significa una palabra de los archivos de ${who}.`;
      case 'DocumentReceived':
        return `Se recibió un documento de ${who}.`;
      case 'EvidenceAttached':
        return `Las cifras de ${who} llevan ahora a sus palabras en un documento.`;
      case 'DocumentRemoved':
        return 'Un documento se retiró de la consulta.';
      default:
        return `${who} respondió:`;
    }
  },
  moreFigures: (n) => counted(n, { one: 'una cifra más', other: '# cifras más' }),
  findingsChanged: (n) => counted(n, { one: 'una conclusión', other: '# conclusiones' }),
  changedNothing: 'no cambia ninguna cifra de los cuadros',
  receivedThen: (day) => `recibido el ${day}`,
  badParameters: (list: string) => `Estos valores de la dirección no pueden utilizarse: ${list}.`,
  limits: {
    'unknown-round': 'No existe esa ronda.',
    'unknown-event': 'No hay ningún evento en esta posición.',
    'unknown-observation': 'No existe esa cifra.',
    'unknown-document': 'No existe ese documento.',
    'position-not-reached': 'Las tablas aún no han llegado a esta posición.',
    'too-many-requests':
      'Ha hecho demasiadas solicitudes en este minuto. Espere un minuto y repítalo: no se pierde nada.',
    'too-many-sign-ins':
      'Han fallado demasiados inicios de sesión desde su dirección. Espere un minuto y vuelva a intentarlo.',
  },
  unread: (what) =>
    `La dirección contiene ${what}, que esta página no conoce: lo que se muestra no lo tiene en cuenta. Compruebe cómo está escrito.`,
  noLiveYet: 'No se puede escuchar al servidor. La página vuelve a intentarlo por sí sola.',
  liveLost: (position) =>
    `Se ha perdido la conexión con el servidor: lo que se muestra era exacto en la ${position}. Compruebe que está en marcha (npm start); la página continúa por sí sola y no pierde nada.`,
  degraded: (n) =>
    `${counted(n, { one: 'Un evento no se pudo aplicar', other: '# eventos no se pudieron aplicar' })} a los cuadros, por lo que pueden faltar cifras. Quien administra el servidor ve cuáles con: npm run dead-letters list.`,
};
