/** Commands that ask a running Rapporteur, or else one that is started for them. */
import { findRunning } from '../data-folder.js';
import { readKey } from './read-key.js';

interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly problems?: readonly { readonly pointer: string; readonly message: string }[];
}

/** A problem document as an error for people. */
export const toError = ({ title, detail, problems = [] }: Problem) =>
  new Error(
    [
      title ?? 'the server gave no reason',
      detail,
      ...problems.slice(0, 20).map(({ pointer, message }) => `${pointer}: ${message}`),
    ]
      .filter(Boolean)
      .join('\n'),
  );

/** Asks an address for JSON, with a body or without. Errors: the problem that it answers; it does not answer. */
export async function askJson<T>(server: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${server}${path}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(await readKey(process.env)),
    },
  }).catch((error: Error) => {
    throw new Error(`${server} does not answer: ${((error.cause as Error | undefined) ?? error).message}`);
  });
  if (!answer.ok) throw toError((await answer.json().catch(() => ({}))) as Problem);
  return (await answer.json()) as T;
}

/** Runs work with the address of a running server, or else of one that is started for this work only. */
export async function withServer<T>(
  { json }: { readonly json: boolean },
  work: (server: string) => Promise<T>,
): Promise<T> {
  const running =
    process.env['API_URL'] || (process.env['DATABASE_URL'] ? undefined : await findRunning(process.env));
  if (running) return work(running.replace(/\/+$/, ''));
  // Loaded only here, because an upload to a running server does not need it.
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
