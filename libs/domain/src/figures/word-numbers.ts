/** Numbers in words, in the five languages of the United Nations that write them apart, with the forms that cases and genders give them. */

/** From one number on, the words for it and those that follow, by a step; several forms are parted by a stroke. */
type List = readonly [from: number, step: number, words: string];

const lists: Readonly<Record<'en' | 'fr' | 'es' | 'ru' | 'ar', readonly List[]>> = {
  en: [
    [
      1,
      1,
      'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
    ],
    [17, 1, 'seventeen eighteen nineteen'],
    [20, 10, 'twenty thirty forty fifty sixty seventy eighty ninety hundred'],
    [1000, 999_000, 'thousand million'],
  ],
  // What French joins by hyphens is put together by its parts: quatre-vingt-dix-sept.
  fr: [
    [2, 1, 'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'],
    [20, 10, 'vingt|vingts trente quarante cinquante soixante septante huitante nonante cent|cents'],
    [1000, 999_000, 'mille|milliers million|millions'],
  ],
  es: [
    [2, 1, 'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince'],
    [16, 1, 'dieciséis|dieciseis diecisiete dieciocho diecinueve veinte veintiuno|veintiún|veintiuna'],
    [22, 1, 'veintidós|veintidos veintitrés|veintitres veinticuatro veinticinco veintiséis|veintiseis'],
    [27, 1, 'veintisiete veintiocho veintinueve'],
    [30, 10, 'treinta cuarenta cincuenta sesenta setenta ochenta noventa'],
    [100, 100, 'cien|ciento doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas'],
    [500, 100, 'quinientos|quinientas seiscientos|seiscientas setecientos|setecientas'],
    [800, 100, 'ochocientos|ochocientas novecientos|novecientas mil'],
    [1_000_000, 1, 'millón|millones'],
  ],
  ru: [
    [1, 1, 'один|одна|одно|одного|одной|одному|одним|одну два|две|двух|двум|двумя|двое|двоих|двоим'],
    [3, 1, 'три|трех|трёх|трем|трём|тремя|трое|троих|троим четыре|четырех|четырёх|четырем|четверо|четверых'],
    [5, 1, 'пять|пяти|пятью|пятеро|пятерых шесть|шести|шестью|шестеро|шестерых'],
    [7, 1, 'семь|семи|семью|семеро|семерых восемь|восьми|восемью|восьмеро|восьмерых'],
    [9, 1, 'девять|девяти|девятью|девятеро|девятерых десять|десяти|десятью|десятеро|десятерых'],
    [11, 1, 'одиннадцать|одиннадцати|одиннадцатью двенадцать|двенадцати тринадцать|тринадцати'],
    [14, 1, 'четырнадцать|четырнадцати пятнадцать|пятнадцати шестнадцать|шестнадцати'],
    [17, 1, 'семнадцать|семнадцати восемнадцать|восемнадцати девятнадцать|девятнадцати'],
    [20, 10, 'двадцать|двадцати|двадцатью тридцать|тридцати|тридцатью сорок|сорока'],
    [50, 10, 'пятьдесят|пятидесяти шестьдесят|шестидесяти семьдесят|семидесяти'],
    [80, 10, 'восемьдесят|восьмидесяти девяносто|девяноста сто|ста'],
    [200, 100, 'двести|двухсот|двумстам триста|трехсот|трёхсот четыреста|четырехсот|четырёхсот'],
    [500, 100, 'пятьсот|пятисот шестьсот|шестисот семьсот|семисот восемьсот|восьмисот'],
    [900, 100, 'девятьсот|девятисот тысяча|тысячи|тысяч|тысячу|тысячами|тыс'],
    [1_000_000, 1, 'миллион|миллиона|миллионов'],
  ],
  ar: [
    [1, 1, 'واحد|واحدة|واحدا|واحداً|أحد|إحدى اثنان|اثنين|اثنتان|اثنتين|اثنا|اثني|اثنتا|اثنتي|إثنان|إثنين'],
    [3, 1, 'ثلاث|ثلاثة|ثلاثا|ثلاثاً أربع|أربعة|أربعا|اربع|اربعة خمس|خمسة|خمسا ست|ستة|ستا سبع|سبعة|سبعا'],
    [8, 1, 'ثمان|ثماني|ثمانية|ثمانيا تسع|تسعة|تسعا عشر|عشرة|عشرا|عشراً'],
    [20, 10, 'عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين|اربعون|اربعين خمسون|خمسين ستون|ستين سبعون|سبعين'],
    [80, 10, 'ثمانون|ثمانين تسعون|تسعين مائة|مئة|ماية'],
    [200, 100, 'مائتان|مائتين|مئتان|مئتين|مائتا|مئتا|مائتي|مئتي ثلاثمائة|ثلاثمئة أربعمائة|أربعمئة|اربعمائة'],
    [500, 100, 'خمسمائة|خمسمئة ستمائة|ستمئة سبعمائة|سبعمئة ثمانمائة|ثمانمئة|ثمانيمائة تسعمائة|تسعمئة'],
    [1000, 1000, 'ألف|آلاف|ألفا|ألفاً ألفان|ألفين'],
    [1_000_000, 1, 'مليون|ملايين'],
  ],
};

const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ones = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** By language, from a word in lower case to its number; of two meanings of a form the first counts. */
const byLanguage: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  Object.entries(lists).map(([code, own]) => {
    const words = new Map<string, number>();
    for (const [from, step, said] of own)
      for (const [i, forms] of said.split(' ').entries())
        for (const word of forms.split('|')) if (!words.has(word)) words.set(word, from + i * step);
    if (code === 'en')
      for (const [i, ten] of tens.entries())
        for (const [j, one] of ones.entries()) words.set(`${ten}-${one}`, (i + 2) * 10 + j + 1);
    return [code, words];
  }),
);

/** The words of a language and their numbers; none where it writes numbers otherwise. */
export const wordNumbersOf = (code: string): ReadonlyMap<string, number> => byLanguage.get(code) ?? new Map();
