/** What one part of the package points to: links, pictures, other parts. */
import { declaration, element } from './elements.js';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The relations of a part, in the order in which they were asked for; the same target gets the same id. */
export class Relations {
  private readonly known = new Map<
    string,
    { id: string; type: string; target: string; isOutside: boolean }
  >();

  /** In: the last part of the relation's type, and its target. Out: the id to refer to it by. */
  add(kind: string, target: string, isOutside = false): string {
    const type = kind.includes(':') ? kind : `${office}/${kind}`;
    const key = `${type} ${target}`;
    const found = this.known.get(key);
    if (found) return found.id;
    const id = `rId${this.known.size + 1}`;
    this.known.set(key, { id, type, target, isOutside });
    return id;
  }

  get isEmpty(): boolean {
    return this.known.size === 0;
  }

  toXml(): string {
    const all = [...this.known.values()].map(({ id, type, target, isOutside }) =>
      element('Relationship', {
        Id: id,
        Type: type,
        Target: target,
        TargetMode: isOutside ? 'External' : undefined,
      }),
    );
    const xmlns = 'http://schemas.openxmlformats.org/package/2006/relationships';
    return declaration + element('Relationships', { xmlns }, ...all);
  }
}
