/** Which addresses can be read, and which of them were: for the test that runs the commands of the documents. */
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  /** Without its parameters, as it was sent. */
  readonly path: string;
  readonly status: number;
}

/**
 * Stands between programs and a server, passes everything on as it is, and notes what was asked for.
 * In: where the server is. Out: where to ask instead; the list that grows with each answer.
 */
export async function listenBetween(url: string) {
  const asked: Asked[] = [];
  const between = createServer((request, response) => {
    const { method = '', url: target = '', headers } = request;
    const { hostname, port } = new URL(url);
    const onward = ask({ hostname, port, method, path: target, headers }, (answer) => {
      const { statusCode: status = 0 } = answer;
      asked.push({ method, path: target.split('?')[0]!, status });
      response.writeHead(status, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', (error) => response.destroy(error));
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((done) => between.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(between.address() as AddressInfo).port}`,
    asked,
    close: () => {
      between.close();
      between.closeAllConnections();
    },
  };
}

/** What the server says that there is below an address which OpenAPI leaves open, as templates. */
const below: Readonly<Record<string, (url: string) => Promise<string[]>>> = {
  '/sdmx/v1/*': (url) => readSdmx(`${url}/sdmx/v1`),
  '/sdmx/v2/*': (url) => readSdmx(`${url}/sdmx/v2`),
  '/odata/v4/*': async (url) => {
    const { value } = (await (await fetch(`${url}/odata/v4`)).json()) as { value: { url: string }[] };
    return ['$metadata', ...value.map((set) => set.url), '{set}({key})', '{set}/$count'].map(
      (path) => `/odata/v4/${path}`,
    );
  },
};

/** The answer to an address where nothing is names those that there are. */
async function readSdmx(service: string): Promise<string[]> {
  const refusal = await (await fetch(`${service}/nothing`)).text();
  const [, list = ''] = /there is: ([a-z, ]+)/.exec(refusal) ?? [];
  return list.split(', ').map((resource) => `${new URL(service).pathname}/${resource}/*`);
}

/** In: where a server is. Out: the templates of all addresses that can be read, such as `/v1/trends` and `/v1/documents/{document}`. */
export async function findReads(url: string): Promise<string[]> {
  const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const reads = Object.keys(paths).filter((path) => 'get' in paths[path]!);
  const found = await Promise.all(
    reads.map((path) => (path.endsWith('*') ? below[path]?.(url) : [path]) ?? [path]),
  );
  return found.flat();
}

const parameter = /\\\{\w+\\\}/g;
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const toPattern = (template: string) =>
  new RegExp(
    `^${escape(template)
      .replace(parameter, '[^/]+')
      .replace(/\/\\\*$/, '(/.*)?')}$`,
  );
const parametersIn = (template: string) => template.match(/\{\w+\}|\*/g)?.length ?? 0;

/** In: templates; a path that was asked for. Out: the one template that it is of: of several, that with the fewest parameters. */
export function nameRead(templates: readonly string[], path: string): string | undefined {
  return templates
    .filter((template) => toPattern(template).test(path))
    .sort((a, b) => parametersIn(a) - parametersIn(b))[0];
}
