/** Builds a report: the text of a file with its claims answered from the facts of one vintage. Pure. */
import type {
  BlockContent,
  DefinitionContent,
  FootnoteDefinition,
  Heading,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { answerClaim } from '../claims/answer-claim.js';
import type { Context } from '../claims/claim-kind.js';
import type { Block, Inline, List, Paragraph, Report } from '../document/document.js';
import { writeDay, writeNumber } from '../document/house-style.js';
import { toHeadingLabel } from '../document/heading-label.js';
import type { ReportLanguage } from '../document/language.js';
import type { ManifestClaim } from '../document/manifest.js';
import type { FileClaim, ReportFile } from './report-file.js';

/**
 * In: a file that parseReport read; facts and language that fit its head. Out: document and manifest.
 * Claims that cannot be answered stand in the document as such; the manifest has their reasons.
 */
export function buildReport(file: ReportFile, context: Context): Report {
  const builder = new Builder(file, context);
  const blocks = builder.blocks();
  const { facts, language } = context;
  const { asOf, at } = facts.vintage;
  return {
    document: {
      language: language.code,
      direction: language.direction,
      labels: language.labels,
      masthead: {
        ...file.front.masthead,
        draft: language.say('masthead.draft', {
          asOf: writeDay(asOf, language),
          position: writeNumber(at, language),
        }),
      },
      blocks: facts.degraded > 0 ? [toDegradedNote(language), ...blocks] : blocks,
    },
    manifest: {
      format: 'rapporteur-manifest',
      version: 1,
      collection: facts.round.particulars.collection,
      round: facts.round.particulars.round,
      language: language.code,
      vintage: { asOf, at },
      ...(facts.degraded > 0 ? { degraded: facts.degraded } : {}),
      claims: builder.entries,
    },
  };
}

/**
 * Stands before everything else: a reader who quotes from the document must know that something may be missing.
 */
const toDegradedNote = (language: ReportLanguage): Block => ({
  kind: 'editor-note',
  blocks: [{ kind: 'paragraph', inlines: [{ kind: 'text', text: language.say('note.degraded') }] }],
});

const levelOf = ({ depth }: Heading) => Math.min(depth, 3) as 1 | 2 | 3;

class Builder {
  readonly entries: ManifestClaim[] = [];
  readonly #definitions: ReadonlyMap<string, FootnoteDefinition>;
  #paragraphs = 0;
  #footnotes = 0;
  #tables = 0;
  #charts = 0;
  readonly #headings: [number, number, number] = [0, 0, 0];

  constructor(
    private readonly file: ReportFile,
    private readonly context: Context,
  ) {
    this.#definitions = new Map(
      file.root.children.flatMap((node) =>
        node.type === 'footnoteDefinition' ? [[node.identifier, node] as const] : [],
      ),
    );
  }

  blocks(): Block[] {
    return this.file.root.children.flatMap((node) => this.#toBlocks(node));
  }

  #toBlocks(node: RootContent): Block[] {
    switch (node.type) {
      case 'heading': {
        const level = levelOf(node);
        this.#headings[level - 1]!++;
        this.#headings.fill(0, level);
        const label = toHeadingLabel(this.#headings[level - 1]!, this.context.language.headings[level - 1]!);
        return [{ kind: 'heading', level, label, inlines: this.#inlines(node.children) }];
      }
      case 'paragraph':
        return [{ kind: 'paragraph', number: ++this.#paragraphs, inlines: this.#inlines(node.children) }];
      case 'list':
        return [this.#toList(node)];
      case 'leafDirective':
        return [this.#toClaimBlock(this.#claimOf(node))];
      case 'containerDirective':
        return this.#toContainer(node.name, node.children);
      default:
        return [];
    }
  }

  #toList(node: Extract<RootContent, { type: 'list' }>): List {
    return {
      kind: 'list',
      style: node.ordered ? 'letters' : 'bullets',
      items: node.children.map((item) =>
        item.children.flatMap((child, index): Inline[] => {
          if (child.type !== 'paragraph') return [];
          const own = this.#inlines(child.children);
          return index === 0 ? own : [{ kind: 'text', text: ' ' }, ...own];
        }),
      ),
    };
  }

  #toContainer(name: string, children: readonly (BlockContent | DefinitionContent)[]): Block[] {
    if (name === 'unnumbered')
      return children.flatMap((child): Block[] => {
        if (child.type === 'heading')
          return [{ kind: 'heading', level: levelOf(child), inlines: this.#inlines(child.children) }];
        if (child.type === 'paragraph')
          return [{ kind: 'paragraph', inlines: this.#inlines(child.children) }];
        return child.type === 'list' ? [this.#toList(child)] : [];
      });
    const plain = children.flatMap((child): (Paragraph | List)[] => {
      if (child.type === 'paragraph') return [{ kind: 'paragraph', inlines: this.#inlines(child.children) }];
      return child.type === 'list' ? [this.#toList(child)] : [];
    });
    if (name === 'editor-note') return [{ kind: 'editor-note', blocks: plain }];
    return plain.flatMap((block): Block[] =>
      block.kind === 'paragraph' ? [{ kind: 'open-place', inlines: block.inlines }] : [block],
    );
  }

  #claimOf(node: { readonly position?: { readonly start: { readonly offset?: number } } }): FileClaim {
    return this.file.claims.get(node.position!.start.offset!)!;
  }

  #toClaimBlock(claim: FileClaim): Block {
    const { entry, answer } = answerClaim(claim, this.context);
    this.entries.push(entry);
    if (!('block' in answer)) throw new Error(`${claim.query.kind} is no block`);
    const mark = { claimId: claim.id, status: answer.status };
    return answer.block.kind === 'table'
      ? { ...answer.block, number: ++this.#tables, claim: mark }
      : { ...answer.block, number: ++this.#charts, claim: mark };
  }

  #inlines(nodes: readonly PhrasingContent[]): Inline[] {
    return nodes.flatMap((node) => this.#toInlines(node));
  }

  #toInlines(node: PhrasingContent): Inline[] {
    switch (node.type) {
      case 'text':
        return [{ kind: 'text', text: node.value.replace(/\n/g, this.context.language.say('join.lines')) }];
      case 'emphasis':
      case 'strong':
        return [{ kind: 'emphasis', strength: node.type, inlines: this.#inlines(node.children) }];
      case 'link':
        return [{ kind: 'link', href: node.url, inlines: this.#inlines(node.children) }];
      case 'break':
        return [{ kind: 'text', text: ' ' }];
      case 'footnoteReference': {
        const number = ++this.#footnotes;
        const [paragraph] = this.#definitions.get(node.identifier)?.children ?? [];
        const inlines = paragraph?.type === 'paragraph' ? this.#inlines(paragraph.children) : [];
        return [{ kind: 'footnote', number, inlines }];
      }
      case 'textDirective':
        return this.#toClaim(node);
      default:
        return [];
    }
  }

  #toClaim(node: Extract<PhrasingContent, { type: 'textDirective' }>): Inline[] {
    const claim = this.#claimOf(node);
    // A colon with a word behind it that is no claim is text.
    if (!claim) {
      const { start, end } = node.position!;
      return [{ kind: 'text', text: this.file.source.slice(start.offset, end.offset) }];
    }
    const { entry, answer } = answerClaim(claim, this.context);
    this.entries.push(entry);
    if (!('inlines' in answer)) throw new Error(`${claim.query.kind} is no text`);
    return [{ kind: 'claim', claimId: claim.id, status: answer.status, inlines: answer.inlines }];
  }
}
