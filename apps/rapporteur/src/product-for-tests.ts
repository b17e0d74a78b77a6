/** The product as its users start it, for tests: a process of its own, which the test ends. */
import { startCommand } from '@rapporteur/testing';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Product {
  readonly url: string;
  /** Ends it in order, and waits for that. */
  stop(): Promise<void>;
}

/** In: its environment, such as DATABASE_URL or DATA_DIR. Out: the product, loaded and ready. Errors: it ended before. */
export async function startProduct(env: Readonly<Record<string, string>>): Promise<Product> {
  const { child, ended, waitFor } = startCommand(process.execPath, ['apps/rapporteur/dist/main.js'], {
    cwd: root,
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: '', PORT: '0', ...env },
  });
  const [, url = ''] = await waitFor(/Rapporteur is at (\S+)[^]*Ctrl-C stops it/);
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
