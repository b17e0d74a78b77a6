// Jest's global tear-down: stops the run's PostgreSQL and removes its data.
export default async function stopTestPostgres() {
  await globalThis.stopTestPostgres();
}
