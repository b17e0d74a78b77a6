/** What a finding's `detail` can say: the group, the kind of help, the body … that a topic is about. */
import type { CodeNames } from './code-names.js';

export const detailKinds = [
  'group',
  'help',
  'document-security',
  'investigation',
  'place',
  'body',
  'organisation',
] as const;
export type DetailKind = (typeof detailKinds)[number];

export interface Detail {
  readonly code: string;
  readonly kind: DetailKind;
  readonly names: CodeNames;
}

/* prettier-ignore */
export const details: readonly Detail[] = [
  { code: 'adults', kind: 'group', names: { en: 'Adults', zh: '成年人', fr: 'Adultes', es: 'Adultos', ru: 'Взрослые', ar: 'البالغون' } },
  { code: 'border-guards', kind: 'group', names: { en: 'Border guards', zh: '边防警卫', fr: 'Gardes-frontière', es: 'Guardias de fronteras', ru: 'Пограничники', ar: 'حرس الحدود' } },
  { code: 'consular-officials', kind: 'group', names: { en: 'Diplomats and consular officials', zh: '外交和领事官员', fr: 'Agents diplomatiques et consulaires', es: 'Funcionarios diplomáticos y consulares', ru: 'Дипломаты и консульские сотрудники', ar: 'الموظفون الدبلوماسيون والقنصليون' } },
  { code: 'criminal-justice-officials', kind: 'group', names: { en: 'Criminal justice officials', zh: '刑事司法官员', fr: 'Agents de la justice pénale', es: 'Funcionarios de justicia penal', ru: 'Сотрудники уголовного правосудия', ar: 'موظفو العدالة الجنائية' } },
  { code: 'domestic-workers', kind: 'group', names: { en: 'Domestic workers', zh: '家庭用人', fr: 'Employés de maison', es: 'Trabajadores domésticos', ru: 'Домашняя прислуга', ar: 'عمال المنازل' } },
  { code: 'employment-and-welfare-officials', kind: 'group', names: { en: 'Employment and welfare officials', zh: '就业与福利官员', fr: 'Agents de l’emploi et de l’aide sociale', es: 'Funcionarios de empleo y bienestar', ru: 'Сотрудники служб занятости и социального обеспечения', ar: 'موظفو التوظيف والرعاية الاجتماعية' } },
  { code: 'government-officials', kind: 'group', names: { en: 'Government officials', zh: '政府官员', fr: 'Fonctionnaires', es: 'Funcionarios públicos', ru: 'Государственные служащие', ar: 'الموظفون الحكوميون' } },
  { code: 'health-workers', kind: 'group', names: { en: 'Health workers', zh: '卫生工作者', fr: 'Personnel de santé', es: 'Personal sanitario', ru: 'Медицинские работники', ar: 'العاملون الصحيون' } },
  { code: 'immigration-officials', kind: 'group', names: { en: 'Immigration officials', zh: '移民官员', fr: 'Agents de l’immigration', es: 'Funcionarios de inmigración', ru: 'Сотрудники иммиграционных служб', ar: 'موظفو الهجرة' } },
  { code: 'investigators', kind: 'group', names: { en: 'Investigators', zh: '侦查人员', fr: 'Enquêteurs', es: 'Investigadores', ru: 'Следователи', ar: 'المحققون' } },
  { code: 'judges', kind: 'group', names: { en: 'Judges', zh: '法官', fr: 'Juges', es: 'Jueces', ru: 'Судьи', ar: 'القضاة' } },
  { code: 'justice-officials', kind: 'group', names: { en: 'Justice officials', zh: '司法官员', fr: 'Agents de la justice', es: 'Funcionarios judiciales', ru: 'Сотрудники органов юстиции', ar: 'موظفو القضاء' } },
  { code: 'key-institutions', kind: 'group', names: { en: 'Key institutions', zh: '主要机构', fr: 'Institutions clefs', es: 'Instituciones clave', ru: 'Ключевые учреждения', ar: 'المؤسسات الرئيسية' } },
  { code: 'law-enforcement', kind: 'group', names: { en: 'Law enforcement', zh: '执法机关', fr: 'Services de répression', es: 'Organismos de aplicación de la ley', ru: 'Правоохранительные органы', ar: 'أجهزة إنفاذ القانون' } },
  { code: 'magistrates', kind: 'group', names: { en: 'Local magistrates', zh: '地方法官', fr: 'Magistrats locaux', es: 'Magistrados locales', ru: 'Местные магистраты', ar: 'القضاة المحليون' } },
  { code: 'military', kind: 'group', names: { en: 'Military personnel', zh: '军事人员', fr: 'Personnel militaire', es: 'Personal militar', ru: 'Военнослужащие', ar: 'الأفراد العسكريون' } },
  { code: 'ngos', kind: 'group', names: { en: 'Non-governmental organisations', zh: '非政府组织', fr: 'Organisations non gouvernementales', es: 'Organizaciones no gubernamentales', ru: 'Неправительственные организации', ar: 'المنظمات غير الحكومية' } },
  { code: 'other-specialists', kind: 'group', names: { en: 'Other specialists', zh: '其他专家', fr: 'Autres spécialistes', es: 'Otros especialistas', ru: 'Прочие специалисты', ar: 'اختصاصيون آخرون' } },
  { code: 'police', kind: 'group', names: { en: 'Police', zh: '警察', fr: 'Police', es: 'Policía', ru: 'Полиция', ar: 'الشرطة' } },
  { code: 'potential-clients', kind: 'group', names: { en: 'Possible clients', zh: '潜在嫖客', fr: 'Clients potentiels', es: 'Posibles clientes', ru: 'Потенциальные клиенты', ar: 'الزبائن المحتملون' } },
  { code: 'potential-victims', kind: 'group', names: { en: 'Possible victims', zh: '潜在被害人', fr: 'Victimes potentielles', es: 'Posibles víctimas', ru: 'Потенциальные жертвы', ar: 'الضحايا المحتملون' } },
  { code: 'probation-officers', kind: 'group', names: { en: 'Probation officers', zh: '缓刑监管官', fr: 'Agents de probation', es: 'Agentes de libertad vigilada', ru: 'Сотрудники службы пробации', ar: 'مراقبو السلوك' } },
  { code: 'prosecutors', kind: 'group', names: { en: 'Prosecutors', zh: '检察官', fr: 'Procureurs', es: 'Fiscales', ru: 'Прокуроры', ar: 'أعضاء النيابة العامة' } },
  { code: 'public', kind: 'group', names: { en: 'General public', zh: '公众', fr: 'Grand public', es: 'Público en general', ru: 'Население', ar: 'عامة الجمهور' } },
  { code: 'refugee-workers', kind: 'group', names: { en: 'Workers with refugees', zh: '难民工作者', fr: 'Personnel chargé des réfugiés', es: 'Personal que trabaja con refugiados', ru: 'Сотрудники по работе с беженцами', ar: 'العاملون مع اللاجئين' } },
  { code: 'school-psychologists', kind: 'group', names: { en: 'School psychologists', zh: '学校心理学家', fr: 'Psychologues scolaires', es: 'Psicólogos escolares', ru: 'Школьные психологи', ar: 'الأخصائيون النفسيون المدرسيون' } },
  { code: 'schoolchildren', kind: 'group', names: { en: 'Children and adolescents at school', zh: '在校儿童和青少年', fr: 'Enfants et adolescents scolarisés', es: 'Niños y adolescentes escolarizados', ru: 'Школьники', ar: 'تلاميذ المدارس' } },
  { code: 'service-providers', kind: 'group', names: { en: 'Service providers', zh: '服务提供人员', fr: 'Prestataires de services', es: 'Proveedores de servicios', ru: 'Поставщики услуг', ar: 'مقدمو الخدمات' } },
  { code: 'social-workers', kind: 'group', names: { en: 'Social workers', zh: '社会工作者', fr: 'Travailleurs sociaux', es: 'Trabajadores sociales', ru: 'Социальные работники', ar: 'الأخصائيون الاجتماعيون' } },
  { code: 'special-investigators', kind: 'group', names: { en: 'Special investigation services', zh: '特别调查局', fr: 'Services spéciaux d’enquête', es: 'Servicios especiales de investigación', ru: 'Специальные следственные службы', ar: 'دوائر التحقيق الخاصة' } },
  { code: 'teachers', kind: 'group', names: { en: 'Teachers', zh: '教师', fr: 'Enseignants', es: 'Docentes', ru: 'Преподаватели', ar: 'المعلمون' } },
  { code: 'trafficking-specialists', kind: 'group', names: { en: 'Specialists in trafficking in persons', zh: '人口贩运问题专家', fr: 'Spécialistes de la traite', es: 'Especialistas en trata de personas', ru: 'Специалисты по торговле людьми', ar: 'الاختصاصيون في مكافحة الاتجار بالأشخاص' } },
  { code: 'workers', kind: 'group', names: { en: 'Workers', zh: '工人', fr: 'Travailleurs', es: 'Trabajadores', ru: 'Рабочие', ar: 'العمال' } },
  { code: 'young-people', kind: 'group', names: { en: 'Young people', zh: '年轻人', fr: 'Jeunes', es: 'Jóvenes', ru: 'Молодежь', ar: 'الشباب' } },
  { code: 'accommodation', kind: 'help', names: { en: 'Accommodation', zh: '住宿', fr: 'Hébergement', es: 'Alojamiento', ru: 'Размещение', ar: 'السكن' } },
  { code: 'food', kind: 'help', names: { en: 'Food', zh: '食品', fr: 'Nourriture', es: 'Alimentos', ru: 'Питание', ar: 'الغذاء' } },
  { code: 'legal-services', kind: 'help', names: { en: 'Services of a lawyer', zh: '律师服务', fr: 'Services juridiques', es: 'Servicios jurídicos', ru: 'Услуги адвоката', ar: 'خدمات قانونية' } },
  { code: 'rights-information', kind: 'help', names: { en: 'Information on rights and law', zh: '权利和法律介绍', fr: 'Information sur les droits', es: 'Información sobre derechos', ru: 'Информация о правах', ar: 'معلومات عن الحقوق' } },
  { code: 'transport', kind: 'help', names: { en: 'Transport', zh: '运输', fr: 'Transport', es: 'Transporte', ru: 'Транспорт', ar: 'النقل' } },
  { code: 'biometric-passports', kind: 'document-security', names: { en: 'Biometric passports', zh: '生物鉴别护照', fr: 'Passeports biométriques', es: 'Pasaportes biométricos', ru: 'Биометрические паспорта', ar: 'جوازات سفر بيومترية' } },
  { code: 'border-checks', kind: 'document-security', names: { en: 'Checks at the border', zh: '边境检查', fr: 'Contrôles aux frontières', es: 'Controles fronterizos', ru: 'Пограничные проверки', ar: 'تفتيش على الحدود' } },
  { code: 'passport-chips', kind: 'document-security', names: { en: 'Chips in passports', zh: '护照芯片', fr: 'Puces dans les passeports', es: 'Chips en los pasaportes', ru: 'Чипы в паспортах', ar: 'رقاقات في جوازات السفر' } },
  { code: 'visa-information-network', kind: 'document-security', names: { en: 'Network for visa information', zh: '签证信息网络', fr: 'Réseau d’information sur les visas', es: 'Red de información sobre visados', ru: 'Сеть визовой информации', ar: 'شبكة معلومات التأشيرات' } },
  { code: 'fugitive-handover', kind: 'investigation', names: { en: 'Handover of wanted persons', zh: '移交被通缉人', fr: 'Remise de personnes recherchées', es: 'Entrega de personas buscadas', ru: 'Передача разыскиваемых лиц', ar: 'تسليم المطلوبين' } },
  { code: 'information-exchange', kind: 'investigation', names: { en: 'Exchange of information', zh: '信息交流', fr: 'Échange d’informations', es: 'Intercambio de información', ru: 'Обмен информацией', ar: 'تبادل المعلومات' } },
  { code: 'joint-investigation', kind: 'investigation', names: { en: 'Joint investigation', zh: '联合调查', fr: 'Enquêtes conjointes', es: 'Investigaciones conjuntas', ru: 'Совместные расследования', ar: 'تحقيقات مشتركة' } },
  { code: 'mutual-legal-assistance', kind: 'investigation', names: { en: 'Mutual legal assistance', zh: '司法协助', fr: 'Entraide judiciaire', es: 'Asistencia judicial recíproca', ru: 'Взаимная правовая помощь', ar: 'المساعدة القانونية المتبادلة' } },
  { code: 'at-prayers', kind: 'place', names: { en: 'At prayers', zh: '祈祷时', fr: 'Lors des prières', es: 'Durante la oración', ru: 'Во время молитв', ar: 'أثناء الصلوات' } },
  { code: 'in-schools', kind: 'place', names: { en: 'In schools', zh: '学校', fr: 'Dans les écoles', es: 'En las escuelas', ru: 'В школах', ar: 'في المدارس' } },
  { code: 'child-trafficking', kind: 'body', names: { en: 'Trafficking in children', zh: '贩运儿童', fr: 'Traite des enfants', es: 'Trata de niños', ru: 'Торговля детьми', ar: 'الاتجار بالأطفال' } },
  { code: 'interdepartmental', kind: 'body', names: { en: 'Interdepartmental', zh: '部门间', fr: 'Interministériel', es: 'Interministerial', ru: 'Межведомственная', ar: 'مشترك بين الإدارات' } },
  { code: 'interdisciplinary', kind: 'body', names: { en: 'Interdisciplinary', zh: '学科间', fr: 'Interdisciplinaire', es: 'Interdisciplinario', ru: 'Междисциплинарная', ar: 'متعدد التخصصات' } },
  { code: 'ministries', kind: 'body', names: { en: 'Ministries', zh: '政府部委', fr: 'Ministères', es: 'Ministerios', ru: 'Министерства', ar: 'الوزارات' } },
  { code: 'national', kind: 'body', names: { en: 'National', zh: '全国', fr: 'National', es: 'Nacional', ru: 'Национальная', ar: 'وطني' } },
  { code: 'trafficking', kind: 'body', names: { en: 'Trafficking in persons', zh: '贩运人口', fr: 'Traite des personnes', es: 'Trata de personas', ru: 'Торговля людьми', ar: 'الاتجار بالأشخاص' } },
  { code: 'trafficking-and-child-abuse', kind: 'body', names: { en: 'Trafficking in persons and organs, and abuse of children', zh: '贩运人口和器官及虐待儿童', fr: 'Traite, trafic d’organes et atteintes aux enfants', es: 'Trata, tráfico de órganos y abuso de niños', ru: 'Торговля людьми и органами, надругательство над детьми', ar: 'الاتجار بالأشخاص والأعضاء وإيذاء الأطفال' } },
  { code: 'daw', kind: 'organisation', names: { en: 'Division for the Advancement of Women', zh: '提高妇女地位司', fr: 'Division de la promotion de la femme', es: 'División para el Adelanto de la Mujer', ru: 'Отдел по улучшению положения женщин', ar: 'شعبة النهوض بالمرأة' } },
  { code: 'ilo', kind: 'organisation', names: { en: 'International Labour Organization', zh: '国际劳工组织', fr: 'Organisation internationale du Travail', es: 'Organización Internacional del Trabajo', ru: 'Международная организация труда', ar: 'منظمة العمل الدولية' } },
  { code: 'instraw', kind: 'organisation', names: { en: 'International Research and Training Institute for the Advancement of Women', zh: '国际提高妇女地位研究训练所', fr: 'Institut international de recherche et de formation pour la promotion de la femme', es: 'Instituto Internacional de Investigaciones y Capacitación para la Promoción de la Mujer', ru: 'Международный учебный и научно-исследовательский институт по улучшению положения женщин', ar: 'المعهد الدولي للبحث والتدريب من أجل النهوض بالمرأة' } },
  { code: 'interpol', kind: 'organisation', names: { en: 'INTERPOL', zh: '国际刑警组织', fr: 'INTERPOL', es: 'INTERPOL', ru: 'Интерпол', ar: 'الإنتربول' } },
  { code: 'iom', kind: 'organisation', names: { en: 'International Organization for Migration', zh: '国际移徙组织', fr: 'Organisation internationale pour les migrations', es: 'Organización Internacional para las Migraciones', ru: 'Международная организация по миграции', ar: 'المنظمة الدولية للهجرة' } },
  { code: 'ohchr', kind: 'organisation', names: { en: 'Office of the United Nations High Commissioner for Human Rights', zh: '联合国人权事务高级专员办事处', fr: 'Haut-Commissariat des Nations Unies aux droits de l’homme', es: 'Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos', ru: 'Управление Верховного комиссара Организации Объединенных Наций по правам человека', ar: 'مفوضية الأمم المتحدة لحقوق الإنسان' } },
  { code: 'srsg-caac', kind: 'organisation', names: { en: 'Office of the Special Representative for Children and Armed Conflict', zh: '负责儿童和武装冲突问题的特别代表办公室', fr: 'Bureau du Représentant spécial pour les enfants et les conflits armés', es: 'Oficina del Representante Especial para los Niños y los Conflictos Armados', ru: 'Канцелярия Специального представителя по вопросу о детях и вооруженных конфликтах', ar: 'مكتب الممثل الخاص المعني بالأطفال والنزاع المسلح' } },
  { code: 'unfip', kind: 'organisation', names: { en: 'United Nations Fund for International Partnerships', zh: '联合国国际伙伴关系基金', fr: 'Fonds des Nations Unies pour les partenariats internationaux', es: 'Fondo de las Naciones Unidas para la Colaboración Internacional', ru: 'Фонд международного партнерства Организации Объединенных Наций', ar: 'صندوق الأمم المتحدة للشراكات الدولية' } },
  { code: 'unfpa', kind: 'organisation', names: { en: 'United Nations Population Fund', zh: '联合国人口基金', fr: 'Fonds des Nations Unies pour la population', es: 'Fondo de Población de las Naciones Unidas', ru: 'Фонд Организации Объединенных Наций в области народонаселения', ar: 'صندوق الأمم المتحدة للسكان' } },
  { code: 'unhcr', kind: 'organisation', names: { en: 'Office of the United Nations High Commissioner for Refugees', zh: '联合国难民事务高级专员办事处', fr: 'Haut-Commissariat des Nations Unies pour les réfugiés', es: 'Oficina del Alto Comisionado de las Naciones Unidas para los Refugiados', ru: 'Управление Верховного комиссара Организации Объединенных Наций по делам беженцев', ar: 'مفوضية الأمم المتحدة لشؤون اللاجئين' } },
  { code: 'unicef', kind: 'organisation', names: { en: 'United Nations Children’s Fund', zh: '联合国儿童基金会', fr: 'Fonds des Nations Unies pour l’enfance', es: 'Fondo de las Naciones Unidas para la Infancia', ru: 'Детский фонд Организации Объединенных Наций', ar: 'منظمة الأمم المتحدة للطفولة' } },
  { code: 'unifem', kind: 'organisation', names: { en: 'United Nations Development Fund for Women', zh: '联合国妇女发展基金', fr: 'Fonds de développement des Nations Unies pour la femme', es: 'Fondo de Desarrollo de las Naciones Unidas para la Mujer', ru: 'Фонд Организации Объединенных Наций для развития в интересах женщин', ar: 'صندوق الأمم المتحدة الإنمائي للمرأة' } },
  { code: 'unodc', kind: 'organisation', names: { en: 'United Nations Office on Drugs and Crime', zh: '联合国毒品和犯罪问题办公室', fr: 'Office des Nations Unies contre la drogue et le crime', es: 'Oficina de las Naciones Unidas contra la Droga y el Delito', ru: 'Управление Организации Объединенных Наций по наркотикам и преступности', ar: 'مكتب الأمم المتحدة المعني بالمخدرات والجريمة' } },
  { code: 'world-bank', kind: 'organisation', names: { en: 'World Bank', zh: '世界银行', fr: 'Banque mondiale', es: 'Banco Mundial', ru: 'Всемирный банк', ar: 'البنك الدولي' } },
];

const byCode = new Map(details.map((detail) => [detail.code, detail]));

/** The detail of a code, or undefined. */
export function findDetail(code: string): Detail | undefined {
  return byCode.get(code);
}
