/** Files at addresses, of a real server: what is asked, what is refused, and that nothing stays behind. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nameOfFile, withFile } from './fetch-file.js';

const routes: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/data': ({ headers }, response) => response.end(`asked ${headers.accept}`),
  '/moved': (_, response) => response.writeHead(302, { location: '/data' }).end(),
  '/open': (_, response) => response.writeHead(302, { location: 'http://example.invalid/data' }).end(),
  '/page': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Welcome'),
  '/none': (_, response) => response.writeHead(404).end('<e><Text>No data for this key</Text></e>'),
  '/kind': (_, response) => response.writeHead(406).end(),
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': 3_000_000 }).write('x'.repeat(1_500_000));
    setTimeout(() => response.destroy(), 50);
  },
  '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/silent': (_, response) => void response.writeHead(200).write('a'),
};

let server: Server;
let site: string;
beforeAll(async () => {
  server = createServer((request, response) => routes[request.url!.split('?')[0]!]!(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const fetchAt = (address: string, silence?: number) =>
  withFile(address, { quiet: true, ...(silence ? { silence } : {}) }, async (path) => ({
    path,
    text: readFileSync(path, 'utf8'),
  }));

describe('a file at an address', () => {
  it('is asked for as SDMX-CSV first, read where it has moved to, and removed after the work', async () => {
    const { path, text } = await fetchAt(`${site}/moved`);
    expect(text).toMatch(
      /^asked application\/vnd\.sdmx\.data\+csv;version=2\.0\.0, .*structurespecificdata\+xml.*text\/csv/,
    );
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ['/none', 'answered 404 Not Found.\nIt said: No data for this key'],
    ['/kind', /406 Not Acceptable\. It has none of the kinds .*\?format=csv/],
    ['/page', 'is a page for people (text/html), not a file'],
    ['/cut', /broke off after [\d.]+ MB; nothing was imported. Run the same command again/],
    ['/round', /leads from one address to the next/],
    ['/open', /does not answer: http:\/\/example\.invalid\/data is not https/],
  ])('is refused where the server answers %s, with what to do', async (path, message) => {
    await expect(fetchAt(site + path)).rejects.toThrow(message);
  });

  it('is given up when nothing comes any more', async () => {
    await expect(fetchAt(`${site}/silent`, 200)).rejects.toThrow(
      /broke off after 0\.0 MB, because nothing came for/,
    );
  });

  it.each([
    ['http://example.invalid/data', 'is not https: what it answers may be changed on its way'],
    ['https://eva:secret@example.invalid/data', /name or password in it is not taken/],
    ['https://', 'is no address'],
    ['https://127.0.0.1:9443/data', /does not answer: .*ECONNREFUSED/],
    ['not-there.csv', /There is no file .*not-there\.csv/],
  ])('%s is refused before anything is read', async (address, message) => {
    await expect(fetchAt(address)).rejects.toThrow(message);
  });
});

it('is named by its address, without keys and as long as a name may be', () => {
  expect(nameOfFile('folder/counts.csv')).toBe('counts.csv');
  expect(nameOfFile('https://sdmx.example/data/A?format=csv&subscription-key=abc#x')).toBe(
    'https://sdmx.example/data/A?format=csv',
  );
  expect(nameOfFile(`https://sdmx.example/${'a'.repeat(300)}`)).toHaveLength(200);
});
