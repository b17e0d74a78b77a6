/** /v1/work-items: inconsistencies and open questions as one list of work that everybody shares. */
import { Controller, Get, Header, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { workItemInput, type WorkItem, type WorkItems } from '@rapporteur/contract';
import { may, toPointer, toRecorder } from '@rapporteur/domain';
import { authorityOf, checkBody, HttpProblem, invalid, needRight } from '@rapporteur/http';
import { withSnapshot } from '@rapporteur/projections';
import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import { workQuery } from './documents.js';
import { findKept, readWorkItems, sayOf } from './store.js';

/** The token that the pool is injected by. */
export const WORK_POOL = Symbol('work pool');

const targetOf = ({ round, respondent }: Pick<WorkItem, 'round' | 'respondent'>) => ({
  collection: round.slice(0, round.indexOf('/')),
  respondent,
});

@Controller('v1/work-items')
export class WorkController {
  constructor(@Inject(WORK_POOL) private readonly pool: pg.Pool) {}

  @Get()
  @Header('cache-control', 'no-store')
  async list(@Req() request: FastifyRequest): Promise<WorkItems> {
    const { grants } = authorityOf(request).principal;
    const { success, data: asked, error } = workQuery.safeParse(request.query);
    if (!success)
      throw invalid(
        error.issues.map(({ path, message }) => ({
          pointer: toPointer(path as string[]),
          code: 'bad-value',
          message,
        })),
      );
    return withSnapshot(this.pool, async (snapshot) => ({
      items: (await readWorkItems(snapshot)).filter(
        (item) =>
          may(grants, 'read-unreleased', targetOf(item)).allowed &&
          (asked.state === undefined || item.state === asked.state) &&
          (asked.owner === undefined || (item.owner ?? '') === asked.owner) &&
          (asked.respondent === undefined || item.respondent === asked.respondent) &&
          (asked.kind === undefined || item.kind === asked.kind),
      ),
      position: snapshot.position,
    }));
  }

  @Post(':key')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async say(@Param('key') key: string, @Req() request: FastifyRequest): Promise<WorkItem> {
    const authority = authorityOf(request);
    const said = checkBody(workItemInput, request);
    const kept = await withSnapshot(this.pool, (snapshot) => findKept(snapshot, key));
    if (!kept) throw unknown();
    const target = targetOf(kept);
    needRight(authority, 'settle-inconsistency', target);
    // Named as an event of the collection would name them: who may read the list need not learn who said it.
    const recorder = toRecorder(authority, 'settle-inconsistency', target, (code) => code)!;
    const isStored = await sayOf(this.pool, key, said, recorder, kept);
    const [item] = await withSnapshot(this.pool, (snapshot) => readWorkItems(snapshot, key));
    if (!isStored || !item) throw otherVersion(item);
    return item;
  }
}

const unknown = () =>
  new HttpProblem({
    status: 404,
    code: 'unknown-work-item',
    title: 'There is no such work item',
    detail: 'GET /v1/work-items lists them.',
  });

const otherVersion = (current: WorkItem | undefined) =>
  new HttpProblem({
    status: 409,
    code: 'work-item-changed',
    title: 'Somebody else has changed the work item since it was read',
    detail: 'Read "current", and send again with its version.',
    extra: { current },
  });
