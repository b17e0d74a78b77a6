// `npm start`: installs and builds what is missing, then starts Rapporteur in this process.
import { prepare } from './prepare.mjs';

try {
  await prepare('apps/rapporteur');
  await import('../apps/rapporteur/dist/main.js');
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
