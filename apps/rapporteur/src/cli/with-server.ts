/** The Rapporteur that a command of imports speaks to, and what it says when it refuses. */
import { findRunning } from '../data-folder.js';

/** Runs work with the address of a running server, or else of one that is started for this work only. */
export async function withServer<T>(
  { json }: { readonly json: boolean },
  work: (server: string) => Promise<T>,
): Promise<T> {
  const running =
    process.env['API_URL'] || (process.env['DATABASE_URL'] ? undefined : await findRunning(process.env));
  if (running) return work(running.replace(/\/+$/, ''));
  // Loaded only here, because a command that finds a running server does not need it.
  const { startRapporteur } = await import('../start-rapporteur.js');
  const rapporteur = await startRapporteur({ ...process.env, HOST: '127.0.0.1', PORT: '0' }, (step) => {
    if (!json) process.stdout.write(`${step}\n`);
  });
  try {
    return await work(rapporteur.url);
  } finally {
    await rapporteur.close();
  }
}

/** In: a problem document. */
export const toError = ({ title, detail }: { title?: string; detail?: string }): Error =>
  new Error([title ?? 'the server gave no reason', detail].filter(Boolean).join('\n'));
