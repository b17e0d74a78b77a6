/** What is counted: each indicator with its counting unit, its meaning, its theme and its names. */
import type { CodeNames } from './code-names.js';
import type { Theme } from './themes.js';

export const countingUnits = ['case', 'person', 'victim', 'offence', 'item', 'event'] as const;
export type CountingUnit = (typeof countingUnits)[number];

export interface Indicator {
  readonly code: string;
  readonly unit: CountingUnit;
  /** Theme under which reports treat the figure; absent for counts about the round itself. */
  readonly theme?: Theme['code'];
  readonly definition: string;
  readonly names: CodeNames;
}

/* prettier-ignore */
export const indicators: readonly Indicator[] = [
  { code: 'cases-recorded', unit: 'case', theme: 'B',
    definition: 'Cases of trafficking in persons that came to the knowledge of the authorities, whether or not they were investigated.',
    names: { en: 'Cases recorded', zh: '记录的案件', fr: 'Affaires enregistrées', es: 'Casos registrados', ru: 'Зарегистрированные дела', ar: 'القضايا المسجلة' } },
  { code: 'cases-investigated', unit: 'case', theme: 'B',
    definition: 'Cases of trafficking in persons in which an investigation was opened.',
    names: { en: 'Cases investigated', zh: '侦查的案件', fr: 'Affaires ayant fait l’objet d’une enquête', es: 'Casos investigados', ru: 'Расследуемые дела', ar: 'القضايا التي جرى التحقيق فيها' } },
  { code: 'cases-uncovered', unit: 'case', theme: 'B',
    definition: 'Cases of trafficking in persons that an investigation brought to light.',
    names: { en: 'Cases uncovered', zh: '破获的案件', fr: 'Affaires mises au jour', es: 'Casos descubiertos', ru: 'Раскрытые дела', ar: 'القضايا المكتشفة' } },
  { code: 'offences-recorded', unit: 'offence', theme: 'B',
    definition: 'Offences of trafficking in persons entered in the criminal statistics; one case can hold several.',
    names: { en: 'Offences recorded', zh: '记录的犯罪', fr: 'Infractions enregistrées', es: 'Delitos registrados', ru: 'Зарегистрированные преступления', ar: 'الجرائم المسجلة' } },
  { code: 'persons-arrested', unit: 'person', theme: 'B',
    definition: 'Persons arrested on suspicion of trafficking in persons.',
    names: { en: 'Persons arrested', zh: '被逮捕者', fr: 'Personnes arrêtées', es: 'Personas detenidas', ru: 'Арестованные лица', ar: 'الأشخاص المقبوض عليهم' } },
  { code: 'persons-prosecuted', unit: 'person', theme: 'B',
    definition: 'Persons against whom a prosecution for trafficking in persons was begun.',
    names: { en: 'Persons prosecuted', zh: '被起诉者', fr: 'Personnes poursuivies', es: 'Personas enjuiciadas', ru: 'Лица, подвергнутые уголовному преследованию', ar: 'الأشخاص الملاحقون قضائيا' } },
  { code: 'persons-convicted', unit: 'person', theme: 'B',
    definition: 'Persons found guilty of trafficking in persons by a court.',
    names: { en: 'Persons convicted', zh: '被定罪者', fr: 'Personnes condamnées', es: 'Personas condenadas', ru: 'Осужденные лица', ar: 'الأشخاص المدانون' } },
  { code: 'persons-in-formal-contact', unit: 'person', theme: 'B',
    definition: 'Persons brought into formal contact with police or other authorities as suspects of trafficking in persons: suspected, arrested or cautioned.',
    names: { en: 'Persons in formal contact', zh: '正式接触者', fr: 'Personnes entrées en contact formel avec la police', es: 'Personas en contacto formal', ru: 'Лица, вступившие в официальный контакт с полицией', ar: 'الأشخاص الذين جرى الاتصال بهم رسميا' } },
  { code: 'offenders-identified', unit: 'person', theme: 'B',
    definition: 'Persons whom the authorities named as offenders in cases of trafficking in persons, whatever became of them.',
    names: { en: 'Offenders identified', zh: '查明的犯罪分子', fr: 'Auteurs identifiés', es: 'Delincuentes identificados', ru: 'Выявленные правонарушители', ar: 'الجناة المحددة هويتهم' } },
  { code: 'victims-detected', unit: 'victim', theme: 'B',
    definition: 'Victims of trafficking in persons detected by the authorities of the reporting area.',
    names: { en: 'Victims detected', zh: '发现的被害人', fr: 'Victimes détectées', es: 'Víctimas detectadas', ru: 'Выявленные жертвы', ar: 'الضحايا المكتشفون' } },
  { code: 'victims-identified', unit: 'victim', theme: 'B',
    definition: 'Persons whom the authorities recognised as victims of trafficking in persons.',
    names: { en: 'Victims identified', zh: '确认的被害人', fr: 'Victimes identifiées', es: 'Víctimas identificadas', ru: 'Установленные жертвы', ar: 'الضحايا المحددة هويتهم' } },
  { code: 'victims-rescued', unit: 'victim', theme: 'B',
    definition: 'Victims freed from trafficking in persons by the authorities.',
    names: { en: 'Victims rescued', zh: '解救的被害人', fr: 'Victimes secourues', es: 'Víctimas rescatadas', ru: 'Спасенные жертвы', ar: 'الضحايا الذين جرى إنقاذهم' } },
  { code: 'victims-assisted', unit: 'victim', theme: 'B',
    definition: 'Victims of trafficking in persons who were given help or support.',
    names: { en: 'Victims assisted', zh: '获得援助的被害人', fr: 'Victimes aidées', es: 'Víctimas asistidas', ru: 'Жертвы, получившие помощь', ar: 'الضحايا الذين تلقوا المساعدة' } },
  { code: 'criminal-groups-dismantled', unit: 'item', theme: 'B',
    definition: 'Organised criminal groups active in trafficking in persons that were broken up.',
    names: { en: 'Criminal groups dismantled', zh: '捣毁的犯罪团伙', fr: 'Groupes criminels démantelés', es: 'Grupos delictivos desarticulados', ru: 'Ликвидированные преступные группы', ar: 'الجماعات الإجرامية المفككة' } },
  { code: 'specialised-units', unit: 'item', theme: 'B',
    definition: 'Police units, squads or task forces set up to deal with trafficking in persons.',
    names: { en: 'Specialised units', zh: '专门单位', fr: 'Unités spécialisées', es: 'Unidades especializadas', ru: 'Специализированные подразделения', ar: 'الوحدات المتخصصة' } },
  { code: 'specialised-officers', unit: 'person', theme: 'B',
    definition: 'Officers who serve in units set up to deal with trafficking in persons.',
    names: { en: 'Officers in specialised units', zh: '专门单位的警官', fr: 'Agents des unités spécialisées', es: 'Agentes de unidades especializadas', ru: 'Сотрудники специализированных подразделений', ar: 'أفراد الوحدات المتخصصة' } },
  { code: 'assistance-regions', unit: 'item', theme: 'B',
    definition: 'Regions of a State in which workers are assigned to help victims.',
    names: { en: 'Regions with victim assistance workers', zh: '派有被害人援助人员的区域', fr: 'Régions dotées d’agents d’aide aux victimes', es: 'Regiones con personal de asistencia a las víctimas', ru: 'Районы, где работают сотрудники по оказанию помощи жертвам', ar: 'المناطق التي يعمل فيها موظفو مساعدة الضحايا' } },
  { code: 'hotline-calls', unit: 'item', theme: 'B',
    definition: 'Calls that a telephone helpline received, on any subject.',
    names: { en: 'Hotline calls', zh: '热线来电', fr: 'Appels reçus par une ligne d’assistance', es: 'Llamadas a una línea de ayuda', ru: 'Звонки на горячую линию', ar: 'المكالمات الواردة إلى الخط الساخن' } },
  { code: 'hotline-calls-on-trafficking', unit: 'item', theme: 'B',
    definition: 'Calls to a telephone helpline that concerned a suspicion of trafficking in persons.',
    names: { en: 'Hotline calls on trafficking', zh: '涉及人口贩运的热线来电', fr: 'Appels concernant la traite', es: 'Llamadas sobre trata de personas', ru: 'Звонки на горячую линию по поводу торговли людьми', ar: 'المكالمات المتعلقة بالاتجار بالأشخاص' } },
  { code: 'persons-trained', unit: 'person', theme: 'C',
    definition: 'Persons who took part in training on trafficking in persons.',
    names: { en: 'Persons trained', zh: '受训人员', fr: 'Personnes formées', es: 'Personas capacitadas', ru: 'Лица, прошедшие подготовку', ar: 'الأشخاص الذين تلقوا التدريب' } },
  { code: 'training-material-languages', unit: 'item', theme: 'C',
    definition: 'Languages into which material that supports training was translated.',
    names: { en: 'Languages of training material', zh: '培训材料的语文数目', fr: 'Langues des supports de formation', es: 'Idiomas del material de capacitación', ru: 'Языки учебных материалов', ar: 'لغات مواد التدريب' } },
  { code: 'persons-reached', unit: 'person', theme: 'D',
    definition: 'Persons told directly of the dangers of trafficking in persons.',
    names: { en: 'Persons reached', zh: '宣传所及人数', fr: 'Personnes sensibilisées', es: 'Personas informadas', ru: 'Лица, охваченные информированием', ar: 'الأشخاص الذين شملتهم التوعية' } },
  { code: 'posters-distributed', unit: 'item', theme: 'D',
    definition: 'Posters on trafficking in persons that were handed out or put up.',
    names: { en: 'Posters distributed', zh: '散发的宣传画', fr: 'Affiches distribuées', es: 'Carteles distribuidos', ru: 'Распространенные плакаты', ar: 'الملصقات الموزعة' } },
  { code: 'media-reports', unit: 'item', theme: 'D',
    definition: 'Reports on trafficking in persons in newspapers, on radio, on television or online.',
    names: { en: 'Media reports', zh: '媒体报道', fr: 'Articles et émissions dans les médias', es: 'Noticias en los medios de comunicación', ru: 'Сообщения в средствах массовой информации', ar: 'التقارير الإعلامية' } },
  { code: 'awareness-projects', unit: 'item', theme: 'D',
    definition: 'Projects that run at the time of the reply in order to raise awareness.',
    names: { en: 'Awareness projects', zh: '提高认识项目', fr: 'Projets de sensibilisation', es: 'Proyectos de sensibilización', ru: 'Проекты по повышению осведомленности', ar: 'مشاريع التوعية' } },
  { code: 'lectures-per-year', unit: 'event', theme: 'D',
    definition: 'Lectures on trafficking in persons held each year; a yearly rate, no count of one year.',
    names: { en: 'Lectures per year', zh: '每年讲座次数', fr: 'Conférences par an', es: 'Conferencias al año', ru: 'Число лекций в год', ar: 'عدد المحاضرات سنويا' } },
  { code: 'information-languages', unit: 'item', theme: 'D',
    definition: 'Languages in which information for the public is issued.',
    names: { en: 'Languages of public information', zh: '公众宣传的语文数目', fr: 'Langues d’information du public', es: 'Idiomas de la información al público', ru: 'Языки информирования населения', ar: 'لغات إعلام الجمهور' } },
  { code: 'coordination-bodies', unit: 'item', theme: 'F',
    definition: 'National bodies or mechanisms that coordinate the response to trafficking in persons.',
    names: { en: 'Coordination bodies', zh: '协调机构', fr: 'Organes de coordination', es: 'Órganos de coordinación', ru: 'Координационные органы', ar: 'هيئات التنسيق' } },
  { code: 'coordination-meetings-per-year', unit: 'event', theme: 'F',
    definition: 'Meetings that a coordination body holds each year; a yearly rate, no count of one year.',
    names: { en: 'Coordination meetings per year', zh: '每年协调会议次数', fr: 'Réunions de coordination par an', es: 'Reuniones de coordinación al año', ru: 'Число координационных совещаний в год', ar: 'عدد اجتماعات التنسيق سنويا' } },
  { code: 'workshop-participating-states', unit: 'item', theme: 'G',
    definition: 'States represented at a regional workshop or seminar.',
    names: { en: 'States represented at a workshop', zh: '派代表参加讲习班的国家', fr: 'États représentés à un atelier', es: 'Estados representados en un taller', ru: 'Государства, представленные на семинаре', ar: 'الدول الممثلة في حلقة عمل' } },
  { code: 'interagency-meetings', unit: 'event', theme: 'III',
    definition: 'Meetings of the inter-agency group against trafficking in persons.',
    names: { en: 'Meetings of the inter-agency group', zh: '机构间小组会议', fr: 'Réunions du groupe interinstitutions', es: 'Reuniones del grupo interinstitucional', ru: 'Совещания межучрежденческой группы', ar: 'اجتماعات الفريق المشترك بين الوكالات' } },
  { code: 'replies-from-states', unit: 'item',
    definition: 'States whose reply the compiler counted in a round.',
    names: { en: 'Replies from States', zh: '国家答复', fr: 'Réponses d’États', es: 'Respuestas de Estados', ru: 'Ответы государств', ar: 'ردود الدول' } },
  { code: 'replies-from-organisations', unit: 'item',
    definition: 'Organisations whose reply the compiler counted in a round.',
    names: { en: 'Replies from organisations', zh: '组织答复', fr: 'Réponses d’organisations', es: 'Respuestas de organizaciones', ru: 'Ответы организаций', ar: 'ردود المنظمات' } },
];

/** What is counted only to divide by it. It is no subject of a report, and in no list to choose from. */
/* prettier-ignore */
export const denominators: readonly Indicator[] = [
  { code: 'population', unit: 'person',
    definition: 'People who live in an area, whatever their legal status or citizenship; of the collection population alone.',
    names: { en: 'Population', zh: '人口', fr: 'Population', es: 'Población', ru: 'Население', ar: 'السكان' } },
];

const byCode = new Map([...indicators, ...denominators].map((indicator) => [indicator.code, indicator]));

/** The indicator of a code, or undefined. */
export function findIndicator(code: string): Indicator | undefined {
  return byCode.get(code);
}
