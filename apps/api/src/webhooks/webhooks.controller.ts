/** /v1/webhooks: who is to be told of changes, what failed, sending it again, and ending it. */
import { Controller, Get, Header, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import {
  usualKinds,
  webhookInput,
  webhookReplay,
  type ManifestInput,
  type WebhookAnswer,
  type WebhookFailures,
  type WebhookKind,
  type WebhookMade,
} from '@rapporteur/contract';
import type { Problem } from '@rapporteur/domain';
import { checkBody, HttpProblem, invalid } from '@rapporteur/http';
import { readProgress } from '@rapporteur/projections';
import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import { indicatorList, respondentList } from '../reading/parameters.js';
import { findFault } from './reachable.js';
import * as store from './store.js';
import type { CheckedReport } from './webhook.js';

/** The token that WebhookKeeping is injected by. */
export const WEBHOOKS = Symbol('webhooks');

export interface WebhookKeeping {
  readonly pool: pg.Pool;
  /** Hosts inside the network that may be reached. */
  readonly allowed: readonly string[];
  /** Tells whoever sends that there is something to do. */
  readonly wake: () => void;
}

@Controller('v1/webhooks')
export class WebhooksController {
  private readonly pool: pg.Pool;

  constructor(@Inject(WEBHOOKS) private readonly keeping: WebhookKeeping) {
    this.pool = keeping.pool;
  }

  @Get()
  @Header('cache-control', 'no-store')
  async list(): Promise<{ items: WebhookAnswer[] }> {
    return { items: await store.readWebhooks(this.pool) };
  }

  @Post()
  @Header('cache-control', 'no-store')
  async make(@Req() request: FastifyRequest): Promise<WebhookMade> {
    const { url, kinds, report = null, ...wished } = checkBody(webhookInput, request);
    const problems = findKindProblems(kinds, report !== null, wished);
    const fault = findFault(url, this.keeping.allowed);
    if (fault) problems.push({ pointer: '/url', code: 'bad-webhook-address', message: `It ${fault}` });
    const respondents = readCodes(respondentList, 'respondents', wished.respondents, problems);
    const indicators = readCodes(indicatorList, 'indicators', wished.indicators, problems);
    if (report) {
      const { findReportProblems } = await import('./compare-claims.js');
      problems.push(...(await findReportProblems(this.pool, report)));
    }
    if (problems.length > 0) throw invalid(problems);
    const wish = {
      url,
      collection: wished.collection ?? null,
      respondents,
      indicators,
      kinds: report ? (['check'] as const) : [...new Set(kinds ?? usualKinds)],
      report: report && toChecked(report),
    };
    const { position } = await readProgress(this.pool);
    const by = request.authority?.principal.id ?? 'owner';
    const { id, secret } = await store.makeWebhook(this.pool, wish, position, by);
    return { ...(await this.find(id)), secret };
  }

  @Get(':id/failures')
  @Header('cache-control', 'no-store')
  async failures(@Param('id') id: string): Promise<WebhookFailures> {
    await this.find(id);
    return store.readFailures(this.pool, id);
  }

  @Post(':id/replay')
  @HttpCode(200)
  async replay(@Param('id') id: string, @Req() request: FastifyRequest): Promise<WebhookAnswer> {
    const wanted = checkBody(webhookReplay, request);
    const webhook = await this.findActive(id);
    if ('after' in wanted) await store.replayAfter(this.pool, webhook, wanted.after);
    else if ('failed' in wanted) await store.replayMessages(this.pool, id);
    else if ((await store.replayMessages(this.pool, id, wanted.position)) === 0)
      throw noMessage(wanted.position);
    this.keeping.wake();
    return this.find(id);
  }

  @Post(':id/secret')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async rotate(@Param('id') id: string): Promise<WebhookMade> {
    await this.findActive(id);
    const secret = await store.rotateSecret(this.pool, id);
    if (secret === undefined) throw ended(id);
    return { ...(await this.find(id)), secret };
  }

  @Post(':id/end')
  @HttpCode(200)
  async end(@Param('id') id: string, @Req() request: FastifyRequest): Promise<WebhookAnswer> {
    await this.find(id);
    await store.endWebhook(this.pool, id, `Ended by ${request.authority?.principal.id ?? 'owner'}`);
    return this.find(id);
  }

  private async find(id: string): Promise<WebhookAnswer> {
    const [found] = await store.readWebhooks(this.pool, id);
    if (!found) throw unknown();
    return found;
  }

  private async findActive(id: string): Promise<WebhookAnswer> {
    const found = await this.find(id);
    if (found.ended) throw ended(id);
    return found;
  }
}

/** Codes by the lists that reads take; what is unknown is among the problems. */
function readCodes(
  list: typeof respondentList | typeof indicatorList,
  name: string,
  given: readonly string[] | undefined,
  problems: Problem[],
): string[] | null {
  if (given === undefined) return null;
  const { success, data, error } = list.safeParse(given.join(','));
  for (const { message } of error?.issues ?? [])
    problems.push({ pointer: `/${name}`, code: 'unknown-code', message });
  return success ? data : [];
}

/** What does not go together: a check has a report, and a report has a check and nothing that narrows. */
function findKindProblems(
  kinds: readonly WebhookKind[] | undefined,
  hasReport: boolean,
  narrows: Partial<Record<'collection' | 'respondents' | 'indicators', unknown>>,
): Problem[] {
  const problem = (name: string, message: string) => ({ pointer: `/${name}`, code: 'bad-value', message });
  if (!hasReport)
    return kinds?.includes('check')
      ? [problem('report', 'The kind check needs a report: the manifest that its build has written')]
      : [];
  const isOther = kinds && (kinds.length > 1 || kinds[0] !== 'check');
  const narrowing = (['collection', 'respondents', 'indicators'] as const).filter((name) => narrows[name]);
  return [
    ...(isOther
      ? [
          problem(
            'kinds',
            'A webhook with a report has the kind check alone; make another for the other kinds',
          ),
        ]
      : []),
    ...narrowing.map((name) =>
      problem(name, 'It is left out with a report: what the report says narrows already'),
    ),
  ];
}

/** Of a manifest that which is checked. */
const toChecked = ({ collection, round, language, claims }: ManifestInput): CheckedReport => ({
  ...{ collection, round, language },
  claims: claims.map(({ id, query, text }) => ({ id, query, text })),
});

const unknown = () =>
  new HttpProblem({
    status: 404,
    code: 'unknown-webhook',
    title: 'There is no such webhook',
    detail: 'GET /v1/webhooks lists them.',
  });

const ended = (id: string) =>
  new HttpProblem({
    status: 409,
    code: 'webhook-ended',
    title: `The webhook ${id} has ended`,
    detail: 'Make another: POST /v1/webhooks.',
  });

const noMessage = (position: number) =>
  new HttpProblem({
    status: 404,
    code: 'unknown-message',
    title: `No message of event ${position} waits or was given up`,
    detail: 'To have what was delivered sent again, give "after", a position before it.',
  });
