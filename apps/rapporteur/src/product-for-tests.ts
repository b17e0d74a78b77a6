/** The product as its users start it, for tests: a process of its own, which the test ends. */
import { startCommand } from '@rapporteur/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

export interface ProductInFolder extends Product {
  /** A folder that stop() removes: the data are in it, and whatever a test puts there. */
  readonly folder: string;
}

/** The product on an empty data folder of its own, with the round of 2008. In: more of its environment. Errors: as startProduct. */
export async function startInFolder(env: Readonly<Record<string, string>> = {}): Promise<ProductInFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-product-'));
  const { url, stop } = await startProduct({ ...env, DATA_DIR: join(folder, '.data') });
  return {
    url,
    folder,
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where `tools/sdmx-clients/install` puts programs of others that tests run. */
export const clientsFolder = process.env['SDMX_CLIENTS'] ?? join(root, '.cache/sdmx-clients');
/** Python with the readers of Parquet and OData that `tools/sdmx-clients/install frames` puts there. */
export const framesPython = join(clientsFolder, 'frames/bin/python');
