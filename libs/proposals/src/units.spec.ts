/** Headings, lists and tables, as the lines of a letter show them; each rule in the languages that it is for. */
import { describe, expect, it } from '@jest/globals';
import { assembleText } from '@rapporteur/documents';
import { propose } from './propose.js';
import { unitsOf } from './units.js';

const say = (language: string, ...lines: string[]): string[] =>
  propose(
    assembleText(
      lines.map((text) => ({ text })),
      language,
    ),
  ).map(({ indicator, period, value }) => [indicator, period, value].join(' '));

const table = [
  'persons-arrested 2010 80',
  'persons-arrested 2011 93',
  'persons-convicted 2010 35',
  'persons-convicted 2011 ',
];

describe('a table', () => {
  it.each([
    ['en', '\t2010\t2011', 'Persons arrested\t80\t93', 'Persons convicted\t35\tn.a.'],
    ['fr', 'Année\t2010\t2011', 'Personnes arrêtées\t80\t93', 'Personnes condamnées\t35\tn. d.'],
    ['es', 'Concepto | 2010 | 2011', 'Personas detenidas | 80 | 93', 'Personas condenadas | 35 | s/d'],
    ['ru', 'Показатель\t2010 г.\t2011 г.', 'Задержано лиц\t80\t93', 'Осуждено лиц\t35\tн/д'],
    ['zh', '项目\t2010年\t2011年', '逮捕人数\t80\t93', '定罪人数\t35\t—'],
    ['ar', 'البيان\t2010\t2011', 'أشخاص ألقي القبض عليهم\t80\t93', 'محكومون\t35\t–'],
  ])('with years at its head, in %s: %s', (language, ...lines) => {
    expect(say(language, ...lines)).toEqual(table);
  });

  it.each([
    ['en', 'Year | Persons arrested | Persons convicted', '2010 | 80 | 35', '2011 | 93 | –'],
    ['fr', 'Année | Personnes arrêtées | Personnes condamnées', '2010 | 80 | 35', '2011 | 93 | n. d.'],
  ])('with years before its rows, in %s: %s', (language, ...lines) => {
    expect(say(language, ...lines)).toEqual([table[0], table[2], table[1], table[3]]);
  });

  it('may have a name of two lines, and is one unit', () => {
    const lines = ['\t2010\t2011', 'Persons who were', 'arrested\t80\t93', 'Persons convicted\t35\t40'];
    expect(say('en', ...lines).slice(0, 2)).toEqual(table.slice(0, 2));
    expect(unitsOf(lines.join('\n'), 0, lines.join('\n').length)).toHaveLength(1);
  });
});

describe('what a heading says', () => {
  it.each([
    ['en', 'Question 6. Describe the training that was given.', '(a) 2009: 75 police officers;'],
    ['fr', 'Q.6. Formation', '– en 2009 : 75 policiers ;'],
    ['es', '6) Capacitación.', '- Policías: 75 (2009).'],
    ['ru', 'Вопрос 6. Как ведется обучение?', '– 2009 год: 75 сотрудников полиции;'],
    ['zh', '问题6　培训', '（一）警察：2009年为75人。'],
    ['ar', 'السؤال السادس: التدريب', '(أ) ضباط شرطة: 75 في عام 2009.'],
  ])('holds for its list, in %s: %s', (language, heading, entry) => {
    expect(say(language, 'x', '', heading, entry)).toEqual(['persons-trained 2009 75']);
  });

  it('is the period of the entries that say none, and no longer than its list', () => {
    expect(
      say(
        'fr',
        'I. RÉPRESSION',
        'I.1 – Premier semestre 2013',
        'a) personnes interpellées : 64',
        'b) personnes condamnées : 11',
      ),
    ).toEqual(['persons-arrested 2013-01/2013-06 64', 'persons-convicted 2013-01/2013-06 11']);
  });
});

describe('numbers', () => {
  it('of questions and entries count nothing', () => {
    expect(say('ru', 'Вопрос 4. Какая помощь оказывается потерпевшим?')).toEqual([]);
    expect(say('fr', 'II.1 – Affaires enregistrées')).toEqual([]);
  });

  it('have their name before them in a list of one line, or only what was done', () => {
    expect(say('en', 'In 2006: cases lodged, 129; suspects arrested, 178; convicted, 41.')).toEqual([
      'cases-recorded 2006 129',
      'persons-arrested 2006 178',
      'persons-convicted 2006 41',
    ]);
  });

  it('are of a number that was told before', () => {
    expect(
      say('en', 'In 2010, 58 victims were identified. Thirty-one of the 58 came from abroad.'),
    ).toContain('victims-identified 2010 31');
  });
});
