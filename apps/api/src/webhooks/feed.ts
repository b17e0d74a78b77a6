/** GET /v1/events/feed: the latest events that changed figures of a selection, as an Atom feed (RFC 4287). */
import type { Revision } from '@rapporteur/domain';
import { readLatest, type ReplyHead } from '@rapporteur/event-store';
import type { Language } from '@rapporteur/names';
import { attributesXml, declaration, element, escapeXml } from '@rapporteur/sdmx';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readEventChanges } from '../reading/event-changes.js';
import { nameIndicator, nameRespondent } from '../reading/names.js';
import {
  collectionList,
  commonQuery,
  indicatorList,
  respondentList,
  wholeNumber,
} from '../reading/parameters.js';
import { route } from '../reading/route.js';

const { asOf: _, format: __, ...common } = commonQuery;

/** How many events are looked at for the entries of a feed: not each changes what is asked for. */
const lookedAt = 100;
/** How many figures an entry names. */
const figuresNamed = 20;

export const feed = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/events/feed',
  summary: 'The latest events that changed figures of a selection, as an Atom feed',
  query: z.strictObject({
    respondent: respondentList.optional(),
    indicator: indicatorList.optional(),
    collection: collectionList.optional(),
    limit: wholeNumber(1, 50).default(20).describe('Entries at most (1 to 50)'),
    ...common,
  }),
  media: 'application/atom+xml',
  answer: z.string(),
  async read({ query, snapshot, language, position, address }) {
    const heads = await readLatest(snapshot.client, {
      upTo: position,
      collections: query.collection,
      respondents: query.respondent,
      limit: lookedAt,
    });
    const entries: Entry[] = [];
    for (const head of heads) {
      if (entries.length === query.limit) break;
      const { collection, respondent } = head;
      const { revisions } = await readEventChanges(snapshot, { collection, respondent }, head.position);
      const asked = revisions.filter(({ before, after }) => {
        const { code } = (after[0] ?? before[0])!;
        return !query.indicator || query.indicator.includes(code);
      });
      if (asked.length > 0) entries.push({ head, revisions: asked });
    }
    const { respondent, indicator, collection } = query;
    const of = { respondent, indicator, collection };
    const bytes = Buffer.from(toAtom(entries, { address, language, of }));
    return { body: {}, file: { bytes, media: 'application/atom+xml; charset=utf-8' } };
  },
});

interface Entry {
  readonly head: ReplyHead;
  readonly revisions: readonly Revision[];
}

interface About {
  readonly address: string;
  readonly language: Language;
  readonly of: Readonly<Record<string, readonly string[] | undefined>>;
}

/** In: the entries, the latest first; the address of the feed with its position, and its selection. Out: the feed. */
function toAtom(entries: readonly Entry[], { address, language, of }: About): string {
  const selection = Object.entries(of).flatMap(([name, codes]) =>
    codes ? [`${name}=${[...codes].sort().join(',')}`] : [],
  );
  const self = withoutPosition(address);
  const origin = /^https?:\/\/[^/]+/.exec(address)?.[0] ?? '';
  const text = (name: string, content: string) => element(name, {}, escapeXml(content));
  return [
    declaration,
    `<feed xmlns="http://www.w3.org/2005/Atom"${attributesXml({ 'xml:lang': language })}>`,
    text('id', `urn:uuid:${toUuid(`${origin} ${selection.join('&')}`)}`),
    text('title', ['Rapporteur', ...selection].join(' · ')),
    text('updated', entries[0]?.head.recordedAt ?? '1970-01-01T00:00:00Z'),
    element('author', {}, text('name', 'Rapporteur')),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    ...entries.map((entry) => toEntry(entry, origin, language, text)),
    '</feed>\n',
  ].join('\n');
}

function toEntry(
  { head, revisions }: Entry,
  origin: string,
  language: Language,
  text: (name: string, content: string) => string,
): string {
  const { id, position, collection, round, respondent, recordedAt } = head;
  const indicators = new Set(
    revisions.map(({ before, after }) => nameIndicator((after[0] ?? before[0])!.code, language).name),
  );
  const lines = revisions.slice(0, figuresNamed).map((revision) => showChange(revision, language));
  if (revisions.length > figuresNamed) lines.push(`… (${revisions.length})`);
  return element(
    'entry',
    {},
    [
      text('id', `urn:uuid:${id}`),
      text('title', `${nameRespondent(respondent, language).name}: ${[...indicators].join(', ')}`),
      text('updated', recordedAt),
      element('category', { term: `${collection}/${round}` }),
      element('link', {
        rel: 'alternate',
        type: 'application/json',
        href: `${origin}/v1/events/${position}/changes`,
      }),
      element('content', { type: 'text' }, escapeXml(lines.join('\n'))),
    ].join('\n'),
  );
}

/** `Persons prosecuted, 2007: 6 → 8`, with a dash where there was or is nothing. */
function showChange({ before, after }: Revision, language: Language): string {
  const { code, breakdown, period } = (after[0] ?? before[0])!;
  const said = (figures: Revision['before']) =>
    figures
      .map(({ value, qualifier }) =>
        qualifier === null || qualifier === 'exact'
          ? String(value)
          : [qualifier, value].filter(isSaid).join(' '),
      )
      .join(' | ') || '–';
  const part = breakdown === totalKey ? '' : `, ${breakdown}`;
  return `${nameIndicator(code, language).name}${part}, ${period}: ${said(before)} → ${said(after)}`;
}

const totalKey = '_T';
const isSaid = (part: unknown) => part !== null && part !== undefined;

/** The feed goes on: its own address has no position. */
function withoutPosition(address: string): string {
  const url = new URL(address, 'http://localhost');
  url.searchParams.delete('at');
  return address.startsWith('/') ? url.pathname + url.search : url.href;
}

/** A UUID that a name always has (RFC 9562, version 8). */
function toUuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
