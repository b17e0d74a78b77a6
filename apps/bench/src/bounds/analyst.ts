/** A script of an analyst (tools/analysts), which loads its data once and then does its work as often as it is asked. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
/** The Python that has the packages of an analyst. */
export const python = join(
  process.env['SDMX_CLIENTS'] ?? join(root, '.cache/sdmx-clients'),
  'analysts/bin/python',
);

export interface Analyst {
  /** Does the work once. Out: what it found. Errors: it ended; the message has what it wrote. */
  work(): Promise<unknown>;
  close(): void;
}

/** Which of the programs are missing, each with what puts it here. */
export function findMissingPrograms(): string[] {
  const hasR = spawnSync('Rscript', ['--version']).status === 0;
  return [
    ...(existsSync(python) ? [] : ['pandas and DuckDB (tools/sdmx-clients/install analysts)']),
    ...(hasR ? [] : ['R (the Debian package r-base-core)']),
  ];
}

/** Starts a script, and waits until it has loaded its data. In: its file, and the file of its data. Errors: it ended. */
export async function startAnalyst(script: string, data: string): Promise<Analyst> {
  // Settings for processors that an old numpy does not know would slow the one that is used.
  const { OPENBLAS_CORETYPE: _type, OPENBLAS_L2_SIZE: _size, ...env } = process.env;
  const command = script.endsWith('.R') ? 'Rscript' : python;
  const child = spawn(command, [join(root, 'tools/analysts', script), data], { env });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${script} ended:\n${errors.slice(-2000)}`);
    return value as string;
  };
  await read();
  return {
    async work() {
      if (!child.stdin.write('\n')) await once(child.stdin, 'drain');
      return JSON.parse(await read()) as unknown;
    },
    close: () => void child.stdin.end(),
  };
}
