/** What is wrong with the footnotes of a report file. */
import type { FootnoteDefinition, Node, Nodes, Root } from 'mdast';
import { placeOf, type FileProblem } from './report-file.js';

/** Footnotes that are used without being defined, defined without being used, used twice, or hold more than lines. */
export function findFootnoteProblems(root: Root): FileProblem[] {
  const definitions = new Map<string, FootnoteDefinition>();
  const used = new Map<string, number>();
  const problems: FileProblem[] = [];
  const say = (node: Node, code: string, message: string, expected?: string) =>
    problems.push({ ...placeOf(node), code, message, ...(expected ? { expected } : {}) });
  const visit = (node: Nodes, inFootnote: boolean) => {
    if (node.type === 'footnoteDefinition') {
      if (definitions.has(node.identifier))
        say(node, 'double-footnote', `The footnote [^${node.identifier}] is defined twice`);
      definitions.set(node.identifier, node);
      const isPlain = node.children.length === 1 && node.children[0]?.type === 'paragraph';
      if (!isPlain)
        say(
          node,
          'long-footnote',
          `The footnote [^${node.identifier}] is not one paragraph`,
          'one paragraph',
        );
    }
    if (node.type === 'footnoteReference') {
      used.set(node.identifier, (used.get(node.identifier) ?? 0) + 1);
      if (inFootnote) say(node, 'nested-footnote', 'A footnote stands inside a footnote');
      if (used.get(node.identifier) === 2)
        say(
          node,
          'repeated-footnote',
          `The footnote [^${node.identifier}] is used twice`,
          'a footnote of its own for each place',
        );
    }
    // An undefined reference is left by Markdown as the text that it is.
    if (node.type === 'text')
      for (const [, name] of node.value.matchAll(/\[\^([^\]\s]+)\]/g))
        say(
          node,
          'undefined-footnote',
          `The footnote [^${name}] is not defined`,
          `a line that begins with [^${name}]:`,
        );
    if ('children' in node)
      for (const child of node.children) visit(child, inFootnote || node.type === 'footnoteDefinition');
  };
  visit(root, false);
  for (const [identifier, node] of definitions)
    if (!used.has(identifier)) say(node, 'unused-footnote', `The footnote [^${identifier}] is used nowhere`);
  return problems;
}
