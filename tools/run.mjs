// Installs and builds what is missing, then runs a command: `node tools/run.mjs verify`. `bench` and `chaos`
// are apps of their own; every other command is part of one program.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { prepare } from './prepare.mjs';

const [name] = process.argv.slice(2);
const isOfLaboratory = ['bench', 'chaos'].includes(name);
const app = isOfLaboratory ? `apps/${name}` : 'apps/rapporteur';

// From Node 22 on: what was compiled at the last start is read from a file (of the system's folder for temporary files).
module.enableCompileCache?.();

try {
  if (!existsSync(new URL(`../${app}`, import.meta.url)))
    throw new Error(`npm run ${name} is for development: this copy of Rapporteur comes without it.`);
  const write = process.stdout.write;
  // With these options standard output must hold only the result, so the messages of the build go to standard
  // error.
  const isResultAlone = process.argv.some((arg) => ['--json', '--csv'].includes(arg));
  if ((['import', 'report'].includes(name) && isResultAlone) || name === 'access')
    process.stdout.write = process.stderr.write.bind(process.stderr);
  await prepare(app);
  process.stdout.write = write;
  if (isOfLaboratory) process.argv.splice(2, 1);
  await import(`../${app}/dist/main.js`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(['start', 'import', 'kafka'].includes(name) ? 1 : 2);
}
