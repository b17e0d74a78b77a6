// `npm run import`: installs and builds what is missing, then imports a publication.
import { prepare } from './prepare.mjs';

try {
  const write = process.stdout.write;
  // With --json standard output holds the counts and nothing else.
  if (process.argv.includes('--json')) process.stdout.write = process.stderr.write.bind(process.stderr);
  await prepare('apps/rapporteur');
  process.stdout.write = write;
  await import('../apps/rapporteur/dist/import-main.js');
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
