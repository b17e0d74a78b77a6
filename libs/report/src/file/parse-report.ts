/** Reads a report file: Markdown with claims as directives, footnotes and a YAML head; every problem is told at once. */
import { createHash } from 'node:crypto';
import { suggestCodes } from '@rapporteur/domain';
import { directiveFromMarkdown, type Directives } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import type { Node, Nodes } from 'mdast';
import { directive } from 'micromark-extension-directive';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { claimKinds, findClaimKind } from '../claims/claim-kinds.js';
import type { ClaimKind } from '../claims/claim-kind.js';
import { findFootnoteProblems } from './find-footnote-problems.js';
import { readFrontMatter } from './front-matter.js';
import type { ClaimQuery } from '../document/manifest.js';
import {
  placeOf,
  type FileClaim,
  type FileProblem,
  type ReportFile,
  type ReportReading,
} from './report-file.js';

/** The containers of a report file; what they hold is no numbered paragraph. */
export const containers = ['editor-note', 'open-place', 'unnumbered'] as const;

const isContainer = (name: string) => (containers as readonly string[]).includes(name);

/** What Markdown has and a report has no place for. */
const unwanted: Readonly<Record<string, string>> = {
  blockquote: 'a quotation',
  code: 'a block of code',
  image: 'a picture',
  thematicBreak: 'a line across',
  table: 'a table',
  inlineCode: 'code',
};

/**
 * Reads a report file.
 * In: its text. Out: the file with its claims, or every problem of it with line and column.
 */
export function parseReport(source: string): ReportReading {
  const root = fromMarkdown(source, {
    extensions: [frontmatter(), directive(), gfmFootnote()],
    mdastExtensions: [frontmatterFromMarkdown(), directiveFromMarkdown(), gfmFootnoteFromMarkdown()],
  });
  const problems: FileProblem[] = [];
  const [head] = root.children;
  const front =
    head?.type === 'yaml'
      ? readFrontMatter(head.value, head.position?.start.line ?? 1)
      : [
          {
            line: 1,
            column: 1,
            code: 'no-head',
            message: 'The file has no head',
            expected: 'YAML between two lines of ---',
          },
        ];
  if (Array.isArray(front)) problems.push(...front);
  const claims = new Map<number, FileClaim>();
  const reader = new Reader(claims, problems);
  reader.visit(root, []);
  problems.push(...findFootnoteProblems(root));
  if (problems.length > 0 || Array.isArray(front))
    return { ok: false, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
  const file: ReportFile = { front, root, claims, source };
  return { ok: true, file };
}

/** Goes through the tree once: gathers claims and problems. */
class Reader {
  readonly #ids = new Set<string>();

  constructor(
    private readonly claims: Map<number, FileClaim>,
    private readonly problems: FileProblem[],
  ) {}

  visit(node: Nodes, around: readonly Nodes[]): void {
    this.#check(node, around);
    if ('children' in node) for (const child of node.children) this.visit(child, [...around, node]);
  }

  #report(node: Node, code: string, message: string, expected?: string): void {
    this.problems.push({ ...placeOf(node), code, message, ...(expected ? { expected } : {}) });
  }

  #check(node: Nodes, around: readonly Nodes[]): void {
    const name = unwanted[node.type];
    if (name) this.#report(node, 'unwanted', `A report has no place for ${name}`);
    if (node.type === 'html' && !/^\s*<!--[\s\S]*-->\s*$/.test(node.value))
      this.#report(
        node,
        'unwanted',
        'A report has no place for HTML',
        'a comment <!-- … --> is left out, and may stay',
      );
    if (node.type === 'heading' && node.depth > 3)
      this.#report(node, 'deep-heading', 'A heading is too deep', 'headings of one to three #');
    if (node.type === 'textDirective' || node.type === 'leafDirective' || node.type === 'containerDirective')
      this.#readDirective(node, around);
  }

  #readDirective(node: Directives, around: readonly Nodes[]): void {
    const { name, type } = node;
    if (type === 'containerDirective') {
      if (!isContainer(name))
        this.#report(
          node,
          'unknown-container',
          `There is no ":::${name}"`,
          containers.map((c) => `:::${c}`).join(', '),
        );
      else if (around.some((each) => each.type !== 'root'))
        this.#report(node, 'nested-container', `":::${name}" stands inside something else`);
      return;
    }
    const kind = findClaimKind(name);
    if (!kind) {
      // "see:page" is a text of its own; what has attributes was meant as a claim.
      if (
        type === 'textDirective' &&
        Object.keys(node.attributes ?? {}).length === 0 &&
        node.children.length === 0
      )
        return;
      const near = suggestCodes(
        name,
        claimKinds.map((each) => each.name),
      );
      const hint = near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '';
      return this.#report(
        node,
        'unknown-claim',
        `There is no claim "${name}"${hint}`,
        claimKinds.map((k) => k.name).join(', '),
      );
    }
    this.#readClaim(node, kind);
  }

  #readClaim(node: Directives, kind: ClaimKind): void {
    const isText = node.type === 'textDirective';
    if (isText !== (kind.place === 'text')) {
      const right =
        kind.place === 'text' ? `:${kind.name}{…} inside a line` : `::${kind.name}{…} on a line of its own`;
      return this.#report(node, 'wrong-place', `"${kind.name}" stands in the wrong place`, right);
    }
    if (node.children.length > 0)
      this.#report(
        node,
        'label',
        `"${kind.name}" takes no text in square brackets: a claim names a query, never a value`,
      );
    const { id, class: _class, ...attributes } = { ...node.attributes } as Record<string, string>;
    const checked = kind.attributes.safeParse(attributes);
    if (!checked.success) {
      for (const issue of checked.error.issues) {
        const at = issue.path.join('.');
        const what = issue.code === 'unrecognized_keys' ? `takes no ${issue.keys.join(', ')}` : issue.message;
        this.#report(
          node,
          'bad-attribute',
          `"${kind.name}"${at ? `, attribute "${at}"` : ''}: ${what}`,
          Object.keys(kind.attributes.shape).join(', ') || 'no attributes',
        );
      }
      return;
    }
    const query: ClaimQuery = { ...attributes, kind: kind.name };
    const claimId = this.#identify(node, id, query);
    this.claims.set(node.position!.start.offset!, {
      id: claimId,
      kind,
      query,
      attributes: checked.data as Record<string, unknown>,
    });
  }

  /** The id that the file gives with `#id`, or one made of the query; each stands once. */
  #identify(node: Node, given: string | undefined, query: ClaimQuery): string {
    if (given !== undefined) {
      if (!/^[A-Za-z0-9._-]{1,64}$/.test(given))
        this.#report(
          node,
          'bad-id',
          `"#${given}" is no identifier`,
          'at most 64 letters, digits, ".", "-" or "_"',
        );
      else if (this.#ids.has(given))
        this.#report(node, 'double-id', `The identifier "#${given}" stands twice`);
      this.#ids.add(given);
      return given;
    }
    const base = toSlug(query);
    let id = base;
    for (let n = 2; this.#ids.has(id); n++) id = `${base}.${n}`;
    this.#ids.add(id);
    return id;
  }
}

/** A readable identifier of a query, at most 58 characters. */
export function toSlug({ kind, ...attributes }: ClaimQuery): string {
  const slug = [kind, ...Object.values(attributes)].join('-').replace(/[^A-Za-z0-9._-]+/g, '_');
  if (slug.length <= 58) return slug;
  const hash = createHash('sha256')
    .update(JSON.stringify({ kind, ...attributes }))
    .digest('hex');
  return `${slug.slice(0, 49)}-${hash.slice(0, 8)}`;
}
