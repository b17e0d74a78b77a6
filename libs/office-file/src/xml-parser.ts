/** Reads XML piece by piece, and keeps no more of it than an element that a program writes needs. */
import { SaxesParser } from 'saxes';
import { UnreadableOfficeFile } from './unreadable-office-file.js';

/**
 * Limits of what is kept in memory while XML is read: open elements, one element's attributes, one text
 * (characters).
 */
const kept = { depth: 1000, tag: 1024 ** 2, text: 16 * 1024 ** 2 };

export type Attributes = Readonly<Record<string, string>>;

/**
 * Handlers that are called while XML is read. Names of elements come without the prefix of their namespace, which comes
 * last; '' for none.
 */
export interface Handlers {
  open?(name: string, attributes: Attributes, prefix: string): void;
  close?(name: string): void;
  text?(text: string): void;
  /** What a declaration of a document type says. No entity that it declares is known: a text with one is damaged. */
  doctype?(declaration: string): void;
}

export interface XmlParser {
  write(text: string): void;
  /** Says that all was written. */
  close(): void;
}

export const damaged = (what: string, { message }: Error): UnreadableOfficeFile =>
  new UnreadableOfficeFile(
    'truncated',
    `${what} cannot be read to its end: the file is truncated or damaged (${message}).`,
  );

/**
 * In: how messages call what is read. Out: a parser that tells the handlers. Errors: UnreadableOfficeFile; those of the
 * handlers, as they are.
 */
export function makeXmlParser(what: string, handlers: Handlers): XmlParser {
  const parser = new SaxesParser({ position: false });
  const bare = (name: string) => name.slice(name.indexOf(':') + 1);
  const prefixOf = (name: string) => name.slice(0, Math.max(0, name.indexOf(':')));
  let depth = 0;
  let isInTag = false;
  /** Characters since a handler was last called: the parser keeps all of them. */
  let untold = 0;
  const refuse = (held: string) => {
    throw new UnreadableOfficeFile('too-large', `${what} holds ${held}: no program writes such.`);
  };
  const tellText = (text: string) => {
    untold = 0;
    handlers.text?.(text);
  };
  parser.on('error', (error) => {
    throw damaged(what, error);
  });
  parser.on('opentagstart', () => {
    untold = 0;
    isInTag = true;
  });
  parser.on('opentag', (tag) => {
    untold = 0;
    isInTag = false;
    depth += 1;
    if (depth > kept.depth) refuse(`elements more than ${kept.depth} deep`);
    handlers.open?.(bare(tag.name), tag.attributes as Attributes, prefixOf(tag.name));
  });
  parser.on('closetag', (tag) => {
    untold = 0;
    depth -= 1;
    handlers.close?.(bare(tag.name));
  });
  parser.on('text', tellText);
  parser.on('cdata', tellText);
  parser.on('doctype', (declaration) => handlers.doctype?.(declaration));
  return {
    write(chunk) {
      parser.write(chunk);
      untold += chunk.length;
      if (isInTag && untold > kept.tag) refuse(`a tag of over ${kept.tag} characters`);
      if (untold > kept.text) refuse(`a text of over ${kept.text} characters`);
    },
    close: () => void parser.close(),
  };
}
