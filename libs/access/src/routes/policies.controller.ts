/** /v1/policies: how the events of a collection name people. */
import { Controller, Get, Header, Inject, Post, Req } from '@nestjs/common';
import { policyInput } from '@rapporteur/contract';
import type { FastifyRequest } from 'fastify';
import { setPolicy } from '../access-acts.js';
import { readNamings } from '../access-log.js';
import { act } from './acts-of.js';
import { ACCESS, type AccessOptions } from './options.js';
import { readInput } from './read-input.js';

@Controller('v1/policies')
export class PoliciesController {
  constructor(@Inject(ACCESS) private readonly access: AccessOptions) {}

  @Get()
  @Header('cache-control', 'no-store')
  async list() {
    const namings = await readNamings(this.access.pool);
    return { items: Object.entries(namings).map(([collection, naming]) => ({ collection, naming })) };
  }

  @Post()
  @Header('cache-control', 'no-store')
  async set(@Req() request: FastifyRequest) {
    const { reason, ...policy } = readInput(policyInput, request);
    await act(this.access, request, (acts) => setPolicy(acts, policy, { reason }));
    return policy;
  }
}
