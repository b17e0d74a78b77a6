/** Words of headers and cells that are known before anybody wrote a mapping: from the code lists, and from what files usually have. */
import { dimensions, foldWord, indicators, type CodeNames } from '@rapporteur/domain';
import { findMapping, wordsOf, type Mapping } from '../table/mapping.js';

/** A word as it is compared: without case, accents, and what stands between words. */
export const bare = (word: string): string =>
  foldWord(word)
    .normalize('NFD')
    .replaceAll('’', "'")
    .replace(/\p{M}/gu, '')
    .replace(/[\s_.:/()-]+/gu, ' ')
    .trim();

const wordsIn = (text: string) =>
  new Set(
    text
      .trim()
      .split(/\s*[|\n]\s*/u)
      .map(bare),
  );

/* Words of headers, in the languages of the United Nations and of programs. A header has the meaning if it is one of these, or holds one as a word. */
const headers = {
  respondent:
    wordsIn(`country | countries | country name | country code | country or area | area | ref area | state | respondent | reporting country
    economy | entity | location | territory | iso3 | iso2 | iso alpha | pays | code pays | pays ou zone | zone | État | país | código de país | país o zona | nación
    страна | страны | государство | наименование страны | код страны | страна или территория | 国家 | 国家或地区 | 国别 | 国家名称 | 国家代码 | 报告国 | البلد | الدولة | الدول | البلدان | اسم البلد | اسم الدولة | رمز البلد | بلد الإبلاغ`),
  period: wordsIn(
    `year | period | time period | time | date | reference year | année | an | période | exercice | año | periodo | ejercicio | год | годы | отчетный год | период | отчетный период | 年 | 年份 | 年度 | 时期 | السنة | العام | الفترة`,
  ),
  value:
    wordsIn(`value | obs value | txtvalue | count | counts | number | figure | n | cases | total | valeur | nombre | effectif | chiffre | valor | número | cantidad | recuento | cifra
    значение | число | количество | численность | 数值 | 数量 | 人数 | 数目 | القيمة | العدد | عدد`),
  indicator: wordsIn(
    `indicator | measure | series | variable | concept | type | indicateur | mesure | série | indicador | medida | serie | показатель | показатели | 指标 | 指标名称 | المؤشر | المؤشرات`,
  ),
  unit: wordsIn(
    `unit | units | unit of measurement | unit of measure | unit measure | unité | unité de mesure | unidad | unidad de medida | единица | единица измерения | ед изм | 单位 | 计量单位 | الوحدة | وحدة القياس`,
  ),
  aside:
    wordsIn(`source | note | notes | footnote | comment | comments | remark | remarks | fuente | nota | notas | observaciones | comentario | remarque | remarques | commentaire
    источник | примечание | примечания | 来源 | 资料来源 | 备注 | 注 | المصدر | ملاحظة | ملاحظات`),
  notRespondent: wordsIn(
    `citizenship | nationality | origin | destination | birth | nationalité | origine | naissance | nacionalidad | origen | destino | nacimiento | repatriation | region | continent
    гражданство | происхождение | назначение | регион | континент | 国籍 | 来源国 | 目的国 | 原籍国 | 区域 | 地区 | 洲 | الجنسية | بلد المنشأ | بلد المقصد | المنطقة | القارة`,
  ),
} as const;
export type HeaderMeaning = keyof typeof headers;

const rates =
  /%|\b(?:rates?|ratio|shares?|percent(?:age)?|per (?:cap\w*|1\d{0,2}[ ,.]?000|million)|index|average|mean|median|taux|part|pourcentage|pour 100|moyenne|tasas?|porcentaje|proporcion|por (?:cada )?100|promedio)\b|доля|коэффициент|процент|средн(?:ее|ий|яя)|на 100|比率|百分比|率$|每10万|平均|معدل|نسبة|متوسط|لكل 100/u;
const countUnits =
  wordsIn(`counts | count | number | numbers | persons | people | cases | absolute | n | ps | units | nombre | nombres | comptage | comptages | effectif | effectifs | personnes | cas
    número | números | recuento | recuentos | conteo | conteos | cantidad | personas | casos | число | количество | человек | чел | единиц | лиц | случаев | 人 | 人数 | 数量 | 个 | 例 | 起 | 案件 | عدد | أشخاص | شخص | فرد | قضية | حالة`);
const totals =
  wordsIn(`total | totals | all | t | both | both sexes | all ages | any | tous | toutes | ensemble | les deux sexes | totaux | todos | todas | ambos | ambos sexos | todas las edades | totales
    всего | все | итого | оба пола | мужчины и женщины | все возрасты | 合计 | 总计 | 总数 | 总体 | 共计 | 小计 | 男女合计 | 全部 | 两性 | 不分性别 | 所有年龄 | الإجمالي | إجمالي | المجموع | مجموع | الكل | كلا الجنسين | جميع الأعمار`);

/* What code lists do not have, since they name each code once. */
const moreCodes: Readonly<Record<string, Readonly<Record<string, ReadonlySet<string>>>>> = {
  sex: {
    female: wordsIn(
      'female | females | f | women | woman | femme | femmes | féminin | mujer | mujeres | femenino | женский | женщины | женщина | жен | ж | 女 | 女性 | 妇女 | إناث | أنثى | الإناث | نساء | النساء | امرأة | نسائي',
    ),
    male: wordsIn(
      'male | males | m | men | man | homme | hommes | masculin | hombre | hombres | masculino | мужской | мужчины | мужчина | муж | м | 男 | 男性 | ذكور | ذكر | الذكور | رجال | الرجال | رجل',
    ),
    unknown: wordsIn('unknown | inconnu | inconnue | desconocido | desconocida'),
  },
  age: {
    child: wordsIn(
      '0 17 | 0 17 years | 0 to 17 | under 18 | <18 | child | children | minor | minors | enfant | enfants | mineur | mineurs | 0 à 17 ans | niños | menores | menores de 18 años | 0 a 17 años | дети | ребенок | несовершеннолетние | до 18 лет | 0 17 лет | 儿童 | 未成年人 | 未成年 | 18岁以下 | 0 17岁 | أطفال | الأطفال | طفل | قاصرون | القصر | دون 18 سنة | أقل من 18 سنة',
    ),
    adult: wordsIn(
      '18+ | 18 and over | 18 years or over | adult | adults | adulte | adultes | 18 ans et plus | 18 ans ou plus | adulto | adultos | 18 años o más | 18 años y más | взрослые | взрослый | совершеннолетние | 18 лет и старше | 18+ лет | 成人 | 成年人 | 成年 | 18岁及以上 | 18岁以上 | بالغون | البالغون | بالغ | راشدون | كبار | 18 سنة فأكثر',
    ),
    unknown: wordsIn('unknown | inconnu | inconnue | desconocido | desconocida'),
  },
};
/* Children of one sex: their columns say two things, and beside them "women" are grown-ups. */
const children: Readonly<Record<string, ReadonlySet<string>>> = {
  female: wordsIn(
    'girl | girls | fille | filles | niña | niñas | девочка | девочки | 女童 | 女孩 | فتاة | فتيات | الفتيات | بنات',
  ),
  male: wordsIn(
    'boy | boys | garçon | garçons | niño | niños varones | мальчик | мальчики | 男童 | 男孩 | فتى | فتيان | الفتيان | أولاد',
  ),
};
const grownUps = wordsIn(
  'woman | women | man | men | femme | femmes | homme | hommes | mujer | mujeres | hombre | hombres | женщина | женщины | мужчина | мужчины | 妇女 | 男子 | امرأة | نساء | النساء | رجل | رجال | الرجال',
);

const holds = (text: string, words: ReadonlySet<string>) =>
  ` ${text} `.split(' ').some((word) => words.has(word));
/** Whether a word says children of one sex, so that "women" beside it are those who are grown up. */
export const saysGirlsOrBoys = (word: string): boolean =>
  Object.values(children).some((words) => holds(bare(word), words));
/** Whether a word that is read as a sex may mean its grown-ups alone. */
export const maySayGrownUps = (word: string): boolean => holds(bare(word), grownUps);

const moreDimensions: Readonly<Record<string, ReadonlySet<string>>> = {
  sex: wordsIn('sex | gender | sexe | genre | sexo | género | пол | 性别 | الجنس | النوع | النوع الاجتماعي'),
  age: wordsIn(
    "age | age group | ages | groupe d’âge | groupe d'âge | tranche d'âge | edad | grupo de edad | grupos de edad | возраст | возрастная группа | возрастные группы | 年龄 | 年龄组 | 年龄段 | العمر | السن | الفئة العمرية | الفئات العمرية | فئة العمر",
  ),
  citizenship: wordsIn(
    'citizenship | nationality | country of citizenship | nationalité | nacionalidad | ciudadanía | гражданство | страна гражданства | 国籍 | 公民身份 | الجنسية | بلد الجنسية',
  ),
  'repatriated-to': wordsIn(
    'country of repatriation | pays de rapatriement | país de repatriación | страна репатриации | 遣返国 | بلد الإعادة إلى الوطن',
  ),
};

/* In Russian a dimension after "по" has another form than in a header. */
const moreChoosers: Readonly<Record<string, ReadonlySet<string>>> = {
  sex: wordsIn('по полу | по признаку пола | 按性别分 | حسب النوع'),
  age: wordsIn('по возрасту | по возрастным группам | 按年龄分 | حسب السن'),
  citizenship: wordsIn('по гражданству | по странам гражданства | по стране гражданства | 按国籍分'),
  'form-of-exploitation': wordsIn(
    'по форме эксплуатации | по формам эксплуатации | по видам эксплуатации | 按剥削形式分 | حسب أشكال الاستغلال',
  ),
  'repatriated-to': wordsIn('по стране репатриации | по странам репатриации | 按遣返国分'),
};

/** Whether a header or a word of a unit says that figures are no counts: rates, shares, averages. */
export const saysRate = (word: string): boolean => rates.test(bare(word)) || rates.test(foldWord(word));
export const saysTotal = (word: string): boolean => totals.has(bare(word));
export const saysCounts = (word: string): boolean => countUnits.has(bare(word));

/** 2 where a header is such a word, 1 where it holds one, else 0. */
export function meaningOfHeader(name: string, meaning: HeaderMeaning): 0 | 1 | 2 {
  const text = bare(name);
  if (headers[meaning].has(text)) return 2;
  const held = [...headers[meaning]].some((word) => word.length > 3 && ` ${text} `.includes(` ${word} `));
  return held ? 1 : 0;
}

/** "Convicted women": the code `female` of `sex`, and `convicted`; a total adds nothing. */
export interface NameOfFigures {
  readonly codes: ReadonlyMap<string, string>;
  readonly rest: string;
}

/** What words stand for in files that nobody wrote a mapping for. */
export interface KnownWords {
  indicator(word: string): string | undefined;
  /** The code of a dimension; countries are not among them. */
  code(dimension: string, word: string): string | undefined;
  /** The dimension that the header of a column names. */
  dimension(header: string): string | undefined;
  /** What the name of a column of figures says: the codes of its dimensions, and what it says beside them. */
  inName(name: string): NameOfFigures;
  /** The dimension that a word says its row is broken down by, null for the total. */
  chooser(word: string): string | null | undefined;
}

const namesOf = (names: CodeNames) => Object.values(names).map(bare);

/** The known words of the code lists and of the mappings that come along. Errors: UnreadableFile, for a damaged mapping. */
export async function readKnownWords(): Promise<KnownWords> {
  const mappings = await Promise.all(['unodc-glotip', 'population'].map(findMapping));
  const ofIndicators = new Map<string, string>();
  for (const { code, names } of indicators)
    for (const name of [bare(code), ...namesOf(names)]) ofIndicators.set(name, code);
  for (const { indicator } of mappings)
    for (const [word, code] of Object.entries(indicator.words))
      if (word !== '') ofIndicators.set(bare(word), code);
  const ofDimensions = new Map<string, string>();
  for (const { code, names } of dimensions)
    for (const name of [bare(code), ...namesOf(names), ...(moreDimensions[code] ?? [])])
      ofDimensions.set(name, code);
  const codes = new Map(dimensions.map(({ code }) => [code, codesOf(code, mappings)]));
  const choosers = choosersOf(mappings);
  return {
    indicator: (word) => ofIndicators.get(bare(word)),
    code: (dimension, word) => codes.get(dimension)?.get(bare(word)),
    dimension: (header) => ofDimensions.get(bare(header)),
    inName: (name) => readName(bare(name.replace(/[,;،，、]/gu, ' ')), codes),
    chooser: (word) => {
      if (saysTotal(word)) return null;
      const by = /^(?:by|por|par|по|按照?|حسب|بحسب)\s*(.+)$/u.exec(bare(word))?.[1];
      return choosers.get(bare(word)) ?? (by === undefined ? undefined : ofDimensions.get(by));
    },
  };
}

/** Words of these dimensions stand in names of columns beside what is counted; those of others would be guessed. */
const namedDimensions = ['sex', 'age'];

function readName(name: string, known: ReadonlyMap<string, ReadonlyMap<string, string>>): NameOfFigures {
  const found = new Map<string, string>();
  let rest = ` ${name} `;
  for (const [sex, words] of Object.entries(children))
    for (const word of words)
      if (rest.includes(` ${word} `)) {
        found.set('sex', sex).set('age', 'child');
        rest = rest.replace(` ${word} `, ' ');
      }
  for (const dimension of namedDimensions.filter((one) => !found.has(one))) {
    // The longest first, so that "18 years or over" is not read as another word in it.
    const words = [...known.get(dimension)!].sort(([a], [b]) => b.length - a.length);
    const held = words.find(
      ([word, code]) => !['unknown', 'other'].includes(code) && rest.includes(` ${word} `),
    );
    if (!held) continue;
    found.set(dimension, held[1]);
    rest = rest.replace(` ${held[0]} `, ' ');
  }
  for (const word of totals)
    if (word.length > 2 || rest.trim() === word) rest = rest.replace(` ${word} `, ' ');
  return { codes: found, rest: rest.trim() };
}

/** The words of a dimension: those that two of its sources would read differently are none. */
function codesOf(dimension: string, mappings: readonly Mapping[]): Map<string, string> {
  const found = new Map<string, string>();
  const list = dimensions.find(({ code }) => code === dimension)!.codes;
  for (const { code, names } of list)
    for (const name of [bare(code), ...namesOf(names)]) found.set(name, code);
  for (const [code, words] of Object.entries(moreCodes[dimension] ?? {}))
    for (const word of words) found.set(word, code);
  const choices = mappings.flatMap((mapping) =>
    mapping.breakdown
      .flatMap((part) => ('choices' in part ? Object.values(part.choices) : [part]))
      .filter((choice) => choice.dimension === dimension)
      .flatMap((choice) => Object.entries(wordsOf(choice, mapping))),
  );
  for (const [word, code] of choices) if (code !== null && word !== '') found.set(bare(word), code);
  return found;
}

const choosersOf = (mappings: readonly Mapping[]) =>
  new Map([
    ...Object.entries(moreChoosers).flatMap(([code, words]) =>
      [...words].map((word) => [word, code] as const),
    ),
    ...mappings
      .flatMap(({ breakdown }) =>
        breakdown.flatMap((part) => ('choices' in part ? Object.entries(part.choices) : [])),
      )
      .flatMap(([word, { dimension }]) =>
        dimension === undefined ? [] : [[bare(word), dimension] as const],
      ),
  ]);
