/** A provider of the tests' own, with a key of its own, that says whatever a test wants: for hostile tokens and answers. */
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What its token endpoint answers: a body with a status. */
export interface TokenAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface OwnProvider {
  readonly issuer: string;
  /** Its public key: as the text that somebody may take for a shared secret, and as it is published. */
  readonly publicPem: string;
  readonly publicJwk: JWK;
  /** How often its keys were fetched. */
  readonly fetched: { keys: number };
  /** In: the parameters of a request for tokens. */
  answer: (parameters: URLSearchParams) => Promise<TokenAnswer>;
  /** Signs these claims, of now on for five minutes; what stands in `claims` and `header` wins. */
  sign(claims: JWTPayload, header?: Record<string, unknown>, key?: CryptoKey | Uint8Array): Promise<string>;
  /** Answers no more, and again. */
  away(): Promise<void>;
  back(): Promise<void>;
}

export const clientId = 'rapporteur';
export const seconds = () => Math.floor(Date.now() / 1000);

export async function startOwnProvider(): Promise<OwnProvider> {
  const pair = await generateKeyPair('RS256', { extractable: true });
  const publicJwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const fetched = { keys: 0 };
  let server: Server;
  let port = 0;
  const provider: OwnProvider = {
    get issuer() {
      return `http://127.0.0.1:${port}/realms/own`;
    },
    publicPem: await exportSPKI(pair.publicKey),
    ...{ publicJwk, fetched },
    answer: () => Promise.reject(new Error('no answer was set')),
    sign(claims, header = {}, key = pair.privateKey) {
      const now = seconds();
      const usual = {
        iss: provider.issuer,
        aud: clientId,
        sub: 'u1',
        iat: now,
        exp: now + 300,
        typ: 'Bearer',
      };
      return new SignJWT({ ...usual, ...claims })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'k1', ...header })
        .sign(key);
    },
    async away() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
    back: () => listen(port),
  };
  const pages: Record<string, () => unknown> = {
    '/realms/own/.well-known/openid-configuration': () => ({
      issuer: provider.issuer,
      authorization_endpoint: `${provider.issuer}/authorize`,
      token_endpoint: `${provider.issuer}/token`,
      jwks_uri: `${provider.issuer}/keys`,
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      authorization_response_iss_parameter_supported: true,
    }),
    '/realms/own/keys': () => {
      fetched.keys += 1;
      return { keys: [publicJwk] };
    },
  };
  const listen = async (on: number) => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const page = pages[request.url!];
        const found = page
          ? Promise.resolve({ status: 200, body: page() })
          : provider.answer(new URLSearchParams(body));
        void found.then(
          ({ status, body: answer }) =>
            response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer)),
          () => response.writeHead(500).end(),
        );
      });
    });
    await new Promise<void>((done) => server.listen(on, '127.0.0.1', done));
    port = (server.address() as AddressInfo).port;
  };
  await listen(0);
  return provider;
}

/** A token without a signature, and a token with one of another's. */
export const toUnsigned = (token: string, header: object): string =>
  [Buffer.from(JSON.stringify(header)).toString('base64url'), token.split('.')[1], ''].join('.');
