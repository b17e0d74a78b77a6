/** /v1/people: who there is, adding somebody, granting and withdrawing roles, inviting, and ending sessions. */
import { Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import {
  accessConfirmQuery,
  grantInput,
  personInput,
  reasonInput,
  type PersonAnswer,
} from '@rapporteur/contract';
import type { FastifyRequest } from 'fastify';
import { addPerson, endSessionsOf, grantRole, invite, withdrawRole, type Acts } from '../access-acts.js';
import { readPeople, readPerson } from '../read-people.js';
import { toLink } from '../sessions/links.js';
import { act } from './acts-of.js';
import { ACCESS, type AccessOptions } from './options.js';
import { readInput } from './read-input.js';
import { readParameters } from './refuse.js';

@Controller('v1/people')
export class PeopleController {
  constructor(@Inject(ACCESS) private readonly access: AccessOptions) {}

  @Get()
  @Header('cache-control', 'no-store')
  async list() {
    return { items: await readPeople(this.access.pool) };
  }

  @Post()
  @Header('cache-control', 'no-store')
  add(@Req() request: FastifyRequest): Promise<PersonAnswer> {
    const { reason, ...person } = readInput(personInput, request);
    return this.change(request, person.id, (acts) => addPerson(acts, person, { reason }));
  }

  @Post(':id/grants')
  @Header('cache-control', 'no-store')
  grant(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PersonAnswer> {
    const { role, scope, reason } = readInput(grantInput, request);
    return this.change(request, id, (acts) => grantRole(acts, id, role, scope, { reason }));
  }

  @Post(':id/grants/:number/withdrawal')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  withdraw(
    @Param('id') id: string,
    @Param('number') number: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<PersonAnswer> {
    const { confirm: confirmed } = readParameters(accessConfirmQuery, query);
    const { reason } = readInput(reasonInput, request);
    const grant = /^\d{1,15}$/.test(number) ? Number(number) : 0;
    return this.change(request, id, (acts) => withdrawRole(acts, id, grant, { reason, confirmed }));
  }

  @Post(':id/invitation')
  @Header('cache-control', 'no-store')
  async invite(@Param('id') id: string, @Req() request: FastifyRequest) {
    const { reason } = readInput(reasonInput, request);
    const { secret, until } = await act(this.access, request, (acts) => invite(acts, id, { reason }));
    // The gate has looked whether the host is ours.
    const origin = this.access.publicUrl ?? `http://${request.headers.host}`;
    return { link: toLink(origin, secret), until };
  }

  @Post(':id/sessions/end')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async endSessions(@Param('id') id: string, @Req() request: FastifyRequest) {
    const { reason } = readInput(reasonInput, request);
    return { ended: await act(this.access, request, (acts) => endSessionsOf(acts, id, { reason })) };
  }

  private async change(
    request: FastifyRequest,
    id: string,
    work: (acts: Acts) => Promise<unknown>,
  ): Promise<PersonAnswer> {
    return act(this.access, request, async (acts) => {
      await work(acts);
      return (await readPerson(acts.pool, id))!;
    });
  }
}
