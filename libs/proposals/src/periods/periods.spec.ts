/** The period of a figure where it is not said beside it, each rule by a sentence in every language that it is for. */
import { expect, it } from '@jest/globals';
import { assembleText } from '@rapporteur/documents';
import { propose } from '../propose.js';

const periodsOf = (language: string, ...lines: string[]): string[] => {
  const text = assembleText(
    lines.map((one) => ({ text: one })),
    language,
  );
  return propose(text).map(({ value, period }) => `${value} ${period}`);
};

it.each([
  ['en', 'Since it opened in 2004, 140 children have been assisted there.'],
  ['fr', 'Depuis son ouverture en 2004, 140 enfants y ont été hébergés.'],
  ['es', 'Desde su apertura en 2004 se atendió allí a 140 víctimas.'],
  ['ru', 'С момента открытия в 2004 году помощь оказана 140 потерпевшим.'],
  ['zh', '自2004年成立以来，共援助被害人140名。'],
  ['ar', 'منذ افتتاحه في عام 2004 تلقى المساعدة 140 ضحية.'],
])('%s: %s since the year of the opening', (language, sentence) =>
  expect(periodsOf(language, sentence)).toEqual(['140 2004/..']),
);

it.each([
  ['en', 'The shelter opened in 2004 and had assisted 140 victims by June 2007.'],
  ['fr', "Le centre, ouvert en 2004, avait accueilli jusqu'en juin 2007 140 victimes."],
  ['es', 'El refugio, creado en 2004, atendió hasta junio de 2007 a 140 víctimas.'],
  ['ru', 'Приют открыт в 2004 году, и по июнь 2007 года помощь оказана 140 потерпевшим.'],
  ['zh', '该中心于2004年成立，截至2007年6月共援助被害人140名。'],
  ['ar', 'أُنشئ المركز في عام 2004 وتلقى المساعدة فيه حتى حزيران/يونيو 2007 140 ضحية.'],
])('%s: %s up to a time, from the year in which it began', (language, sentence) =>
  expect(periodsOf(language, sentence)).toEqual(['140 2004/2007-06']),
);

it.each([
  ['en', 'In the first half of 2010, 53 persons were arrested, and in the second half 47.'],
  ['fr', 'Au premier semestre de 2010, 53 personnes ont été arrêtées, et au second semestre 47.'],
  ['es', 'En el primer semestre de 2010 fueron detenidas 53 personas y en el segundo semestre 47.'],
  ['zh', '2010年上半年逮捕53人，下半年逮捕47人。'],
])('%s: %s has the second half of the year that was named', (language, sentence) =>
  expect(periodsOf(language, sentence)).toEqual(['53 2010-01/2010-06', '47 2010-07/2010-12']),
);

it.each([
  [
    'ru',
    [
      'В первом полугодии 2015 года установлено 17 жертв.',
      'За тот же период предыдущего года установлено 11 жертв.',
    ],
    ['17 2015-01/2015-06', '11 2014-01/2014-06'],
  ],
  ['zh', ['2021年上半年立案22起，去年同期为38起。'], ['22 2021-01/2021-06', '38 2020-01/2020-06']],
  [
    'zh',
    ['财政年度始于4月1日，止于3月31日。', '2018年度起诉十二人，前一年度起诉八人。'],
    ['12 2018-04/2019-03', '8 2017-04/2018-03'],
  ],
  [
    'ru',
    ['Приют открыт в 2008 году.', 'С момента открытия помощь получили 300 потерпевших.'],
    ['300 2008/..'],
  ],
  ['zh', ['2019年立案158起，比上年减少23起。', '11月解救被害人三名。'], ['158 2019', '3 2019-11']],
] as const)('%s: of a time that another tells: %s', (language, lines, said) =>
  expect(periodsOf(language, ...lines)).toEqual(said),
);

it('up to a month is of the year that the sentence names', () => {
  expect(periodsOf('en', 'During 2007 seven cases had been investigated by the end of September.')).toEqual([
    '7 2007-01/2007-09',
  ]);
});

it.each([
  [
    'en',
    'Years are fiscal years, from July of one year to June of the next.',
    'In 2005/06, 41 persons were convicted.',
  ],
  ['fr', 'Les exercices vont de juillet à juin.', 'En 2005/06, 41 personnes ont été condamnées.'],
  ['es', 'El año fiscal va de julio a junio.', 'En 2005/06 fueron condenadas 41 personas.'],
  ['ru', 'Финансовый год длится с июля по июнь.', 'В 2005/06 году осуждено 41 лицо.'],
])('%s: a pair of years is of the months that the letter says: %s', (language, said, sentence) => {
  expect(periodsOf(language, said, '', sentence)).toEqual(['41 2005-07/2006-06']);
  expect(periodsOf(language, sentence)).toEqual(['41 2005/2006']);
});

it.each([
  [
    'In this reply 2005-06 means the year that ended on 30 June 2006.',
    'In 2005-06, 41 persons were convicted.',
  ],
  ['The financial year begins on 1 July.', 'In 2005/06, 41 persons were convicted.'],
])('a pair of years has the months of a year whose end or beginning is said: %s', (said, sentence) =>
  expect(periodsOf('en', said, '', sentence)).toEqual(['41 2005-07/2006-06']),
);

it.each([
  ['In the year which ended on 31 March 2012 seven persons were arrested.', '7 2011-04/2012-03'],
  ['In the school year 2010/11 (September to June) 7 persons were arrested.', '7 2010-09/2011-06'],
])('a year that is none of the calendar: %s', (sentence, said) =>
  expect(periodsOf('en', sentence)).toEqual([said]),
);

it('the first quarter of this year is of the year of the letter', () => {
  expect(
    periodsOf('en', '15 August 2016', '', 'In the first quarter of this year 52 victims were assisted.'),
  ).toEqual(['52 2016-01/2016-03']);
});
