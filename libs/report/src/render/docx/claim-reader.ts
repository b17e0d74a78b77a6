/** Follows the XML of a document and collects what stands in each claim: in its content control, or in its bookmark. */
import type { Attributes, Handlers } from '@rapporteur/office-file';
import type { ManifestClaim } from '../../document/manifest.js';
import { squeeze } from '../../document/plain-text.js';
import { readBookmark } from './bookmark-names.js';

/** A claim as the document has it now. */
export interface ReadClaim {
  readonly id: string;
  /**
   * Its text at each place where it stands, with white space as `plainText` and `tableText` have it; empty where it
   * is no longer there, more than one where it has been copied.
   */
  readonly texts: readonly string[];
}

/** A mark around the place that is being read, with the text in it so far. */
interface Mark {
  id: string | undefined;
  text: string;
  /** Set where the mark is on a caption: the table or chart that follows is meant. */
  whole: 'table' | 'chart' | 'either' | undefined;
  /** Word shows words of its own where a control was emptied. */
  isPlaceholder?: boolean;
  /** Something that is not read lies in it or around it: with no text left, it is not there. */
  hasUnread: boolean;
}

/** Text in these is not part of the document as it is read: deleted, moved away, or given a second time. */
const unread = new Set(['del', 'moveFrom', 'Fallback']);

export class ClaimReader {
  private readonly inControls = new Map<string, string[]>();
  private readonly inBookmarks = new Map<string, string[]>();
  private readonly known: ReadonlySet<string>;
  private readonly controls: Mark[] = [];
  private readonly bookmarks = new Map<string, Mark>();
  /** Claims that were read on a caption, until their table or chart follows. */
  private awaited: { readonly found: Map<string, string[]>; readonly mark: Mark }[] = [];
  private readonly tables: {
    readonly marks: ClaimReader['awaited'];
    readonly rows: string[][];
    text: string;
  }[] = [];
  private unreadDepth = 0;
  private isText = false;
  private isInstruction = false;

  constructor(private readonly manifest: readonly ManifestClaim[]) {
    this.known = new Set(manifest.map(({ id }) => id));
  }

  /** Out: what is to be told of the next part of the file. */
  begin(): Handlers {
    this.controls.length = 0;
    this.bookmarks.clear();
    this.awaited = [];
    this.tables.length = 0;
    this.unreadDepth = 0;
    return {
      open: (name, attributes) => this.open(name, attributes),
      close: (name) => this.close(name),
      text: (text) => {
        if (this.isText) this.add(text);
        if (this.isInstruction) this.instruct(text);
      },
    };
  }

  /** Out: every claim of the manifest; where its content controls are gone, what its bookmark holds. */
  claims(): ReadClaim[] {
    return this.manifest.map(({ id }) => ({
      id,
      texts: this.inControls.get(id) ?? this.inBookmarks.get(id) ?? [],
    }));
  }

  private marks(): Mark[] {
    return [...this.controls, ...this.bookmarks.values()];
  }

  private add(text: string): void {
    if (this.unreadDepth > 0) return;
    for (const mark of this.marks()) mark.text += text;
    const table = this.tables.at(-1);
    if (table) table.text += text;
  }

  private open(name: string, attributes: Attributes): void {
    if (unread.has(name)) {
      this.unreadDepth += 1;
      for (const mark of this.marks()) mark.hasUnread = true;
    }
    this.isText = name === 't';
    this.isInstruction = name === 'instrText';
    switch (name) {
      case 'sdt':
        this.controls.push(this.makeMark(undefined, undefined));
        break;
      case 'tag':
        this.nameControl(attributes['w:val'] ?? '');
        break;
      case 'showingPlcHdr':
        if (this.controls.length > 0) this.controls.at(-1)!.isPlaceholder = true;
        break;
      case 'bookmarkStart':
        this.startBookmark(attributes['w:id'] ?? '', attributes['w:name'] ?? '');
        break;
      case 'bookmarkEnd':
        this.endBookmark(attributes['w:id'] ?? '');
        break;
      case 'fldSimple':
        this.instruct(attributes['w:instr'] ?? '');
        break;
      case 'tbl':
        this.tables.push({ marks: this.take('table'), rows: [], text: '' });
        break;
      case 'tr':
        this.tables.at(-1)?.rows.push([]);
        break;
      case 'tc':
        if (this.tables.length > 0) this.tables.at(-1)!.text = '';
        break;
      case 'docPr':
        if (this.unreadDepth > 0) break;
        for (const { found, mark } of this.take('chart')) keep(found, mark.id!, attributes['descr'] ?? '');
        break;
      case 'tab':
      case 'br':
      case 'cr':
        this.add(' ');
    }
  }

  private close(name: string): void {
    if (unread.has(name)) this.unreadDepth -= 1;
    if (name === 't') this.isText = false;
    else if (name === 'instrText') this.isInstruction = false;
    else if (name === 'p') this.add(' ');
    else if (name === 'sdt') this.settle(this.inControls, this.controls.pop());
    else if (name === 'tc') {
      const table = this.tables.at(-1);
      table?.rows.at(-1)?.push(squeeze(table.text));
    } else if (name === 'tbl') this.endTable();
  }

  private nameControl(tag: string): void {
    const control = this.controls.at(-1);
    if (control && this.known.has(tag)) control.id = tag;
  }

  private startBookmark(id: string, name: string): void {
    const { index, whole } = readBookmark(name) ?? { index: -1 };
    const claim = this.manifest[index];
    if (claim) this.bookmarks.set(id, this.makeMark(claim.id, whole));
  }

  private makeMark(id: string | undefined, whole: Mark['whole']): Mark {
    return { id, text: '', whole, hasUnread: this.unreadDepth > 0 };
  }

  private endBookmark(id: string): void {
    const bookmark = this.bookmarks.get(id);
    this.bookmarks.delete(id);
    this.settle(this.inBookmarks, bookmark);
  }

  /** A count of tables or charts inside of a mark: it is a caption's. */
  private instruct(instruction: string): void {
    if (/^\s*SEQ\b/.test(instruction)) for (const mark of this.marks()) mark.whole ??= 'either';
  }

  private settle(found: Map<string, string[]>, mark: Mark | undefined): void {
    if (!mark?.id || (mark.hasUnread && squeeze(mark.text) === '')) return;
    // The bookmark around a control knows what follows the caption, when the count in it has been typed over.
    const around = this.marks().find(({ id }) => id === mark.id);
    if (mark.whole || around?.whole) this.await(found, { ...mark, whole: around?.whole ?? mark.whole });
    else keep(found, mark.id, mark.isPlaceholder ? '' : mark.text);
  }

  /**
   * Notes a claim on a caption. Where a claim of an earlier caption still waits, its table or chart is missing.
   */
  private await(found: Map<string, string[]>, mark: Mark): void {
    this.awaited = [...this.awaited.filter((other) => other.mark.id === mark.id), { found, mark }];
  }

  private take(kind: 'table' | 'chart'): ClaimReader['awaited'] {
    const [taken, left] = [this.awaited, []];
    this.awaited = left;
    return taken.filter(({ mark }) => mark.whole === kind || mark.whole === 'either');
  }

  private endTable(): void {
    const { marks, rows } = this.tables.pop()!;
    for (const { found, mark } of marks)
      keep(found, mark.id!, rows.map((cells) => cells.join('\t')).join('\n'), true);
  }
}

/** Adds a text at which a claim stands. A table's white space is its form and stays. */
function keep(found: Map<string, string[]>, id: string, text: string, isTable = false): void {
  found.set(id, [...(found.get(id) ?? []), isTable ? text : squeeze(text)]);
}
