// Installs and builds what is missing, then runs a command of the built app: `node tools/run.mjs verify`.
import { prepare } from './prepare.mjs';

/** Those that measure the product or try to break it are apps of their own. */
const laboratory = ['bench', 'chaos'];

try {
  const [name] = process.argv.splice(2, 1);
  await prepare();
  await import(
    laboratory.includes(name) ? `../apps/${name}/dist/main.js` : `../apps/rapporteur/dist/cli/${name}.js`
  );
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
