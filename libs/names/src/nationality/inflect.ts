/** The forms that a demonym takes: plural and feminine, by small rules for each language. Too many do no harm. */
import type { Language } from '../languages.js';

type Rule = readonly [ending: RegExp, endings: readonly string[]];

/** The forms of a word by the first rule whose ending it has: each ending in the place of the word's own. */
function byRules(word: string, rules: readonly Rule[]): string[] {
  const rule = rules.find(([ending]) => ending.test(word));
  return rule ? [word, ...rule[1].map((ending) => word.replace(rule[0], ending))] : [word];
}

const english: readonly Rule[] = [
  [/(?:ese|s|x|sh|ch)$/u, []],
  [/man$/u, ['men', 'woman', 'women', 'mans']],
  [/$/u, ['s']],
];

const french: readonly Rule[] = [
  [/e$/u, ['es']],
  [/é$/u, ['és', 'ée', 'ées']],
  [/c$/u, ['cs', 'que', 'ques', 'cque', 'cques']],
  [/n$/u, ['ns', 'ne', 'nes', 'nne', 'nnes']],
  [/s$/u, ['se', 'ses']],
  [/$/u, ['s', 'e', 'es']],
];

const spanish: readonly Rule[] = [
  [/o$/u, ['a', 'os', 'as']],
  [/[ée]s$/u, ['és', 'esa', 'eses', 'esas']],
  [/[áa]n$/u, ['ana', 'anes', 'anas']],
  [/[óo]n$/u, ['ona', 'ones', 'onas']],
  [/l$/u, ['la', 'les', 'las']],
  [/[íi]$/u, ['íes', 'ís']],
  [/ú$/u, ['úes', 'ús']],
  [/$/u, ['s']],
];

const russian: readonly Rule[] = [
  [/(?<=[сц])кий$/u, ['кая', 'кие', 'ких', 'кое', 'кого', 'кой']],
  [/([аеия])ец$/u, ['$1йцы', '$1йцев', '$1йка', '$1йки', '$1йский', '$1йская', '$1йские', '$1цы', '$1цев']],
  [/ец$/u, ['цы', 'цев', 'ка', 'ки', 'ский', 'ская', 'ские', 'ских', 'ца']],
  [/([ая])нин$/u, ['$1не', '$1н', '$1нка', '$1нки', '$1нина']],
  [/ка$/u, ['ки', 'ок', 'ек', 'ку']],
];

const arabic: readonly Rule[] = [[/ي$/u, ['ية', 'يون', 'يين', 'يات', 'يان', 'يتان']]];

/** What people add to a country's name in Chinese, with the word for a citizen. */
const chineseEndings = ['人', '籍', '公民', '国籍', '籍人', '籍人士', '国民'];

const rulesOf: Readonly<Record<Exclude<Language, 'zh'>, readonly Rule[]>> = {
  ar: arabic,
  en: english,
  es: spanish,
  fr: french,
  ru: russian,
};

/** In: a demonym in the masculine singular, or in Chinese the name of a country. Out: its forms. */
export const inflect = (word: string, language: Language): string[] =>
  language === 'zh' ? chineseEndings.map((ending) => word + ending) : byRules(word, rulesOf[language]);

const ofName: readonly Rule[] = [
  [/ия$/u, ['иец']],
  [/я$/u, ['ец', 'иец']],
  [/[ы]$/u, ['ец']],
  [/а$/u, ['ец', 'нец', 'иец']],
  [/[ьй]$/u, ['ец']],
  [/[иоуэеё]$/u, ['$&ец', '$&нец']],
  [/$/u, ['ец']],
];

/** In: a country's name in Russian. Out: the demonyms that may follow from it; none for more than one word. */
export function fromRussianName(name: string): string[] {
  if (!/^\p{Script=Cyrillic}{4,}$/u.test(name)) return [];
  return byRules(name.toLowerCase(), ofName).slice(1);
}

/** In: a country's name in Arabic. Out: the adjective that follows from it; none for more than one word. */
export function fromArabicName(name: string): string[] {
  const bare = name.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC');
  if (!/^\p{Script=Arabic}{3,}$/u.test(bare)) return [];
  const stem = bare.replace(/^ال/u, '').replace(/(?:يا|ا|ة|ي)$/u, '');
  return stem.length < 2 ? [] : [`${stem}ي`];
}
