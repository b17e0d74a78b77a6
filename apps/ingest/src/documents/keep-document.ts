/** Keeps a received document and its text: the bytes first, then the event, then what can be read of it. */
import {
  extractInProcess,
  extractionVersion,
  findMediaType,
  keepFile,
  keepText,
  loadFile,
  readText,
  TooMuchToday,
  toScanLanguage,
  type Extracted,
  type Media,
  type ScanLanguage,
} from '@rapporteur/documents';
import {
  documentStream,
  findRound,
  readStreamEvents,
  roundStream,
  type DocumentEvent,
  type DocumentReceived,
  type RoleLimit,
} from '@rapporteur/domain';
import { HttpProblem } from '@rapporteur/http';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type pg from 'pg';
import type { RequestFacts } from '../commands/record-command.js';
import type { Recording } from '../commands/recording.js';
import type { Upload } from '../import/upload/receive-upload.js';
import { uploadPrefix } from '../import/table/upload-prefix.js';
import { forgetBytes } from './forget-bytes.js';
import { needUnremoved, recordDocumentEvents, type RecordedDocument } from './record-document-events.js';

/** What whoever sends a document says of it. */
export type DocumentSaid = Pick<DocumentReceived, 'collection' | 'round' | 'respondent' | 'receivedOn'> & {
  readonly name: string;
  /** In which pages that are pictures are read; found out when not given. */
  readonly language?: ScanLanguage | undefined;
};

export interface KeptDocument extends RecordedDocument {
  readonly received: DocumentReceived;
  readonly extracted: Extracted;
}

/** Errors: HttpProblem; those of pg and of the disk. Then nothing is said to have been received. */
export async function keepDocument(
  recording: Recording,
  said: DocumentSaid,
  { path, file: document, limit }: Pick<Upload, 'path' | 'file'> & { readonly limit: RoleLimit },
  facts: Pick<RequestFacts, 'authority' | 'meta'>,
): Promise<KeptDocument> {
  const { collection, round, respondent, receivedOn } = said;
  if (!findRound(await recording.read(roundStream(collection, round))))
    throw new HttpProblem({
      status: 404,
      code: 'unknown-round',
      title: `There is no round ${collection}/${round}`,
      detail: 'GET /v1/rounds lists the rounds.',
    });
  const media = await findMediaType(path);
  if (!media)
    throw new HttpProblem({
      status: 422,
      code: 'unknown-kind-of-document',
      title: 'The file is of no kind that is kept',
      detail:
        'PDF, DOCX, ODT, RTF, TXT (UTF-8 or UTF-16), HTML, EML, PNG, JPEG and TIFF are, told by their first bytes.',
    });
  const received: DocumentReceived = {
    ...{ collection, round, respondent, document, name: toName(said.name), media },
    ...{ bytes: (await stat(path)).size, receivedOn },
  };
  const before = await recording.read(documentStream(document));
  needUnremoved(document, readStreamEvents(before) as DocumentEvent[]);
  const sender = { principal: facts.authority.principal.id, day: limit.day };
  await withClient(recording.pool, (client) => keepFile(client, document, path, sender)).catch(refuseTooMuch);
  const recorded = await recordDocumentEvents(
    recording,
    {
      document,
      action: 'add-document',
      target: { collection, ...(respondent === null ? {} : { respondent }) },
      decide(events) {
        needUnremoved(document, events);
        const isSame = (one: DocumentReceived) =>
          one.collection === collection && one.round === round && one.respondent === respondent;
        const isThere = events.some(({ type, data }) => type === 'DocumentReceived' && isSame(data));
        return isThere ? [] : [{ type: 'DocumentReceived', data: received }];
      },
    },
    facts,
  ).catch(async (error: unknown) => {
    // Removed meanwhile: its bytes may not be kept.
    if (error instanceof HttpProblem && error.status === 410) await forgetBytes(recording.pool, document);
    throw error;
  });
  return {
    ...recorded,
    received,
    extracted: await textOf(recording.pool, document, media, { path, language: said.language }),
  };
}

function refuseTooMuch(error: unknown): never {
  if (!(error instanceof TooMuchToday)) throw error;
  const { limit, sent } = error;
  throw new HttpProblem({
    status: 429,
    code: 'too-many-bytes-today',
    title: `You may send ${limit} bytes of documents in 24 hours, and have sent ${sent}`,
    detail: 'Send it again tomorrow, or ask a desk officer to add it. Nothing of it was kept.',
    headers: { 'retry-after': '3600' },
  });
}

/** The name without folders and without what no name needs. */
const toName = (name: string): string =>
  basename(name.replaceAll('\\', '/').toWellFormed())
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 200)
    .toWellFormed() || 'document';

async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

/** What is known of a document whose text is read: its path, if it is on the disk already; its language, if it was told. */
interface Known {
  readonly path?: string;
  readonly language?: ScanLanguage | undefined;
}

/** The text of a kept document: as it is stored, or extracted now. */
export async function textOf(
  pool: pg.Pool,
  document: string,
  media: Media,
  { path, language }: Known = {},
): Promise<Extracted> {
  // A text of an earlier version is read anew; places in it keep counting in their own.
  const known = await readText(pool, document, undefined, extractionVersion);
  if (known) return known;
  if (path === undefined)
    return withLoaded(pool, document, (loaded) => textOf(pool, document, media, { path: loaded, language }));
  // What was told or found before holds for a scan that is read anew.
  const before = await readText(pool, document);
  const found = before && 'text' in before ? toScanLanguage(before.text.language) : undefined;
  const extracted = await extractInProcess({ path, kind: media, language: language ?? found });
  await keepText(pool, document, extracted);
  return extracted;
}

/** Puts the bytes of a kept document on the disk for some work on them. */
export async function withLoaded<T>(
  pool: pg.Pool,
  document: string,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), uploadPrefix));
  try {
    const path = join(folder, 'file');
    await withClient(pool, (client) => loadFile(client, document, path));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
