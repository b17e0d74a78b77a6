/** The page's own words in Russian. */
import { countedIn } from '../counted.js';
import type { Texts } from '../en/en.js';
import { ruAccess } from './access.js';
import { ruCharts } from './charts.js';
import { ruChecks } from './checks.js';
import { ruAbout, ruCompare, ruOfIndicator } from './compare.js';
import { ruMap } from './map.js';
import { ruShare } from './share.js';
import { ruEvidence } from './evidence.js';
import { ruLive } from './live.js';
import { ruImport } from './import.js';
import { ruOpening } from './opening.js';
import { ruOverview } from './overview.js';
import { ruMissing } from './missing.js';
import { ruReport } from './report.js';
import { ruSession } from './session.js';
import { ruSubmit } from './submit.js';
import { ruWorkbench } from './workbench.js';
import { ruTravel } from './travel.js';
import { ruWebhooks } from './webhooks.js';
import { ruWords } from './words.js';

const counted = countedIn('ru');
const yearly = { one: '# годовое значение', few: '# годовых значения', many: '# годовых значений' };

export const ru: Texts = {
  ...ruLive,
  ...ruEvidence,
  overview: ruOverview,
  import: ruImport,
  words: ruWords,
  submit: ruSubmit,
  workbench: ruWorkbench,
  opening: ruOpening,
  session: ruSession,
  access: ruAccess,
  webhooks: ruWebhooks,
  travel: ruTravel,
  checks: ruChecks,
  compare: ruCompare,
  map: ruMap,
  share: ruShare,
  report: ruReport,
  missing: ruMissing,
  title: 'Rapporteur',
  subtitle: 'Ответы правительств на обследования Организации Объединенных Наций',
  skip: 'Перейти к содержанию',
  language: 'Язык',
  views: 'Разделы',
  documentation: 'Документация API',
  pages: {
    overview: 'Обзор',
    differences: 'Различия',
    import: 'Импорт',
    trends: 'Тенденции',
    court: 'От дела до суда',
    state: 'Государство',
    indicator: 'Показатель',
    round: 'Цикл',
    report: 'Доклад',
    findings: 'Выводы',
    inconsistencies: 'Несоответствия',
    discrepancies: 'Расхождения',
    submit: 'Подать ответ',
    workbench: 'Рабочий стол',
    access: 'Доступ',
    webhooks: 'Уведомления',
  },
  state: {
    what: 'Что сообщило государство: его показатели, выводы (его собственными словами, если письмо сохранено) и то, что не согласуется.',
    choose: 'Выберите государство.',
    rounds: 'Циклы, на которые оно ответило',
    figures: 'Показатели',
    allFigures: 'Все его показатели с разбивкой',
    noFigures: 'Показателей этого государства нет.',
  },
  ofIndicator: ruOfIndicator,
  aboutIndicator: ruAbout,
  charts: ruCharts,
  loading: 'Запрос к серверу…',
  away: 'Сервер не отвечает. Проверьте, работает ли он (npm start); страница повторяет запрос каждые три секунды.',
  refused: 'Сервер не может на это ответить. ',
  unknownRespondent: (name: string) => `Респондента с названием «${name}» нет.`,
  mayMean: 'Возможно, имеется в виду: ',
  startAnew: 'Начать заново без выбора',
  empty: 'Ответов еще не получено. Отправьте ответ через API (см. документацию) или импортируйте файл.',
  nothingMatches:
    'Этому выбору не соответствует ни одно значение. Выберите других респондентов, показатели или годы.',
  choose: 'Выбрать, что показать',
  collection: 'Набор данных',
  allCollections: 'Все наборы данных',
  respondents: 'Респонденты',
  indicators: 'Показатели',
  allChosen: 'все',
  search: 'Поиск',
  clear: 'Очистить',
  from: 'С года',
  to: 'По год',
  receivedBy: 'Как известно на',
  today: 'сегодня',
  breakdownTotal: 'всего',
  units: {
    case: 'дела',
    person: 'люди',
    victim: 'жертвы',
    offence: 'преступления',
    item: 'единицы',
    event: 'мероприятия',
  },
  indicator: 'Показатель',
  otherPeriods: 'Другие периоды',
  direction: 'Направление',
  tableOf: (name, unit) => `Значения: ${name} (единица: ${unit})`,
  chartOf: (name, unit) => `График: ${name} (единица: ${unit})`,
  noFigure: 'нет значения',
  qualifiers: {
    exact: 'точно',
    'at-least': 'не менее',
    'fewer-than': 'менее',
    approximately: 'приблизительно',
    'none-known': 'случаи неизвестны (не ноль)',
    'not-available': 'нет данных',
    'not-applicable': 'неприменимо',
    'not-asked': 'не запрашивалось',
    withheld: 'не раскрывается (конфиденциально)',
  },
  upTo: (day) => `до ${day}`,
  since: (day) => `с ${day}`,
  undated: 'без даты',
  separator: '; ',
  colon: ': ',
  comma: ', ',
  stop: '. ',
  saysYears: (name, n, first, last) =>
    n === 1 ? `${name}: ${first}` : `${name}: ${counted(n, yearly)}, от ${first} до ${last}`,
  saysGaps: (years) => `нет значения: ${years}`,
  saysSpans: (name, n) =>
    `${name}: ${counted(n, { one: '# значение за период, отличный от года', few: '# значения за периоды, отличные от года', many: '# значений за периоды, отличные от года' })}`,
  inYear: (figure, year) => `${figure} (${year})`,
  chartKey:
    'Горизонтальная полоса – итог за несколько лет. Вертикальная полоса – диапазон, который оставляет значение вида «не менее» или «менее». Знак у нижнего края – не ноль: он говорит, почему нет числа. Каждый знак – ссылка на свой источник.',
  more: (shown) =>
    `Показаны первые графики, числом ${shown}. Выберите меньше респондентов или показателей, чтобы увидеть остальные.`,
  rising: 'Рост',
  falling: 'Снижение',
  reasonOf(reason, n, show) {
    switch (reason.code) {
      case 'under-five-points':
        return `не указано: ${reason.n === 0 ? 'нет годовых значений' : counted(reason.n, yearly)}, нужно ${reason.needed}`;
      case 'significant':
        return `n = ${n}, ${show(reason.p)}`;
      case 'not-significant':
        return `значимой тенденции нет: n = ${n}, ${show(reason.p)}; это не значит, что ничего не изменилось`;
      case 'censored-figures-decide':
        return `не указано: зависит от диапазонов (${counted(reason.censored, { one: '# значение', few: '# значения', many: '# значений' })}; n = ${n}, от ${show(reason.pLow)} до ${show(reason.pHigh)})`;
      case 'all-figures-equal':
        return `нет: все значения равны (n = ${n})`;
    }
  },
  cite: 'Для цитирования',
  citation: (what, day, position) => `Rapporteur, ${what}, по состоянию на ${day}, позиция ${position}`,
  fixedAddress: 'постоянный адрес',
  download: 'Скачать',
  downloadChart: (name) => `Скачать SVG: ${name}`,
  close: 'Закрыть',
  source: 'Источник значения',
  eventTitle: 'Событие',
  value: 'Значение',
  period: 'Период',
  qualifier: 'Уточнение',
  paragraph: 'Пункт',
  footnote: 'Сноска',
  row: 'Строка',
  note: 'Примечание',
  asWritten: 'Как написано',
  reply: 'Ответ',
  receivedOn: 'Получено',
  onOrBefore: (day) => `${day} или раньше`,
  history: 'История',
  was: 'До',
  became: 'После',
  changedTo: (before, after) => `${before} → ${after}`,
  recorded: 'Записано',
  recordedBy: 'кем:',
  onBehalfOf: 'От имени',
  reason: 'Причина',
  noReason: 'не указана',
  nothing: 'ничего',
  showEvent: (event) => `Событие ${event}`,
  rawEvent: 'Событие в том виде, в каком оно сохранено',
  notCurrent: 'На показанную дату ни в одном ответе нет этого значения; его история – ниже.',
  roundFacts: {
    mandate: 'Мандат',
    symbol: 'Документ',
    noteVerbaleOn: 'Вербальная нота',
    replyBy: 'Ответить до',
    cutOff: 'Завершение приема',
    compiledBy: 'Составитель',
  },
  roundCounts: (asked, listed, replies, late) =>
    `Запрошены: ${asked}. Указаны как ответившие: ${listed}. С ответом: ${replies}, из них поздних: ${late}.`,
  unknown: 'неизвестно',
  matrix: 'Респонденты и разделы цикла',
  respondent: 'Респондент',
  asked: 'Запрошен',
  noReply: 'нет ответа',
  listed: 'Указан',
  replied: 'Ответил',
  late: 'Поздно',
  replyLanguage: 'Язык',
  figures: 'Значения',
  findings: 'Выводы',
  withdrawn: 'отозван',
  yes: 'да',
  no: 'нет',
  themes: 'Разделы',
  theme: 'Раздел',
  topic: 'Тема',
  allTopics: 'Все темы',
  copy: 'Копировать список',
  copied: 'Скопировано',
  countStates: (n) => counted(n, { one: '# респондент', few: '# респондента', many: '# респондентов' }),
  kinds: {
    'cited-but-not-listed': 'Упомянут, но не указан',
    'listed-but-not-cited': 'Указан, но не упомянут',
    'name-spelt-otherwise': 'Название написано иначе',
    'part-exceeds-whole': 'Часть больше целого',
    'conflicting-figures': 'Противоречивые значения',
    'implied-finding-missing': 'Нет подразумеваемого вывода',
    'figure-not-in-quote': 'Значение, которого нет в приведённых словах',
    'figure-not-applicable': 'Значение там, где оно неприменимо',
  },
  places: 'Места',
  message: 'Что не сходится',
  kind: 'Вид',
  noInconsistencies: 'В показанном ничто не противоречит друг другу.',
  noFindings: 'Подходящих выводов нет. Выберите другую тему.',
  noRounds: 'Ни один цикл не открыт. Откройте его в разделе «Цикл» или через API (см. документацию).',
};
