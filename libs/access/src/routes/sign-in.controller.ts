/** /v1/sign-in: to the identity provider and back, which begins a session. */
import { Controller, Get, Header, Inject, Query, Req, Res } from '@nestjs/common';
import { HttpProblem } from '@rapporteur/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { placeOf } from '../audit/audit-door.js';
import type { Audited } from '../audit/audit-entry.js';
import { toClaimed, toTrouble } from '../oidc/claimed.js';
import { toOwnPath } from '../oidc/own-path.js';
import { keepSignIn, takeSignIn, type PendingSignIn } from '../oidc/pending-sign-ins.js';
import { foreignReturn, noProvider, signInFailed, signInUnknown, tellCause } from '../oidc/problems.js';
import type { Provider } from '../oidc/provider.js';
import { recordClaims } from '../oidc/record-claims.js';
import { readSignInCookie, toSignInCookie } from '../oidc/sign-in-cookie.js';
import { isSecret, makeSecret } from '../sessions/secrets.js';
import { readSessionCookie, toSetCookie } from '../sessions/session-cookie.js';
import { startSession } from '../sessions/sessions.js';
import { ACCESS, type AccessOptions } from './options.js';

export const signInQuery = z.object({
  returnTo: z
    .string()
    .optional()
    .describe('The path of this server that is shown afterwards, such as /?page=round (/)'),
});
/** Written by the provider; more may stand there. */
export const callbackQuery = z.object({
  code: z.string().optional(),
  state: z.string().optional(),
  error: z.string().optional(),
});

@Controller('v1/sign-in')
export class SignInController {
  constructor(@Inject(ACCESS) private readonly access: AccessOptions) {}

  @Get()
  @Header('cache-control', 'no-store')
  async leave(
    @Query() { returnTo = '/' }: { returnTo?: unknown },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const provider = this.needProvider();
    const path = toOwnPath(returnTo);
    if (path === undefined) throw foreignReturn();
    const { address, state, ...rest } = await this.tell(provider.begin(this.comesBackTo(request)));
    const sent = readSignInCookie(request.headers) ?? '';
    // The same for several sign-ins of one browser: somebody may have more than one page open.
    const browser = isSecret(sent) ? sent : makeSecret();
    await keepSignIn(this.access.pool, { state, browser }, { ...rest, returnTo: path });
    lead(reply.header('set-cookie', toSignInCookie(browser)), address);
  }

  @Get('callback')
  @Header('cache-control', 'no-store')
  async comeBack(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const provider = this.needProvider();
    const cameBackBy = new URL(this.comesBackTo(request));
    cameBackBy.search = /\?[^#]*/.exec(request.url)?.[0] ?? '';
    const [state = '', ...more] = cameBackBy.searchParams.getAll('state');
    const browser = readSignInCookie(request.headers) ?? '';
    const isWhole = isSecret(state) && isSecret(browser) && more.length === 0;
    const pending = isWhole ? await takeSignIn(this.access.pool, { state, browser }) : undefined;
    if (!pending) throw signInUnknown();
    const principal = await this.tell(this.recognise(provider, cameBackBy, state, pending)).catch(
      (error: unknown) => {
        const because = error instanceof HttpProblem ? error.options.code : 'fault';
        this.note('sign-in-failed', request, undefined, because);
        throw error;
      },
    );
    const { pool, sessionIdleMinutes: idleMinutes } = this.access;
    const replaces = readSessionCookie(request.headers);
    const { secret } = await startSession(pool, principal, 'oidc', { idleMinutes, replaces });
    this.note('signed-in', request, principal, 'oidc');
    lead(reply.header('set-cookie', toSetCookie(secret)), pending.returnTo);
  }

  private note(what: Audited, request: FastifyRequest, principal: string | undefined, by: string): void {
    const detail = what === 'signed-in' ? { by } : { because: by };
    this.access.audit?.note({ what, principal, place: placeOf(request), address: request.ip, detail });
  }

  /** Out: who has signed in, by the name in the access log. */
  private async recognise(
    provider: Provider,
    cameBackBy: URL,
    state: string,
    pending: PendingSignIn,
  ): Promise<string> {
    const claims = await provider.finish(cameBackBy, state, pending);
    const found = toClaimed(provider.settings, claims, 'sign-in');
    if (!found) throw signInFailed('its subject can be no name');
    const { principal } = await recordClaims(this.access.pool, found.claimed);
    if (found.unclear.length > 0) this.access.onTrouble?.(toTrouble(principal.id, found.unclear));
    return principal.id;
  }

  /** What went wrong stands in the log, for whoever runs the server: others are told what to do only. */
  private async tell<T>(work: Promise<T>): Promise<T> {
    return work.catch((error: unknown) => {
      throw tellCause(error, this.access.onTrouble);
    });
  }

  private needProvider(): Provider {
    if (!this.access.provider) throw noProvider();
    return this.access.provider;
  }

  private comesBackTo({ headers }: FastifyRequest): string {
    return `${this.access.publicUrl ?? `http://${headers.host}`}/v1/sign-in/callback`;
  }
}

const lead = (reply: FastifyReply, address: string): void =>
  void reply.status(303).header('location', address).send();
