/** An inconsistency as a sentence in the reader's language, in which every figure is a link to its source. */
import { Fragment, type ComponentChildren } from 'preact';
import type { Inconsistency, Named } from '@rapporteur/contract';
import { breakdownText, figureText, periodText, unbroken } from '../figure-words.js';
import { quoteIn } from '../evidence/quoted.js';
import { endsOf, usePage, type Page } from '../../page/page-context.js';

export interface Names {
  readonly indicators: ReadonlyMap<string, string>;
  readonly topics: ReadonlyMap<string, string>;
}

export const toNames = (items: readonly Named[] = []) => new Map(items.map(({ code, name }) => [code, name]));

/** The parts of an observation's identifier: `collection~respondent~indicator~breakdown~period`. */
function partsOf(id: string) {
  const [, , indicator = '', key = '_T', written = ''] = id.split('~');
  const period = written
    .replace(/^upto-(.*)$/, '../$1')
    .replace(/^since-(.*)$/, '$1/..')
    .replace(/^(\d[\d-]*)\.\.(?=\d)/, '$1/');
  const breakdown =
    key === '_T' ? {} : Object.fromEntries(key.split(',').map((part) => part.split(':') as [string, string]));
  return { indicator, breakdown, period };
}

/** "Victims identified (Sex: Female), 2006". In: an observation's identifier. */
export function figureName(id: string, page: Page, names: Pick<Names, 'indicators'>): string {
  const { indicator, breakdown, period } = partsOf(id);
  const split = breakdownText(breakdown, page);
  const name = names.indicators.get(indicator) ?? indicator;
  const said = split === '' ? name : `${name} (${split})`;
  return said + page.texts.comma + periodText({ period, ...endsOf(period) }, page);
}

export function Sentence({ item, names }: { item: Inconsistency; names: Names }) {
  const page = usePage();
  const { sentence: words } = page.texts.checks;
  const { sentence, respondent } = item;
  const link = (id: string) => <a href={page.link({ figure: id })}>{figureName(id, page, names)}</a>;
  const topic = (code: string) => names.topics.get(code) ?? code;
  switch (sentence.code) {
    case 'cited-but-not-listed':
      return <>{words[sentence.code](page.list(sentence.paragraphs.map(String)), String(sentence.list))}</>;
    case 'listed-but-not-cited':
      return <>{words[sentence.code](String(sentence.list))}</>;
    case 'name-spelt-otherwise':
      return (
        <>
          {quoteIn(
            (written) => words[sentence.code](written, String(sentence.list), respondent.name),
            sentence.asWritten,
          )}
        </>
      );
    case 'part-exceeds-whole':
      return weave(words[sentence.code], [
        join(sentence.parts.map(link), words.plus),
        page.number(sentence.least),
        link(sentence.whole),
        page.number(sentence.most),
      ]);
    case 'conflicting-figures':
      return weave(words[sentence.code], [
        link(sentence.id),
        unbroken(sentence.figures.map((figure) => figureText(figure, page)).join(words.and)),
      ]);
    case 'figure-not-in-quote':
      return weave(words[sentence.code], [link(sentence.id), page.number(sentence.value), sentence.quote]);
    case 'figure-not-applicable':
      return weave(words[sentence.code], [link(sentence.whole), join(sentence.parts.map(link), words.and)]);
    case 'implied-finding-missing':
      return <>{words[sentence.code](topic(sentence.topic), topic(sentence.implied))}</>;
  }
}

/** Joins words and the elements between them, alternating. */
function weave(words: readonly string[], between: readonly ComponentChildren[]) {
  return (
    <>
      {words.map((word, i) => (
        <Fragment key={i}>
          {word}
          {between[i]}
        </Fragment>
      ))}
    </>
  );
}

const join = (items: readonly ComponentChildren[], sign: string) =>
  items.map((item, i) => (
    <Fragment key={i}>
      {i > 0 && sign}
      {item}
    </Fragment>
  ));
