/** The rules, each by a sentence that needs it, in the languages where it differs; and that no text breaks them. */
import { describe, expect, it, jest } from '@jest/globals';
import { assembleText } from '@rapporteur/documents';
import fc from 'fast-check';
import { findingsOf, propose, proposeInSteps } from './propose.js';
import { splitSentences } from './sentences.js';

const read = (language: string, ...lines: string[]) =>
  propose(
    assembleText(
      lines.map((text) => ({ text, ends: true })),
      language,
    ),
  );
/** Indicator, period, value and, where it is not exact, qualifier; then the breakdown. */
const say = (language: string, ...lines: string[]): string[] =>
  read(language, ...lines).map(({ indicator, period, value, qualifier, breakdown }) =>
    [
      indicator,
      period,
      value,
      ...(qualifier === 'exact' ? [] : [qualifier]),
      ...Object.values(breakdown),
    ].join(' '),
  );

describe('what a number counts', () => {
  it.each([
    ['en', 'In 2006 the police arrested 24 persons.', 'persons-arrested 2006 24'],
    ['en', 'In 2006, 24 persons were prosecuted.', 'persons-prosecuted 2006 24'],
    ['fr', 'En 2006, 24 personnes ont été condamnées.', 'persons-convicted 2006 24'],
    ['es', 'En 2006 fueron rescatadas 24 víctimas.', 'victims-rescued 2006 24'],
    ['ru', 'В 2006 году осуждено 24 лица.', 'persons-convicted 2006 24'],
    ['ar', 'في عام 2006 ألقي القبض على 24 شخصا.', 'persons-arrested 2006 24'],
    ['ar', 'في عام ٢٠٠٦ أدانت المحاكم ٢٤ متهما.', 'persons-convicted 2006 24'],
    ['zh', '2006年逮捕了24人。', 'persons-arrested 2006 24'],
    ['zh', '2006年，警方逮捕犯罪嫌疑人24名。', 'persons-arrested 2006 24'],
  ])('%s: %s', (language, sentence, said) => expect(say(language, sentence)).toEqual([said]));

  it('is not the number of a paragraph, whose dot a scan may lose', () => {
    const lines = ['1. It was so.', '2 officers were trained, seven in all.'];
    const scanned = assembleText(
      lines.map((text) => ({ text, begins: true })),
      'en',
    );
    expect(propose(scanned).map(({ value, paragraph }) => [value, paragraph])).toEqual([[7, 2]]);
  });

  it('is told by the verb that stands nearest, of several in a sentence', () => {
    expect(
      say('en', 'In 2005, 32 cases were investigated, 53 persons were arrested and 18 were prosecuted.'),
    ).toEqual(['cases-investigated 2005 32', 'persons-arrested 2005 53', 'persons-prosecuted 2005 18']);
    expect(say('zh', '2005年侦查了32起案件，逮捕53人，其中起诉了18人。')).toEqual([
      'cases-investigated 2005 32',
      'persons-arrested 2005 53',
      'persons-prosecuted 2005 18',
    ]);
  });

  it('goes on to the parts of it', () => {
    expect(
      say('en', 'In 2007, 29 persons were arrested, of whom eleven were women, and a sentence was passed.'),
    ).toEqual(['persons-arrested 2007 29', 'persons-arrested 2007 11 female']);
  });
});

it.each([
  ['ru', 'Справочно: угонов автомашин в 2020 году зарегистрировано 96 фактов.', []],
  ['ru', 'В 2020 году осуждено 12 лиц; трое оправданы.', ['persons-convicted 2020 12']],
  ['ru', 'Горячая линия 1148 приняла за 2020 год 300 обращений.', ['hotline-calls 2020 300']],
  ['zh', '2022年接听电话8,240次。', ['hotline-calls 2022 8240']],
  ['zh', '2009年印制海报3万2千张。', ['posters-distributed 2009 32000']],
  ['zh', '部际委员会每年开会两次。', ['coordination-meetings-per-year undated 2']],
  ['ar', 'في عام 2012 أدين متهمان.', ['persons-convicted 2012 2']],
] as const)('%s: other crimes, lines and counts of one kind: %s', (language, sentence, said) =>
  expect(say(language, sentence)).toEqual(said),
);

it('people named by their country are those that were told of before', () => {
  expect(say('zh', '2009年确认的被害人共二十二名。按国籍计，泰国九名，日本两名。')).toEqual([
    'victims-identified 2009 22',
    'victims-identified 2009 9',
    'victims-identified 2009 2',
  ]);
});

it('whoever is counted as trained is named as an audience', () => {
  const letter = ['Подготовка кадров', 'Прошли обучение в 2013 году: следователи – 42.'];
  const text = assembleText(
    letter.map((line) => ({ text: line, ends: true })),
    'ru',
  );
  expect(findingsOf(text).map(({ topic, detail }) => [topic, detail])).toContainEqual([
    'training-audience',
    'investigators',
  ]);
});

describe('numbers', () => {
  it.each([
    ['en', 'In 2006 twenty-five victims were identified.', 25, 'exact'],
    ['en', 'In 2006 one hundred and twelve victims were identified.', 112, 'exact'],
    ['fr', 'En 2006, quatre-vingt-dix victimes ont été identifiées.', 90, 'exact'],
    ['es', 'En 2006 se identificó a treinta y cinco víctimas.', 35, 'exact'],
    ['ru', 'В 2006 году установлено двадцать пять жертв.', 25, 'exact'],
    ['ar', 'في عام 2006 حددت هوية خمسة وعشرين ضحية.', 25, 'exact'],
    ['zh', '2006年确认二十五名被害人。', 25, 'exact'],
    ['zh', '2006年确认3.8万名被害人。', 38_000, 'exact'],
    ['en', 'In 2006, 1,234 victims were identified.', 1234, 'exact'],
    ['fr', 'En 2006, 1 234 victimes ont été identifiées.', 1234, 'exact'],
    ['es', 'En 2006 se identificó a 1.234 víctimas.', 1234, 'exact'],
    ['en', 'In 2006 fewer than five victims were identified.', 5, 'fewer-than'],
    ['ru', 'В 2006 году установлено не менее 40 жертв.', 40, 'at-least'],
    ['ar', 'في عام 2006 حددت هوية ما لا يقل عن 40 ضحية.', 40, 'at-least'],
    ['zh', '2006年确认了40多名被害人。', 40, 'at-least'],
    ['en', 'In 2006 no victims were identified.', 0, 'exact'],
  ])('%s: %s', (language, sentence, value, qualifier) =>
    expect(read(language, sentence)).toMatchObject([
      { indicator: 'victims-identified', period: '2006', value, qualifier },
    ]),
  );

  it.each([
    [
      'en',
      'Article 188 of Law No. 2331 of 2001 punishes traffickers of persons with 5 to 20 years in prison.',
    ],
    ['en', 'Victims under 18 years receive 500 dollars a month, which 62 per cent of them use.'],
    ['fr', 'La loi no 2005-06 du 10 mai 2005 punit les auteurs de 5 à 10 ans de réclusion (article 3).'],
    ['es', 'El artículo 367 castiga a los tratantes con 4 a 8 años de prisión.'],
    ['ru', 'Статья 181 Уголовного кодекса карает торговцев людьми лишением свободы на срок от 5 до 10 лет.'],
    ['ar', 'تعاقب المادة 3 من القانون رقم 64 لسنة 2010 الجناة بالسجن مدة 5 سنوات.'],
    ['zh', '《刑法》第240条对贩运者处五年以上十年以下有期徒刑。'],
    ['zh', '2006年每案平均确认3.5名被害人。'],
    ['en', 'In 2006 an average of 3.5 victims were identified in each case.'],
    ['es', 'En 2006 se identificó un promedio de 3,5 víctimas por caso.'],
    ['ar', 'في عام 2006 حددت هوية 3.5 ضحية في كل قضية.'],
  ])('that count nothing: %s: %s', (language, sentence) => expect(say(language, sentence)).toEqual([]));
});

describe('periods', () => {
  it.each([
    ['en', 'Between 2003 and 2006, 24 victims were rescued.', '2003/2006'],
    ['en', 'From July 2002 to October 2007, 24 victims were rescued.', '2002-07/2007-10'],
    ['en', 'From March to August 2006, 24 victims were rescued.', '2006-03/2006-08'],
    ['en', 'In the first half of 2007, 24 victims were rescued.', '2007-01/2007-06'],
    ['en', 'Since 2005, 24 victims have been rescued.', '2005/..'],
    ['en', 'Up to June 2007, 24 victims had been rescued.', '../2007-06'],
    ['en', '24 victims were rescued.', 'undated'],
    ['fr', 'Au premier semestre de 2007, 24 victimes ont été secourues.', '2007-01/2007-06'],
    ['es', 'Desde julio de 2004 hasta junio de 2007 fueron rescatadas 24 víctimas.', '2004-07/2007-06'],
    ['ru', 'За первое полугодие 2007 года освобождены 24 жертвы.', '2007-01/2007-06'],
    ['ru', 'С июля 2005 года по октябрь 2007 года освобождены 24 жертвы.', '2005-07/2007-10'],
    ['ar', 'بين عامي 2003 و2006 جرى إنقاذ 24 ضحية.', '2003/2006'],
    ['ar', 'في كانون الثاني/يناير 2007 جرى إنقاذ 24 ضحية.', '2007-01'],
    ['zh', '2002年7月至2007年10月解救了24名被害人。', '2002-07/2007-10'],
    ['zh', '自2001年9月以来解救了24名被害人。', '2001-09/..'],
    ['zh', '截至2007年6月解救了24名被害人。', '../2007-06'],
  ])('%s: %s', (language, sentence, period) =>
    expect(read(language, sentence)).toMatchObject([{ indicator: 'victims-rescued', period, value: 24 }]),
  );

  it('of lists in the same order, and of the year before', () => {
    expect(say('en', 'In 2005, 2006 and 2007, 18, 37 and 21 persons respectively were prosecuted.')).toEqual([
      'persons-prosecuted 2005 18',
      'persons-prosecuted 2006 37',
      'persons-prosecuted 2007 21',
    ]);
    expect(
      say('en', 'In 2006, 18 persons were convicted. In the previous year 7 persons were convicted.'),
    ).toEqual(['persons-convicted 2006 18', 'persons-convicted 2005 7']);
    expect(say('en', 'In 2006 the police opened 18 investigations. They led to 7 convictions.')).toEqual([
      'cases-investigated 2006 18',
      'persons-convicted 2006 7',
    ]);
  });

  it('of the rows of a table, and its columns', () => {
    expect(say('en', 'Year  Arrested  Prosecuted', '2005  38  17', '2006  44  26')).toEqual([
      'persons-arrested 2005 38',
      'persons-prosecuted 2005 17',
      'persons-arrested 2006 44',
      'persons-prosecuted 2006 26',
    ]);
  });
});

it('says which words it rests on, at their places', () => {
  const text = assembleText([{ text: '14. In 2007 at least six persons were prosecuted.' }], 'en');
  const [proposal] = propose(text);
  expect(proposal).toMatchObject({ paragraph: 14, page: null, score: 1 });
  expect(text.text.slice(proposal!.start, proposal!.end)).toBe('at least six persons');
  expect(
    proposal!.reasons.map(({ field, start, end }) => `${field}: ${text.text.slice(start, end)}`),
  ).toEqual([
    'value: six',
    'qualifier: at least six',
    'indicator: persons',
    'indicator: prosecuted',
    'period: 2007',
  ]);
});

it('proposes nothing for a language without words', () => {
  expect(say('de', '2006 wurden 24 Personen verurteilt.')).toEqual([]);
});

it('holds for any text: each proposal lies in it, with its words, and a text without full stops takes no more than others', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom(
      '2006',
      ' 24 persons ',
      ' were arrested',
      '1,234',
      ' of whom ',
      '; ',
      '2005 38 17 ',
      '贩运',
      '十二名被害人',
      'لسنة ٢٠٠٧ ',
    ),
    fc.nat(3000).map(String),
  );
  fc.assert(
    fc.property(
      fc.constantFrom('en', 'fr', 'es', 'ru', 'ar', 'zh'),
      fc.array(piece, { maxLength: 60 }),
      (language, pieces) => {
        const document = assembleText([{ text: pieces.join('') }], language);
        for (const { start, end, reasons, value } of propose(document)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(document.text.length);
          expect(value === null || Number.isSafeInteger(value)).toBe(true);
          for (const reason of reasons) expect(reason.end).toBeLessThanOrEqual(document.text.length);
        }
        for (const { start, end, reasons } of findingsOf(document)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          for (const reason of reasons) expect(reason.end).toBeLessThanOrEqual(end);
        }
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);

describe('hostile text', () => {
  /** How often patterns are asked while a text is read; each is asked of one sentence, which is 1,000 characters at most. */
  const asked = (language: string, text: string) => {
    const document = assembleText([{ text }], language);
    const exec = jest.spyOn(RegExp.prototype, 'exec');
    try {
      const steps = [...proposeInSteps(document)].length;
      return exec.mock.calls.length + steps;
    } finally {
      exec.mockRestore();
    }
  };
  const length = 4000;
  const filled = (piece: string, times: number) =>
    piece.repeat(Math.ceil((length * times) / piece.length)).slice(0, length * times);

  it.each([
    ['en', 'digits', '7'],
    ['en', 'numbers', '7 '],
    ['en', 'years', '2006 '],
    ['en', 'one sentence', '24 persons were arrested in 2006 and '],
    ['en', 'one number in words', 'two hundred and '],
    ['en', 'brackets', '(((5] '],
    ['fr', 'numbers joined by hyphens', 'quatre-vingt-'],
    ['ru', 'terms', 'жертвы торговли людьми '],
    ['ar', 'vowels alone', 'م\u064e\u064f'],
    ['zh', 'numerals', '一百万千'],
    ['zh', 'one sentence', '2006年逮捕了24人，'],
  ])('%s, %s: asks twice as much of a text that is twice as long', (language, _, piece) => {
    const [once, twice] = [asked(language, filled(piece, 1)), asked(language, filled(piece, 2))];
    expect(twice / once).toBeLessThan(2.3);
  });

  it('is parted into sentences that are short enough, though it has no full stop', () => {
    const sentences = splitSentences('x'.repeat(1_000_000), 0, 1_000_000);
    expect([sentences.length, Math.max(...sentences.map(({ start, end }) => end - start))]).toEqual([
      1000, 1000,
    ]);
  });
});

describe('findings', () => {
  it.each([
    ['en', 'Victims are housed in two shelters and receive legal aid.', 'shelters'],
    ['fr', 'La victime peut obtenir un titre de séjour de six mois.', 'residence-permit'],
    ['es', 'Se aprobó el Plan Nacional de Acción contra la trata.', 'national-action-plan'],
    ['ru', 'Действует телефон доверия для жертв торговли людьми.', 'hotline'],
    ['zh', '与邻国警方开展了联合侦查。', 'international-investigation'],
    ['ar', 'وتجتمع اللجنة الوطنية أربع مرات في السنة.', 'coordination-meetings'],
  ])('%s: %s', (language, sentence, topic) => {
    const [found] = findingsOf(assembleText([{ text: sentence }], language)).filter(
      (one) => one.topic === topic,
    );
    expect(found).toBeDefined();
    // Each says by which words, and none counts a thing that is said not to be.
    expect(found!.reasons.length).toBeGreaterThan(0);
  });

  it('name the groups that are trained, and are none where the opposite is said', () => {
    const read = (text: string) =>
      findingsOf(assembleText([{ text }], 'en')).map(({ topic, detail }) =>
        [topic, detail].filter(Boolean).join(' '),
      );
    expect(read('A course was held for 30 judges and 20 prosecutors.')).toEqual([
      'training-provided',
      'training-audience judges',
      'training-audience prosecutors',
    ]);
    expect(read('Malta ratified the Protocol in 2003.')).toContain('protocol-ratified');
    expect(read('Malta has not yet ratified the Protocol.')).not.toContain('protocol-ratified');
  });
});

describe('a number', () => {
  it('that may mean two things is proposed with both, the likelier first by its score', () => {
    const found = propose(assembleText([{ text: 'In 2006 there were 24 victims.' }], 'en'));
    expect(found.map(({ indicator }) => indicator)).toEqual(['victims-detected', 'victims-identified']);
    expect(found[0]!.score).toBeGreaterThan(found[1]!.score);
  });

  it('of several years with one zero is a figure of each', () => {
    const found = propose(assembleText([{ text: 'No persons were convicted in 2004 or 2005.' }], 'en'));
    expect(found.map(({ value, period }) => [value, period])).toEqual([
      [0, '2004'],
      [0, '2005'],
    ]);
  });

  it.each([
    [
      'en',
      'In 2006, 183 victims were rescued. Of the 183, 112 were children.',
      'victims-rescued 2006 112 child',
    ],
    [
      'fr',
      'En 2006, 183 victimes ont été secourues. Sur les 183, 112 étaient des filles.',
      '2006 112 female child',
    ],
    [
      'es',
      'En 2006 fueron rescatadas 183 víctimas. De las 183, nueve eran panameñas.',
      'victims-rescued 2006 9',
    ],
  ])('of a total that is said again is a part of it: %s: %s', (language, text, last) => {
    const said = say(language, text);
    expect(said).toHaveLength(2);
    expect(said[1]).toContain(last);
  });

  it.each([
    ['en', 'In 2016 it is planned to train a further 150 police officers.'],
    ['en', 'In 2006, 40 persons were acquitted.'],
    ['en', 'In 2006 the police recorded 900 cases of rape.'],
    ['fr', 'L’objectif pour 2022 est de sensibiliser 10 000 jeunes.'],
    ['es', 'El artículo 367 fija de quince a veinte años, o de veinte a treinta si la víctima es menor.'],
    ['en', 'Articles 20 to 25 punish traffickers of persons.'],
  ])('of plans, of other offences, of a law or of the acquitted is no figure: %s: %s', (language, text) =>
    expect(say(language, text)).toEqual([]),
  );

  it('that nobody knows is not available, and none after a heading is a zero', () => {
    expect(say('en', 'How many victims were exploited sexually the files do not show.')).toEqual([
      'victims-identified undated  not-available',
    ]);
    expect(say('es', '5. Condenas. Ninguna en 2006. En 2007: dos.')).toEqual([
      'persons-convicted 2006 0',
      'persons-convicted 2007 2',
    ]);
  });

  it('of an entry that names no noun counts what stands before the colon, and of a report on one year is of that year', () => {
    expect(say('en', 'Reports of trafficking received by the Unit: 2017, 131; 2018, 149.')).toEqual([
      'cases-recorded 2017 131',
      'cases-recorded 2018 149',
    ]);
    expect(say('en', 'ANNUAL REPORT 2010', 'The courts convicted 12 traffickers.')).toEqual([
      'persons-convicted 2010 12',
    ]);
  });

  it('is no count of what the replies are about', () => {
    const [cases] = read('en', 'In 2006, 24 cases of trafficking in children were investigated.');
    expect([cases!.indicator, cases!.breakdown]).toEqual(['cases-investigated', {}]);
    const [arrested] = read('en', 'In 2006 for trafficking in children 24 were arrested.');
    expect(arrested!.reasons.map(({ is }) => is)).not.toContain('child');
    expect(arrested!.indicator).toBe('persons-arrested');
  });
});
