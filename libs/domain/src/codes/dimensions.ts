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
  /** Respondents' codes in lower case are codes of this dimension too. */
  readonly respondents?: true;
}

const groups = details.filter(({ kind }) => kind === 'group').map(({ code, names }) => ({ code, names }));

/* Beside countries: what replies write where a country was asked for. */
/* prettier-ignore */
const origins: readonly DimensionCode[] = [
  { code: 'nationals', names: { en: 'Own nationals', zh: '本国国民', fr: 'Ressortissants nationaux', es: 'Nacionales', ru: 'Собственные граждане', ar: 'مواطنو الدولة' } },
  { code: 'abroad', names: { en: 'Abroad', zh: '国外', fr: 'À l’étranger', es: 'En el extranjero', ru: 'За рубежом', ar: 'في الخارج' } },
  { code: 'foreigners', names: { en: 'Foreign nationals', zh: '外国国民', fr: 'Ressortissants étrangers', es: 'Extranjeros', ru: 'Иностранные граждане', ar: 'الأجانب' } },
  { code: 'unknown', names: { en: 'Unknown', zh: '不详', fr: 'Inconnu', es: 'Desconocido', ru: 'Неизвестно', ar: 'غير معروف' } },
  { code: 'not-stated', names: { en: 'Not stated', zh: '未注明', fr: 'Non précisé', es: 'No especificado', ru: 'Не указано', ar: 'غير محدد' } },
  { code: 'stateless', names: { en: 'Stateless', zh: '无国籍', fr: 'Apatrides', es: 'Apátridas', ru: 'Лица без гражданства', ar: 'عديمو الجنسية' } },
  { code: 'disputed', names: { en: 'Disputed', zh: '有争议', fr: 'Contestée', es: 'En disputa', ru: 'Оспаривается', ar: 'متنازع عليها' } },
  { code: 'other', names: { en: 'Other countries', zh: '其他国家', fr: 'Autres pays', es: 'Otros países', ru: 'Другие страны', ar: 'بلدان أخرى' } },
  { code: 'africa', names: { en: 'Africa', zh: '非洲', fr: 'Afrique', es: 'África', ru: 'Африка', ar: 'أفريقيا' } },
  { code: 'americas', names: { en: 'Americas', zh: '美洲', fr: 'Amériques', es: 'América', ru: 'Америка', ar: 'الأمريكتان' } },
  { code: 'asia', names: { en: 'Asia', zh: '亚洲', fr: 'Asie', es: 'Asia', ru: 'Азия', ar: 'آسيا' } },
  { code: 'caribbean', names: { en: 'Caribbean', zh: '加勒比', fr: 'Caraïbes', es: 'Caribe', ru: 'Карибский бассейн', ar: 'منطقة البحر الكاريبي' } },
  { code: 'european-economic-area', names: { en: 'European Economic Area', zh: '欧洲经济区', fr: 'Espace économique européen', es: 'Espacio Económico Europeo', ru: 'Европейская экономическая зона', ar: 'المنطقة الاقتصادية الأوروبية' } },
  { code: 'other-africa', names: { en: 'Other countries of Africa', zh: '非洲其他国家', fr: 'Autres pays d’Afrique', es: 'Otros países de África', ru: 'Другие страны Африки', ar: 'بلدان أفريقية أخرى' } },
  { code: 'other-asia', names: { en: 'Other countries of Asia', zh: '亚洲其他国家', fr: 'Autres pays d’Asie', es: 'Otros países de Asia', ru: 'Другие страны Азии', ar: 'بلدان آسيوية أخرى' } },
  { code: 'other-europe', names: { en: 'Other countries of Europe', zh: '欧洲其他国家', fr: 'Autres pays d’Europe', es: 'Otros países de Europa', ru: 'Другие страны Европы', ar: 'بلدان أوروبية أخرى' } },
  { code: 'other-eu-28', names: { en: 'Other countries of the European Union (28)', zh: '欧洲联盟（28国）其他国家', fr: 'Autres pays de l’Union européenne (28)', es: 'Otros países de la Unión Europea (28)', ru: 'Другие страны Европейского союза (28)', ar: 'بلدان أخرى من الاتحاد الأوروبي (28)' } },
  { code: 'former-yugoslavia', names: { en: 'Former Yugoslavia', zh: '前南斯拉夫', fr: 'Ex-Yougoslavie', es: 'Ex-Yugoslavia', ru: 'Бывшая Югославия', ar: 'يوغوسلافيا السابقة' } },
  { code: 'former-czechoslovakia', names: { en: 'Former Czechoslovakia', zh: '前捷克斯洛伐克', fr: 'Ex-Tchécoslovaquie', es: 'Ex-Checoslovaquia', ru: 'Бывшая Чехословакия', ar: 'تشيكوسلوفاكيا السابقة' } },
  { code: 'former-netherlands-antilles', names: { en: 'Former Netherlands Antilles', zh: '前荷属安的列斯', fr: 'Ex-Antilles néerlandaises', es: 'Ex-Antillas Neerlandesas', ru: 'Бывшие Нидерландские Антильские острова', ar: 'جزر الأنتيل الهولندية السابقة' } },
  { code: 'rohingya', names: { en: 'Rohingya (as written)', zh: '罗兴亚人（照原文）', fr: 'Rohingya (tel qu’écrit)', es: 'Rohingya (tal como figura)', ru: 'Рохинджа (как указано)', ar: 'الروهينغا (كما ورد)' } },
];

/* prettier-ignore */
export const dimensions: readonly Dimension[] = [
  { code: 'sex', names: { en: 'Sex', zh: '性别', fr: 'Sexe', es: 'Sexo', ru: 'Пол', ar: 'الجنس' },
    codes: [
      { code: 'female', names: { en: 'Female', zh: '女', fr: 'Femmes', es: 'Mujeres', ru: 'Женщины', ar: 'إناث' } },
      { code: 'male', names: { en: 'Male', zh: '男', fr: 'Hommes', es: 'Hombres', ru: 'Мужчины', ar: 'ذكور' } },
      { code: 'other', names: { en: 'Other', zh: '其他', fr: 'Autre', es: 'Otro', ru: 'Другой', ar: 'غير ذلك' } },
      { code: 'unknown', names: { en: 'Unknown', zh: '不详', fr: 'Inconnu', es: 'Desconocido', ru: 'Неизвестен', ar: 'غير معروف' } },
    ] },
  { code: 'age', names: { en: 'Age', zh: '年龄', fr: 'Âge', es: 'Edad', ru: 'Возраст', ar: 'العمر' },
    codes: [
      { code: 'child', names: { en: '0 to 17 years', zh: '0至17岁', fr: '0 à 17 ans', es: '0 a 17 años', ru: '0–17 лет', ar: 'من 0 إلى 17 سنة' } },
      { code: 'adult', names: { en: '18 years or over', zh: '18岁及以上', fr: '18 ans et plus', es: '18 años o más', ru: '18 лет и старше', ar: '18 سنة فأكثر' } },
      { code: 'unknown', names: { en: 'Unknown', zh: '不详', fr: 'Inconnu', es: 'Desconocida', ru: 'Неизвестен', ar: 'غير معروف' } },
    ] },
  { code: 'form-of-exploitation', names: { en: 'Form of exploitation', zh: '剥削形式', fr: 'Forme d’exploitation', es: 'Forma de explotación', ru: 'Форма эксплуатации', ar: 'شكل الاستغلال' },
    codes: [
      { code: 'sexual-exploitation', names: { en: 'Sexual exploitation', zh: '性剥削', fr: 'Exploitation sexuelle', es: 'Explotación sexual', ru: 'Сексуальная эксплуатация', ar: 'الاستغلال الجنسي' } },
      { code: 'forced-labour', names: { en: 'Forced labour', zh: '强迫劳动', fr: 'Travail forcé', es: 'Trabajo forzoso', ru: 'Принудительный труд', ar: 'العمل القسري' } },
      { code: 'other-forms', names: { en: 'Other forms of exploitation', zh: '其他剥削形式', fr: 'Autres formes d’exploitation', es: 'Otras formas de explotación', ru: 'Другие формы эксплуатации', ar: 'أشكال أخرى من الاستغلال' } },
    ] },
  { code: 'citizenship', respondents: true, names: { en: 'Citizenship', zh: '国籍', fr: 'Nationalité', es: 'Nacionalidad', ru: 'Гражданство', ar: 'الجنسية' },
    codes: origins },
  { code: 'repatriated-to', respondents: true, names: { en: 'Country of repatriation', zh: '遣返国', fr: 'Pays de rapatriement', es: 'País de repatriación', ru: 'Страна репатриации', ar: 'بلد الإعادة إلى الوطن' },
    codes: origins },
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
