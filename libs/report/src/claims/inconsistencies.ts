/** Claims on what does not fit together, for notes to the editor. */
import {
  breakdownOf,
  inconsistencyKinds,
  type CellStatement,
  type Inconsistency,
  type CitedPlace,
} from '@rapporteur/domain';
import { z } from 'zod';
import {
  lowerFirst,
  writeBreakdown,
  writeFigure,
  writeNumber,
  upperFirst,
  writeInText,
  writeTopic,
  writeIndicator,
  writePeriod,
  numeralsFor,
} from '../document/house-style.js';
import { statementsOn } from '../facts/facts.js';
import type { ReportLanguage } from '../document/language.js';
import * as given from './attributes.js';
import { answer, textKind, type Basis, type Context } from './claim-kind.js';

const distinct = <T>(items: readonly T[]): T[] => [...new Set(items)];

function basis(found: readonly Inconsistency[]): Basis {
  const places = found.flatMap(({ places: own }) => own);
  return {
    cells: distinct(places.flatMap(({ id }) => id ?? [])).sort(),
    events: distinct(places.flatMap(({ event }) => event ?? [])).sort((a, b) => a - b),
  };
}

const numbers = (places: readonly CitedPlace[], part: 'paragraph' | 'footnote') =>
  distinct(places.flatMap((place) => place[part] ?? [])).sort((a, b) => a - b);

/** What a statement is about: "Protocol ratified", "victims detected (female)". */
function nameSubject({ kind, code, breakdown }: CellStatement, language: ReportLanguage): string {
  if (kind === 'finding') return writeTopic(code, language);
  const counted = lowerFirst(writeIndicator(code, language));
  const split = writeBreakdown(breakdownOf(breakdown), language);
  return split === '' ? counted : language.say('figure.split', { counted, split: lowerFirst(split) });
}

/** One inconsistency as a sentence of the report's language; the domain's own messages are English. */
export function writeInconsistency(found: Inconsistency, context: Context): string {
  const { facts, language } = context;
  const cells = distinct(found.places.flatMap(({ id }) => id ?? []));
  const said = cells.flatMap((cell) => statementsOn(facts, cell));
  const listed = facts.round.particulars.listed;
  const paragraphs = numbers(
    found.places.filter(({ id }) => id !== undefined),
    'paragraph',
  );
  const observations = said.filter(({ kind }) => kind === 'observation');
  const isOneCell = cells.length === 1;
  const figures = observations.map((s) =>
    isOneCell
      ? writeFigure(s, language)
      : language.say('figure.dated', {
          figure: writeFigure(s, language),
          period: writePeriod(s.period, language),
        }),
  );
  const [one] = said;
  const sentence = language.say(`inconsistency.${found.kind}`, {
    name: writeInText(found.respondent, language),
    asWritten: listed?.respondents.find(({ code }) => code === found.respondent)?.asWritten ?? '',
    listParagraph: String(listed?.paragraph ?? ''),
    count: paragraphs.length,
    paragraphs: language.list(paragraphs.map(String)),
    footnotes: language.list(numbers(found.places, 'footnote').map(String)),
    what: one ? nameSubject(one, language) : '',
    period: one && one.kind === 'observation' ? writePeriod(one.period, language) : '',
    other: 'implied' in found.sentence ? writeTopic(String(found.sentence.implied), language) : '',
    figures: language.list(figures, isOneCell ? 'or' : 'and'),
  });
  return upperFirst(sentence);
}

export const inconsistency = textKind({
  name: 'inconsistency',
  gives: 'what does not fit together in what one respondent is said to have replied; nothing is chosen',
  attributes: z.strictObject({ what: z.enum(inconsistencyKinds), respondent: given.respondent }),
  answer({ what, respondent }, context) {
    const found = context.facts.inconsistencies.filter(
      (each) => each.kind === what && each.respondent === respondent,
    );
    const { language } = context;
    const sentences = found.map((each) => writeInconsistency(each, context));
    return answer(
      sentences.length === 0
        ? language.say('inconsistency.none')
        : sentences.join(language.say('join.sentences')),
      basis(found),
    );
  },
});

export const inconsistencies = textKind({
  name: 'inconsistencies',
  gives: 'how many inconsistencies there are in the round',
  attributes: z.strictObject({}),
  answer(_, { facts, language }) {
    const count = facts.inconsistencies.length;
    const n = writeNumber(count, language, numeralsFor([count], language));
    return answer(language.say('inconsistency.count', { count, n }), basis(facts.inconsistencies));
  },
});
