/** /v1/session: who has signed in, signing in by a link, and signing out. */
import { Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { sessionBegun, signInInput, type SessionAnswer } from '@rapporteur/contract';
import type { Authority } from '@rapporteur/domain';
import { HttpProblem } from '@rapporteur/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { placeOf } from '../audit/audit-door.js';
import type { Audited } from '../audit/audit-entry.js';
import { LinkRefused, signInByLink } from '../sessions/links.js';
import { readSessionCookie, removedCookie, toSetCookie } from '../sessions/session-cookie.js';
import { endSession, findSession } from '../sessions/sessions.js';
import { ACCESS, type AccessOptions } from './options.js';
import { readInput } from './read-input.js';

@Controller('v1/session')
export class SessionController {
  constructor(@Inject(ACCESS) private readonly access: AccessOptions) {}

  @Get()
  @Header('cache-control', 'no-store')
  async show(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    // Anew, and not as the door remembers it: whoever has just signed out is told so.
    const identifying = this.access.door.identify(request).then((found) => found?.renew());
    const authority = await identifying.catch((error: unknown) => {
      // A wrong key is told; who only has an old cookie is just not signed in any more.
      const isOldCookie = error instanceof HttpProblem && error.status === 401;
      if (!isOldCookie || request.headers.authorization !== undefined) throw error;
      void reply.header('set-cookie', removedCookie);
      return undefined;
    });
    return authority ? toAnswer(authority) : { signedIn: false, ways: [...(this.access.ways ?? ['link'])] };
  }

  @Post()
  @Header('cache-control', 'no-store')
  async signIn(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const { pool, sessionIdleMinutes: idleMinutes } = this.access;
    const { link } = readInput(signInInput, request);
    const replaces = readSessionCookie(request.headers);
    const { secret } = await signInByLink(pool, link, { idleMinutes, replaces }).catch((error: unknown) => {
      throw error instanceof LinkRefused ? linkRefused(error) : error;
    });
    const begun = await findSession(pool, secret);
    this.note('signed-in', request, begun?.principal.id, { by: 'link' });
    void reply.header('set-cookie', toSetCookie(secret));
    return toAnswer(begun!);
  }

  @Post('end')
  @HttpCode(204)
  @Header('cache-control', 'no-store')
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const secret = readSessionCookie(request.headers);
    const whose = secret === undefined ? undefined : await endSession(this.access.pool, secret);
    if (whose !== undefined) this.note('signed-out', request, whose);
    void reply.header('set-cookie', removedCookie);
  }

  private note(what: Audited, request: FastifyRequest, principal: string | undefined, detail = {}): void {
    this.access.audit?.note({ what, principal, place: placeOf(request), address: request.ip, detail });
  }
}

/** Of a principal only what the contract names: not its keys. */
const toAnswer = ({ principal, signedInBy, until }: Pick<Authority, 'principal' | 'signedInBy' | 'until'>) =>
  sessionBegun.parse({ signedIn: true, principal, signedInBy, grants: principal.grants, until });

const titles: Readonly<Record<LinkRefused['because'], string>> = {
  unknown: 'There is no such link',
  used: 'This link was opened already, and signs nobody in again',
  ended: 'This link has ended',
};

const linkRefused = ({ because }: LinkRefused): HttpProblem =>
  new HttpProblem({
    status: 403,
    code: 'link-refused',
    title: titles[because],
    detail:
      'Ask whoever gave it to you for another. Whoever started this server gets one with each start (npm start); it works once, for ten minutes.',
    extra: { because },
  });
