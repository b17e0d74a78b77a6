// Jest's global tear-down: stops the run's PostgreSQL and removes its data, and the stores that tests have left.
import { removeLeftStores } from './remove-left-stores.mjs';

export default async function stopTestPostgres() {
  await globalThis.stopTestPostgres();
  removeLeftStores();
}
