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
};
