/** The words of drafts on the workbench, in Spanish. */
import type { enDrafts } from '../en/drafts.js';

export const esDrafts: typeof enDrafts = {
  title: 'Segunda revisión',
  ask: 'Pedir una segunda revisión',
  whom: 'A quién (el nombre con el que se le conoce aquí; vacío: cualquiera que pueda codificar esta carta)',
  asked: (by, at) => `${by} pidió una segunda revisión, ${at}.`,
  askedOf: (by, whom, at) => `${by} pidió a ${whom} una segunda revisión, ${at}.`,
  own: 'Usted ha codificado este borrador: lo revisa otra persona.',
  remarks: 'Observaciones (puede quedar vacío)',
  looked: 'Lo he revisado',
  lookedBy: (by, at) => `${by} lo ha revisado, ${at}.`,
  said: 'Observaciones',
  changedSince: 'Desde entonces se ha cambiado algo: la revisión no vale para eso.',
  again: 'Pedirla de nuevo',
  unlooked: 'Enviarlo sin segunda revisión',
  waits: 'espera una segunda revisión',
  isCoding: (name) => `en codificación: ${name}`,
  codedBy: 'Codificado por',
  reviewedBy: 'Segunda revisión de',
  apart: 'Codificarla por separado',
  apartIntro:
    'Usted codifica esta carta en un borrador propio. Lo que otra persona codifica por separado se muestra cuando ambos han terminado.',
  isDone: (name) => `${name} ha terminado`,
  iAmDone: 'He terminado',
  compared: 'Dos codificaciones de esta carta',
  alpha: (alpha, n) => `alfa de Krippendorff ${alpha} (${n} unidades)`,
  alphaMeans:
    '1: coinciden en todo; 0: como por azar; por debajo de 0,8 pueden sacarse pocas conclusiones. Las unidades de las cifras son las celdas que codificó uno de los dos; las de las constataciones, todos los temas.',
  agreement: 'Acuerdo',
  onlyIn: (name) => `solo ${name}`,
  agree: 'coinciden',
  differ: (fields) => `difieren: ${fields}`,
  takeOf: (name) => `Tomar lo que codificó ${name}`,
};
