/** The words about events that arrive, and about a lost connection, in Russian. */
import { countedIn } from '../counted.js';
import type { enLive } from '../en/live.js';

const counted = countedIn('ru');

export const ruLive: typeof enLive = {
  news: 'Новые поступления',
  clearNews: 'Очистить',
  showNow: 'Показать то, что известно сегодня',
  position: (position) => `позиция ${position}`,
  newsInPast: (n, when) =>
    `${counted(n, { one: 'Поступило # событие', few: 'Поступили # события', many: 'Поступило # событий' })}. Показанное остается прежним (${when}).`,
  manyArrived: (n) =>
    `${counted(n, { one: 'Поступило # событие', few: 'Одновременно поступили # события', many: 'Одновременно поступило # событий' })}; показанное это учитывает.`,
  arrived(type, who) {
    switch (type) {
      case 'RoundOpened':
        return `Открыт цикл ${who}.`;
      case 'ReplyCorrected':
        return `${who}: ответ исправлен.`;
      case 'ReplyReplaced':
        return `${who}: ответ заменен.`;
      case 'ReplyWithdrawn':
        return `${who}: ответ отозван.`;
      case 'ChangeUndone':
        return `${who}: импорт отменен.`;
      case 'WordDecided':
        return `${who}: решено, что означает одно из слов в файлах.`;
      case 'DocumentReceived':
        return `${who}: получен документ.`;
      case 'EvidenceAttached':
        return `${who}: значения теперь ведут к своим словам в документе.`;
      case 'DocumentRemoved':
        return 'Один документ закрыт для просмотра.';
      default:
        return `${who}: получен ответ.`;
    }
  },
  moreFigures: (n) => counted(n, { one: 'еще # значение', few: 'еще # значения', many: 'еще # значений' }),
  findingsChanged: (n) => counted(n, { one: '# вывод', few: '# вывода', many: '# выводов' }),
  changedNothing: 'ни одно значение в таблицах от этого не меняется',
  receivedThen: (day) => `получено ${day}`,
  badParameters: (list: string) => `Эти значения адреса нельзя использовать: ${list}.`,
  limits: {
    'unknown-round': 'Такого цикла нет.',
    'unknown-event': 'На этой позиции события нет.',
    'unknown-observation': 'Такого значения нет.',
    'unknown-document': 'Такого документа нет.',
    'position-not-reached': 'Таблицы еще не дошли до этой позиции.',
    'too-many-requests':
      'Слишком много запросов за эту минуту. Подождите минуту и повторите: ничего не потеряно.',
    'too-many-sign-ins':
      'С вашего адреса было слишком много неудачных попыток входа. Подождите минуту и попробуйте снова.',
  },
  unread: (what) =>
    `В адресе есть ${what}, но эта страница такого не знает: показанное этого не учитывает. Проверьте написание.`,
  noLiveYet: 'Сервер не передает новости. Страница сама повторяет попытки.',
  liveLost: (position) =>
    `Связь с сервером потеряна: показанное было верно на момент: ${position}. Проверьте, работает ли он (npm start); страница продолжит сама и ничего не пропустит.`,
  degraded: (n) =>
    `${counted(n, { one: '# событие не удалось', few: '# события не удалось', many: '# событий не удалось' })} внести в таблицы, поэтому некоторых значений может не быть. Тот, кто обслуживает сервер, увидит, каких именно, командой: npm run dead-letters list.`,
};
