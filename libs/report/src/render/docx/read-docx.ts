/** Reads a .docx back after it has been edited: the manifest inside of it, and what each claim says now. */
import { openOfficeFile, UnreadableOfficeFile, type OfficeFile } from '@rapporteur/office-file';
import { manifestSchema } from '../../document/manifest-schema.js';
import type { Manifest } from '../../document/manifest.js';
import { ClaimReader, type ReadClaim } from './claim-reader.js';
import { manifestNamespace } from './manifest-part.js';

export type { ReadClaim };

export interface ReadReport {
  /** As it stands in the file; whether it says what is true is what a check finds out. */
  readonly manifest: Manifest;
  /** In the order of the manifest. */
  readonly claims: readonly ReadClaim[];
}

/** Why a file is no report that can be checked: `code` for programs, the message for people. */
export class UnreadableReport extends Error {
  override name = 'UnreadableReport';
  constructor(
    readonly code: 'not-a-docx' | 'no-manifest' | 'truncated' | 'too-large',
    message: string,
  ) {
    super(message);
  }
}

/** In: a file's path or its bytes. Out: manifest and claims. Errors: UnreadableReport. */
export async function readDocx(source: string | Buffer): Promise<ReadReport> {
  const file = await openOfficeFile(source).catch(toUnreadable);
  try {
    if (!file.has('word/document.xml'))
      throw new UnreadableReport(
        'not-a-docx',
        'The file is a ZIP but no .docx: it has no word/document.xml.',
      );
    const manifest = await readManifest(file);
    const reader = new ClaimReader(manifest.claims);
    for (const part of ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'])
      await file.readPart(part, reader.begin());
    return { manifest, claims: reader.claims() };
  } catch (error) {
    return toUnreadable(error);
  } finally {
    file.close();
  }
}

function toUnreadable(error: unknown): never {
  if (error instanceof UnreadableOfficeFile)
    throw new UnreadableReport(error.code === 'not-a-zip' ? 'not-a-docx' : error.code, error.message);
  throw error;
}

/** Programs number the custom parts anew when they save, so each is looked into. */
async function readManifest(file: OfficeFile): Promise<Manifest> {
  for (let number = 1; file.has(`customXml/item${number}.xml`); number += 1) {
    let isOurs = false;
    let text = '';
    await file.readPart(`customXml/item${number}.xml`, {
      open: (name, { xmlns }) => {
        isOurs ||= name === 'manifest' && xmlns === manifestNamespace;
      },
      text: (part) => {
        if (isOurs) text += part;
      },
    });
    if (isOurs) return parse(text);
  }
  throw new UnreadableReport(
    'no-manifest',
    'The file has no manifest inside: it was not built by Rapporteur, or a program that edited it has dropped the manifest.',
  );
}

function parse(text: string): Manifest {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    manifest = undefined;
  }
  const parsed = manifestSchema.safeParse(manifest);
  if (parsed.success) return parsed.data;
  throw new UnreadableReport(
    'no-manifest',
    'The manifest inside the file is damaged, or of a later version of Rapporteur.',
  );
}
