/** How others might call UNODC's columns and words in five languages; words that nobody knows are among them. */

export interface Language {
  /** The columns in the order of the file, by the names of UNODC's. */
  readonly columns: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
  readonly language: 'ar' | 'es' | 'fr' | 'ru' | 'zh';
}

export const spanish: Language = {
  language: 'es',
  columns: {
    ...{ txtVALUE: 'Valor', Sex: 'Sexo', Age: 'Grupo de edad', Year: 'Año', Country: 'País' },
    ...{ Category: 'Categoría', Dimension: 'Desglose', 'Unit of measurement': 'Unidad de medida' },
    ...{ Indicator: 'Indicador', Subregion: 'Subregión', Iso3_code: 'Código', Source: 'Fuente' },
  },
  words: {
    ...{ Female: 'Mujeres', Male: 'Hombres', Other: 'Otro', Unknown: 'Desconocido', Total: 'Todos' },
    ...{ '0 to 17 years': '0 a 17 años', '18 years or over': '18 años o más', Counts: 'Recuento' },
    ...{ 'Persons convicted': 'Personas condenadas', 'Persons prosecuted': 'Personas enjuiciadas' },
    ...{ 'by citizenship': 'por nacionalidad', 'by form of exploitation': 'por forma de explotación' },
    ...{ 'Forced labour': 'Trabajo forzoso', 'Sexual exploitation': 'Explotación sexual' },
  },
};
export const french: Language = {
  language: 'fr',
  columns: {
    ...{ Year: 'Année', Country: 'Pays', Iso3_code: 'Code pays', Indicator: 'Indicateur', Sex: 'Sexe' },
    ...{ Age: 'Tranche d’âge', Dimension: 'Ventilation', Category: 'Modalité', txtVALUE: 'Effectif' },
    'Unit of measurement': 'Unité',
  },
  words: {
    ...{ Female: 'Femmes', Male: 'Hommes', Other: 'Autre', Unknown: 'Inconnu', Total: 'Ensemble' },
    ...{ '0 to 17 years': '0 à 17 ans', '18 years or over': '18 ans et plus', Counts: 'Nombre' },
    ...{ 'Persons convicted': 'Personnes condamnées', 'Persons prosecuted': 'Personnes poursuivies' },
    ...{ 'by citizenship': 'par nationalité', 'by form of exploitation': 'par forme d’exploitation' },
    ...{ 'Forced labour': 'Travail forcé', 'Sexual exploitation': 'Exploitation sexuelle' },
  },
};

export const russian: Language = {
  language: 'ru',
  columns: {
    ...{ Iso3_code: 'Код страны', Country: 'Наименование страны', Region: 'Регион', Year: 'Год', Sex: 'Пол' },
    ...{ Age: 'Возрастная группа', Indicator: 'Показатель', Dimension: 'Разбивка', Category: 'Категория' },
    ...{ 'Unit of measurement': 'Единица измерения', txtVALUE: 'Значение', Source: 'Источник' },
  },
  words: {
    ...{ Female: 'Женщины', Male: 'Мужчины', Other: 'Другой', Unknown: 'Неизвестно', Total: 'Всего' },
    ...{ '0 to 17 years': 'Несовершеннолетние', '18 years or over': 'Взрослые', Counts: 'человек' },
    ...{ 'Persons convicted': 'Осужденные', 'Persons prosecuted': 'Преследуемые в судебном порядке' },
    ...{ 'by citizenship': 'по гражданству', 'by form of exploitation': 'по форме эксплуатации' },
    ...{ 'Forced labour': 'Принудительный труд', 'Sexual exploitation': 'Сексуальная эксплуатация' },
  },
};
export const arabic: Language = {
  language: 'ar',
  columns: {
    ...{ Country: 'البلد', Year: 'السنة', Indicator: 'المؤشر', Sex: 'الجنس', Age: 'الفئة العمرية' },
    ...{ Dimension: 'التصنيف', Category: 'الفئة', 'Unit of measurement': 'وحدة القياس', txtVALUE: 'العدد' },
    ...{ Iso3_code: 'رمز البلد', Subregion: 'المنطقة', Source: 'المصدر' },
  },
  words: {
    ...{ Female: 'إناث', Male: 'ذكور', Other: 'غير ذلك', Unknown: 'غير معروف', Total: 'المجموع' },
    ...{ '0 to 17 years': 'أطفال', '18 years or over': 'بالغون', Counts: 'عدد' },
    ...{ 'by citizenship': 'حسب الجنسية', 'by form of exploitation': 'حسب شكل الاستغلال' },
    ...{ 'Forced labour': 'العمل القسري', 'Sexual exploitation': 'الاستغلال الجنسي' },
  },
};
export const chinese: Language = {
  language: 'zh',
  columns: {
    ...{
      Year: '年份',
      Country: '国家或地区',
      Iso3_code: '国家代码',
      Region: '区域',
      Sex: '性别',
      Age: '年龄组',
    },
    ...{ Indicator: '指标', Dimension: '分类', Category: '类别', 'Unit of measurement': '计量单位' },
    ...{ txtVALUE: '数值', Source: '资料来源' },
  },
  words: {
    ...{ Female: '女性', Male: '男性', Other: '其他', Unknown: '不详', Total: '合计' },
    ...{ '0 to 17 years': '未成年人', '18 years or over': '成年人', Counts: '人数' },
    ...{ 'by citizenship': '按国籍', 'by form of exploitation': '按剥削形式' },
    ...{ 'Forced labour': '强迫劳动', 'Sexual exploitation': '性剥削' },
  },
};
