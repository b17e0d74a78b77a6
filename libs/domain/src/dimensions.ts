/** By what a figure can be broken down: dimensions, and the codes of each. */
import type { CodeNames } from './code-names.js';
import { details } from './details.js';

export interface DimensionCode {
  readonly code: string;
  readonly names: CodeNames;
}

export interface Dimension {
  readonly code: string;
  readonly names: CodeNames;
  readonly codes: readonly DimensionCode[];
}

const groups = details.filter(({ kind }) => kind === 'group').map(({ code, names }) => ({ code, names }));

/* prettier-ignore */
export const dimensions: readonly Dimension[] = [
  { code: 'sex', names: { en: 'Sex', zh: '性别', fr: 'Sexe', es: 'Sexo', ru: 'Пол', ar: 'الجنس' },
    codes: [
      { code: 'female', names: { en: 'Female', zh: '女', fr: 'Femmes', es: 'Mujeres', ru: 'Женщины', ar: 'إناث' } },
      { code: 'male', names: { en: 'Male', zh: '男', fr: 'Hommes', es: 'Hombres', ru: 'Мужчины', ar: 'ذكور' } },
    ] },
  { code: 'age', names: { en: 'Age', zh: '年龄', fr: 'Âge', es: 'Edad', ru: 'Возраст', ar: 'العمر' },
    codes: [
      { code: 'child', names: { en: '0 to 17 years', zh: '0至17岁', fr: '0 à 17 ans', es: '0 a 17 años', ru: '0–17 лет', ar: 'من 0 إلى 17 سنة' } },
      { code: 'adult', names: { en: '18 years or over', zh: '18岁及以上', fr: '18 ans et plus', es: '18 años o más', ru: '18 лет и старше', ar: '18 سنة فأكثر' } },
    ] },
  { code: 'audience', names: { en: 'Group addressed', zh: '对象', fr: 'Public visé', es: 'Destinatarios', ru: 'Целевая группа', ar: 'الفئة المستهدفة' },
    codes: groups },
  { code: 'offence', names: { en: 'Offence', zh: '犯罪', fr: 'Infraction', es: 'Delito', ru: 'Преступление', ar: 'الجريمة' },
    codes: [
      { code: 'trafficking-or-smuggling', names: { en: 'Trafficking in persons or smuggling of migrants', zh: '贩运人口或偷运移民', fr: 'Traite des personnes ou trafic de migrants', es: 'Trata de personas o tráfico de migrantes', ru: 'Торговля людьми или незаконный ввоз мигрантов', ar: 'الاتجار بالأشخاص أو تهريب المهاجرين' } },
    ] },
  { code: 'language', names: { en: 'Language', zh: '语文', fr: 'Langue', es: 'Idioma', ru: 'Язык', ar: 'اللغة' },
    codes: [
      { code: 'other-than-national', names: { en: 'Other than the national language', zh: '本国语文以外', fr: 'Autres que la langue nationale', es: 'Distintos del idioma nacional', ru: 'Кроме национального языка', ar: 'غير اللغة الوطنية' } },
    ] },
];

const byCode = new Map(dimensions.map((dimension) => [dimension.code, dimension]));

/** The dimension of a code, or undefined. */
export function findDimension(code: string): Dimension | undefined {
  return byCode.get(code);
}
