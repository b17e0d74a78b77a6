/** /v1/keys: the keys that there are, issuing one, and revoking one. */
import { Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import {
  accessConfirmQuery,
  keyInput,
  reasonInput,
  type KeyAnswer,
  type KeyIssued,
} from '@rapporteur/contract';
import type { FastifyRequest } from 'fastify';
import { issueKey, revokeKey } from '../access-acts.js';
import { readKeys } from '../read-people.js';
import { act } from './acts-of.js';
import { ACCESS, type AccessOptions } from './options.js';
import { readInput } from './read-input.js';
import { readParameters } from './refuse.js';

@Controller('v1/keys')
export class KeysController {
  constructor(@Inject(ACCESS) private readonly access: AccessOptions) {}

  @Get()
  @Header('cache-control', 'no-store')
  async list() {
    return { items: await readKeys(this.access.pool) };
  }

  @Post()
  @Header('cache-control', 'no-store')
  issue(@Req() request: FastifyRequest): Promise<KeyIssued> {
    const { reason, ...wish } = readInput(keyInput, request);
    return act(this.access, request, async (acts) => {
      const { key, secret, principal, until } = await issueKey(acts, wish, { reason });
      return { key, secret, principal, until };
    });
  }

  @Post(':key/revocation')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  revoke(
    @Param('key') key: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<KeyAnswer> {
    const { confirm: confirmed } = readParameters(accessConfirmQuery, query);
    const { reason } = readInput(reasonInput, request);
    return act(this.access, request, async (acts) => {
      await revokeKey(acts, key, { reason, confirmed });
      return (await readKeys(acts.pool)).find((one) => one.key === key)!;
    });
  }
}
