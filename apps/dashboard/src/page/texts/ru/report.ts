/** The words of the report's view, in Russian. */
import type { enReport } from '../en/report.js';

export const ruReport: typeof enReport = {
  claim: 'На чем это основано',
  choose: 'Выберите подчеркнутое число, список или предложение: здесь будет показано, на чем оно основано.',
  open: (open, all) => `Утверждения, на которые ответы не дают ответа: ${open} из ${all}`,
  query: 'Запрос',
  text: 'Результат',
  asOf: 'По состоянию на',
  position: 'Позиция',
  reason: 'Почему нет результата',
  cells: 'Значения и выводы',
  events: 'События',
  more: (count) => `и еще ${count}`,
  reasons: {
    'unknown-code': 'неизвестный код',
    'no-data': 'нет данных',
    'not-known': 'о цикле это неизвестно',
    'conflicting-figures': 'противоречивые значения',
    'under-five-points': 'менее пяти годовых значений',
    'no-number': 'нет числа для расчета',
  },
};
