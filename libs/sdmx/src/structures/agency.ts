/** Who keeps the structures, and in which version they are. */
import type { ItemScheme } from '../model.js';

export const agency = 'RAPPORTEUR';

/** Raised when a structure changes so that a client could notice; codes that are added do not count. */
export const structureVersion = '1.0.0';

export const agencyScheme: ItemScheme = {
  kind: 'agencyscheme',
  agency: 'SDMX',
  id: 'AGENCIES',
  version: '1.0',
  names: { en: 'Agencies' },
  isPartial: true,
  items: [{ id: agency, names: { en: 'Rapporteur' } }],
};
