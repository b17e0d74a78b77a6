/** The data of an event as they are shown: stored for ever, but the words of a document that was removed are left out. */
import { findRemoval, type Snapshot } from '@rapporteur/projections';

type Data = Readonly<Record<string, unknown>>;

/**
 * In: the type and the data of a stored event, of any version. Out: the data without the name and the words of a document
 * that was removed, whenever that was, and then also why. Errors: those of pg.
 */
export async function hideRemoved(
  snapshot: Snapshot,
  type: string,
  data: Data,
): Promise<{ data: Data; hidden?: { reason: 'document-removed'; event: number } }> {
  const { document } = data;
  const hasWords = type === 'EvidenceAttached' || type === 'DocumentReceived';
  if (!hasWords || typeof document !== 'string') return { data };
  const event = await findRemoval(snapshot, document);
  if (event === undefined) return { data };
  return { data: withoutWords(data) as Data, hidden: { reason: 'document-removed', event } };
}

/** Members that hold words of the document, or the name of its file, wherever they stand. */
const words = new Set(['name', 'quote', 'prefix', 'suffix']);

function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, words.has(name) ? null : withoutWords(one)]),
  );
}
