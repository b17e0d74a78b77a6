// Installs and builds what is missing, then runs a command of the built app: `node tools/run.mjs verify`.
import { existsSync } from 'node:fs';
import { prepare } from './prepare.mjs';

/** Those that measure the product or try to break it are apps of their own. */
const laboratory = ['bench', 'chaos'];

try {
  const [name] = process.argv.splice(2, 1);
  const app = laboratory.includes(name) ? `apps/${name}` : 'apps/rapporteur';
  if (!existsSync(new URL(`../${app}`, import.meta.url)))
    throw new Error(`npm run ${name} is for development: this copy of Rapporteur comes without it.`);
  await prepare(app);
  await import(`../${app}/dist/${app === 'apps/rapporteur' ? `cli/${name}` : 'main'}.js`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
