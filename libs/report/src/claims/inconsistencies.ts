/** Claims on what does not fit together, for notes to the editor. */
import { inconsistencyKinds, type Inconsistency, type Place } from '@rapporteur/domain';
import { z } from 'zod';
import {
  writeFigure,
  writeNumber,
  writeRespondent,
  writeTopic,
  writeIndicator,
  writePeriod,
  numeralsFor,
} from '../house-style.js';
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

const numbers = (places: readonly Place[], part: 'paragraph' | 'footnote') =>
  distinct(places.flatMap((place) => place[part] ?? [])).sort((a, b) => a - b);

/** One inconsistency as a sentence of the report's language; the domain's own messages are English. */
export function writeInconsistency(found: Inconsistency, context: Context): string {
  const { facts, language } = context;
  const cells = found.places.flatMap(({ id }) => id ?? []);
  const said = [...facts.observations, ...facts.findings].filter(({ cell }) => cells.includes(cell));
  const listed = facts.round.particulars.listed;
  const paragraphs = numbers(
    found.places.filter(({ id }) => id !== undefined),
    'paragraph',
  );
  const figures = said
    .filter(({ kind }) => kind === 'observation')
    .map((s) => `${writeFigure(s, language)} ${writePeriod(s.period, language)}`);
  const [one] = said;
  return language.say(`inconsistency.${found.kind}`, {
    name: writeRespondent(found.respondent, language),
    asWritten: listed?.respondents.find(({ code }) => code === found.respondent)?.asWritten ?? '',
    listParagraph: String(listed?.paragraph ?? ''),
    count: paragraphs.length,
    paragraphs: language.list(paragraphs.map(String)),
    footnotes: language.list(numbers(found.places, 'footnote').map(String)),
    what: one ? (one.kind === 'finding' ? writeTopic : writeIndicator)(one.code, language) : '',
    other: 'implied' in found.sentence ? writeTopic(String(found.sentence.implied), language) : '',
    figures: language.list(figures),
  });
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
