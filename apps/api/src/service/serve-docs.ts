/**
 * The documentation at /docs: Swagger UI, served by this process, for our OpenAPI document; each address can be
 * tried.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { readAsset, sendAsset, type Asset } from './assets.js';

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/**
 * Allows nothing from other hosts, and only the scripts of this page. `data:` pictures are allowed because
 * Swagger UI has its icons in its style sheet.
 */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Rapporteur: documentation</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
  </head>
  <body>
    <main id="docs">
      <noscript>This page needs scripts. <a href="/openapi.json">openapi.json</a> says the same (OpenAPI 3.1).</noscript>
    </main>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

/** Without a validator, since that would be a request to another host. */
const start = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null, defaultModelsExpandDepth: -1, tryItOutEnabled: true });
`;

const headers = { 'cache-control': 'no-cache', 'content-security-policy': policy };

const written = (type: string, text: string): Asset => ({ type, plain: Buffer.from(text) });

/** Compressed when it is first asked for: that takes a tenth of a second, and most processes are never asked. */
function readCompressed(name: string): () => Asset {
  let asset: Asset | undefined;
  return () => {
    const path = join(folder, name);
    return (asset ??= { ...readAsset(path), gzip: gzipSync(readFileSync(path)) });
  };
}

/** In: Fastify. Registers /docs and the three files that it loads. */
export function serveDocs(fastify: FastifyInstance): void {
  const assets: Record<string, () => Asset> = {
    '/docs': () => written('text/html; charset=utf-8', page),
    '/docs/start.js': () => written('text/javascript; charset=utf-8', start),
    '/docs/swagger-ui.css': readCompressed('swagger-ui.css'),
    '/docs/swagger-ui-bundle.js': readCompressed('swagger-ui-bundle.js'),
  };
  for (const [path, find] of Object.entries(assets))
    fastify.get(path, { config: { action: 'see-service' } }, (request, reply) =>
      sendAsset(find(), request, reply, headers),
    );
}
