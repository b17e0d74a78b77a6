/** The parts of an indicator's page that are not seen first: loaded together when one of them is opened. */
export { AboutIndicator } from './about-indicator.js';
export { Changes } from './changes.js';
export { Crossing } from './crossing.js';
export { StateMap } from './map/state-map.js';
export { Ranking } from './ranking.js';
export { WorldAndRegions } from './world-and-regions.js';
export { Together } from './together/together.js';
