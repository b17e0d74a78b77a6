// Installs and builds what is missing, then runs a command of the built app: `node tools/run.mjs verify`.
import { prepare } from './prepare.mjs';

try {
  const [name] = process.argv.splice(2, 1);
  await prepare();
  await import(`../apps/rapporteur/dist/cli/${name}.js`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
