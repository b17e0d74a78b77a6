/** The paragraphs and footnotes of an .odt. */
import type { Line } from './assemble.js';
import { withOfficeFile } from './read-docx.js';

/** In: the path of an .odt. Out: its paragraphs in order, then its footnotes. Errors: UnreadableDocument. */
export const readOdt = (path: string): Promise<Line[]> =>
  withOfficeFile(path, async (file) => {
    const [lines, notes]: [Line[], Line[]] = [[], []];
    const open: string[] = [];
    const numbered = new Set<string>();
    const lists: { isNumbered: boolean; count: number }[] = [];
    let [style, item, number] = ['', 0, undefined as number | undefined];
    let [noteDepth, skipping] = [0, 0];
    await file.readPart('content.xml', {
      open(name, attributes) {
        if (name === 'list-style') style = attributes['style:name'] ?? '';
        else if (name === 'list-level-style-number' && attributes['text:level'] === '1') numbered.add(style);
        else if (name === 'list') {
          const isNumbered = lists.length === 0 && numbered.has(attributes['text:style-name'] ?? '');
          lists.push({ isNumbered, count: attributes['text:continue-numbering'] === 'true' ? item : 0 });
        } else if (name === 'list-item' && lists.length === 1 && lists[0]!.isNumbered) {
          lists[0]!.count = Number(attributes['text:start-value']) || lists[0]!.count + 1;
          number = item = lists[0]!.count;
        } else if (name === 'note-citation' || name === 'annotation' || name === 'tracked-changes')
          skipping += 1;
        else if (name === 'note-body') noteDepth += 1;
        else if (name === 'p' || name === 'h') open.push('');
        else if (
          (name === 's' || name === 'tab' || name === 'line-break') &&
          open.length > 0 &&
          skipping === 0
        )
          open[open.length - 1] += ' ';
      },
      text(text) {
        if (open.length > 0 && skipping === 0) open[open.length - 1] += text;
      },
      close(name) {
        if (name === 'list') lists.pop();
        else if (name === 'note-citation' || name === 'annotation' || name === 'tracked-changes')
          skipping -= 1;
        else if (name === 'note-body') noteDepth -= 1;
        else if ((name === 'p' || name === 'h') && open.length > 0 && skipping === 0) {
          const text = open.pop()!;
          if (noteDepth > 0) notes.push({ text, ends: true, isFootnote: true });
          else {
            lines.push({ text, ends: true, ...(number === undefined ? {} : { number }) });
            number = undefined;
          }
        }
      },
    });
    return [...lines, ...notes];
  });
