/** Small numbers in words, in the five languages of the United Nations that write them apart. */

/** From one number on, the words for it and those that follow; several forms are parted by a stroke. */
const lists: readonly (readonly [from: number, step: number, words: string])[] = [
  [1, 1, 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'],
  [17, 1, 'seventeen eighteen nineteen'],
  [20, 10, 'twenty thirty forty fifty sixty seventy eighty ninety'],
  [2, 1, 'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'],
  [17, 1, 'dix-sept dix-huit dix-neuf vingt'],
  [30, 10, 'trente quarante cinquante soixante'],
  [2, 1, 'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis'],
  [17, 1, 'diecisiete dieciocho diecinueve veinte'],
  [30, 10, 'treinta cuarenta cincuenta sesenta setenta ochenta noventa'],
  [1, 1, 'один|одна|одно|одного|одной два|две|двух|двум три|трех|трёх|трем четыре|четырех|четырёх пять|пяти'],
  [6, 1, 'шесть|шести семь|семи восемь|восьми девять|девяти десять|десяти одиннадцать|одиннадцати'],
  [12, 1, 'двенадцать|двенадцати тринадцать|тринадцати четырнадцать|четырнадцати пятнадцать|пятнадцати'],
  [
    16,
    1,
    'шестнадцать|шестнадцати семнадцать|семнадцати восемнадцать|восемнадцати девятнадцать двадцать|двадцати',
  ],
  [30, 10, 'тридцать|тридцати сорок|сорока пятьдесят|пятидесяти шестьдесят|шестидесяти'],
  [
    1,
    1,
    'واحد|واحدة اثنان|اثنين|اثنتان|اثنتين ثلاث|ثلاثة أربع|أربعة خمس|خمسة ست|ستة سبع|سبعة ثمان|ثماني|ثمانية',
  ],
  [9, 1, 'تسع|تسعة عشر|عشرة'],
  [
    20,
    10,
    'عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين',
  ],
];

const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ones = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** From a word in lower case to its number. */
export const wordNumbers: ReadonlyMap<string, number> = new Map([
  ...lists.flatMap(([from, step, words]) =>
    words.split(' ').flatMap((forms, i) => forms.split('|').map((word) => [word, from + i * step] as const)),
  ),
  ...tens.flatMap((ten, i) => ones.map((one, j) => [`${ten}-${one}`, (i + 2) * 10 + j + 1] as const)),
]);
