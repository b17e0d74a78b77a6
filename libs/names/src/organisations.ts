/** Organisations that reply, compile or take part, with the names they go by; a code has three letters or more. */
import type { Language } from './languages.js';

export interface NamedRespondent {
  /** Its name in each language, as its own publications and the United Nations write it. */
  readonly names: Readonly<Record<Language, string>>;
  /** Other ways in which it is written. */
  readonly variants?: readonly string[];
}

export const organisations: Readonly<Record<string, NamedRespondent>> = {
  LAS: {
    names: {
      ar: 'جامعة الدول العربية',
      en: 'League of Arab States',
      es: 'Liga de los Estados Árabes',
      fr: 'Ligue des États arabes',
      ru: 'Лига арабских государств',
      zh: '阿拉伯国家联盟',
    },
    variants: ['Arab League', 'Liga Árabe', 'Ligue arabe', '阿拉伯联盟', '阿盟'],
  },
  UNODC: {
    names: {
      ar: 'مكتب الأمم المتحدة المعني بالمخدرات والجريمة',
      en: 'United Nations Office on Drugs and Crime',
      es: 'Oficina de las Naciones Unidas contra la Droga y el Delito',
      fr: 'Office des Nations Unies contre la drogue et le crime',
      ru: 'Управление Организации Объединенных Наций по наркотикам и преступности',
      zh: '联合国毒品和犯罪问题办公室',
    },
    variants: ['ONUDC', 'ONUDD', 'УНП ООН', '毒品和犯罪问题办公室', '毒罪办'],
  },
  ILO: {
    names: {
      ar: 'منظمة العمل الدولية',
      en: 'International Labour Organization',
      es: 'Organización Internacional del Trabajo',
      fr: 'Organisation internationale du Travail',
      ru: 'Международная организация труда',
      zh: '国际劳工组织',
    },
    variants: [
      'International Labour Organisation',
      'International Labor Organization',
      'OIT',
      'МОТ',
      '劳工组织',
    ],
  },
  IOM: {
    names: {
      ar: 'المنظمة الدولية للهجرة',
      en: 'International Organization for Migration',
      es: 'Organización Internacional para las Migraciones',
      fr: 'Organisation internationale pour les migrations',
      ru: 'Международная организация по миграции',
      zh: '国际移民组织',
    },
    variants: ['International Organisation for Migration', 'OIM', 'МОМ', '国际移徙组织', '移民组织'],
  },
  UNICEF: {
    names: {
      ar: 'منظمة الأمم المتحدة للطفولة',
      en: "United Nations Children's Fund",
      es: 'Fondo de las Naciones Unidas para la Infancia',
      fr: "Fonds des Nations Unies pour l'enfance",
      ru: 'Детский фонд Организации Объединенных Наций',
      zh: '联合国儿童基金会',
    },
    variants: ['ЮНИСЕФ', '儿基会', 'اليونيسيف'],
  },
  UNIFEM: {
    names: {
      ar: 'صندوق الأمم المتحدة الإنمائي للمرأة',
      en: 'United Nations Development Fund for Women',
      es: 'Fondo de Desarrollo de las Naciones Unidas para la Mujer',
      fr: 'Fonds de développement des Nations Unies pour la femme',
      ru: 'Фонд Организации Объединенных Наций для развития в интересах женщин',
      zh: '联合国妇女发展基金',
    },
    variants: ['联合国妇女发展基金会', '妇发基金', 'ЮНИФЕМ'],
  },
  DAW: {
    names: {
      ar: 'شعبة النهوض بالمرأة',
      en: 'Division for the Advancement of Women',
      es: 'División para el Adelanto de la Mujer',
      fr: 'Division de la promotion de la femme',
      ru: 'Отдел по улучшению положения женщин',
      zh: '提高妇女地位司',
    },
    variants: [
      'Division for the Advancement of Women, Department of Economic and Social Affairs',
      '联合国秘书处经济和社会事务部提高妇女地位司',
    ],
  },
  UNHCR: {
    names: {
      ar: 'مفوضية الأمم المتحدة لشؤون اللاجئين',
      en: 'Office of the United Nations High Commissioner for Refugees',
      es: 'Oficina del Alto Comisionado de las Naciones Unidas para los Refugiados',
      fr: 'Haut-Commissariat des Nations Unies pour les réfugiés',
      ru: 'Управление Верховного комиссара Организации Объединенных Наций по делам беженцев',
      zh: '联合国难民事务高级专员办事处',
    },
    variants: ['ACNUR', 'HCR', 'УВКБ ООН', '难民署', '联合国难民署'],
  },
  UNFPA: {
    names: {
      ar: 'صندوق الأمم المتحدة للسكان',
      en: 'United Nations Population Fund',
      es: 'Fondo de Población de las Naciones Unidas',
      fr: 'Fonds des Nations Unies pour la population',
      ru: 'Фонд Организации Объединенных Наций в области народонаселения',
      zh: '联合国人口基金',
    },
    variants: ['FNUAP', 'ЮНФПА', '人口基金'],
  },
  OHCHR: {
    names: {
      ar: 'مفوضية الأمم المتحدة السامية لحقوق الإنسان',
      en: 'Office of the United Nations High Commissioner for Human Rights',
      es: 'Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos',
      fr: "Haut-Commissariat des Nations Unies aux droits de l'homme",
      ru: 'Управление Верховного комиссара Организации Объединенных Наций по правам человека',
      zh: '联合国人权事务高级专员办事处',
    },
    variants: ['ACNUDH', 'HCDH', 'УВКПЧ', '人权高专办'],
  },
  UNFIP: {
    names: {
      ar: 'صندوق الأمم المتحدة للشراكات الدولية',
      en: 'United Nations Fund for International Partnerships',
      es: 'Fondo de las Naciones Unidas para la Colaboración Internacional',
      fr: 'Fonds des Nations Unies pour les partenariats internationaux',
      ru: 'Фонд международного партнерства Организации Объединенных Наций',
      zh: '联合国国际伙伴关系基金',
    },
    variants: ['联合国国际合作基金'],
  },
  'OSRSG-CAAC': {
    names: {
      ar: 'مكتب الممثل الخاص للأمين العام المعني بالأطفال والنزاع المسلح',
      en: 'Office of the Special Representative of the Secretary-General for Children and Armed Conflict',
      es: 'Oficina del Representante Especial del Secretario General para la Cuestión de los Niños y los Conflictos Armados',
      fr: 'Bureau du Représentant spécial du Secrétaire général pour les enfants et les conflits armés',
      ru: 'Канцелярия Специального представителя Генерального секретаря по вопросу о детях и вооруженных конфликтах',
      zh: '负责儿童和武装冲突问题的秘书长特别代表办公室',
    },
    variants: ['OSRSG/CAAC', '负责儿童和武装冲突问题的联合国秘书长特别代表办公室'],
  },
  INTERPOL: {
    names: {
      ar: 'المنظمة الدولية للشرطة الجنائية',
      en: 'International Criminal Police Organization',
      es: 'Organización Internacional de Policía Criminal',
      fr: 'Organisation internationale de police criminelle',
      ru: 'Международная организация уголовной полиции',
      zh: '国际刑事警察组织',
    },
    variants: ['ICPO', 'OIPC', 'Интерпол', '国际刑警组织', 'الإنتربول'],
  },
  WORLDBANK: {
    names: {
      ar: 'البنك الدولي',
      en: 'World Bank',
      es: 'Banco Mundial',
      fr: 'Banque mondiale',
      ru: 'Всемирный банк',
      zh: '世界银行',
    },
    variants: ['The World Bank', 'IBRD', '世行'],
  },
  INSTRAW: {
    names: {
      ar: 'المعهد الدولي للبحث والتدريب من أجل النهوض بالمرأة',
      en: 'International Research and Training Institute for the Advancement of Women',
      es: 'Instituto Internacional de Investigaciones y Capacitación para la Promoción de la Mujer',
      fr: 'Institut international de recherche et de formation pour la promotion de la femme',
      ru: 'Международный учебный и научно-исследовательский институт по улучшению положения женщин',
      zh: '提高妇女地位国际研究训练所',
    },
    variants: ['国际提高妇女地位研究与培训所', '提高妇女地位研训所', 'МУНИУЖ'],
  },
};
