/** The words of deciding what words of files mean, and of taking an import back, in Russian. */
import { countedIn } from '../counted.js';
import type { enWords } from '../en/words.js';
import { ruReasons } from './reasons.js';

const counted = countedIn('ru');
const number = (n: number) => counted(n, { one: '#', few: '#', many: '#' });

export const ruWords: typeof enWords = {
  title: 'Ожидающие слова',
  none: 'В этом наборе данных нет слов, ожидающих решения.',
  noCollection:
    'Выберите выше набор данных или импортируйте файл: здесь спрашивается о словах, которых никто не знает.',
  waiting: (n) =>
    counted(n, {
      one: '# слово ожидает решения.',
      few: '# слова ожидают решения.',
      many: '# слов ожидают решения.',
    }),
  firstOnly: (shown) =>
    `Спрашивается о первых словах, числом ${shown}; об остальных – когда эти будут сохранены.`,
  region: 'Просмотр слов',
  place: (at, of) => `${at} из ${of}`,
  dimensions: {
    respondent: 'Респондент',
    indicator: 'Показатель',
    break: 'Разрыв ряда',
    breakdown: 'Разбивка',
  },
  breakCodes: { break: 'начинается новый порядок подсчета', 'no-break': 'подсчет прежний' },
  blank: '(пусто)',
  rows: (n) =>
    counted(n, {
      one: 'Ожидает # строка со своим значением',
      few: 'Ожидают # строки со своими значениями',
      many: 'Ожидают # строк со своими значениями',
    }),
  inColumn: (name) => `в столбце «${name}»`,
  sample: (row) => `строка ${row}`,
  proposals: 'Что это может означать',
  noProposal: 'Ничего похожего не известно.',
  reasons: ruReasons,
  other: 'другой код',
  otherTitle: 'Код',
  total: 'итог',
  notCode: 'не код: отклонить его строки',
  later: 'позже',
  undo: 'отменить последнее',
  keys: '1–9 – принять предложение, «Ввод» – первое, c – другой код, t – итог, n – не код, l – позже, u – отменить последнее, стрелки – перемещение, s – сохранить.',
  said: (what) => `Решено: ${what}`,
  saidLater: 'Отложено',
  noSuchProposal: (n) => `Предложения ${n} нет.`,
  noTotal: 'Это не может быть итогом.',
  nothingToUndo: 'Пока ничего не решено.',
  wasLast: 'Это было последнее слово.',
  decided: (n) =>
    counted(n, {
      one: '# решение еще не сохранено.',
      few: '# решения еще не сохранены.',
      many: '# решений еще не сохранено.',
    }),
  store: (n) => `Сохранить (${n})`,
  storing: 'Сохранение…',
  following: 'Строки принимаются…',
  came: (came, refused, waiting) =>
    `Принято строк: ${number(came)}; отклонено: ${refused}; еще ожидают: ${waiting}.`,
  problem: (round) => `Цикл ${round} не следует решениям: `,
  goOn: 'Перейти к остальным',
  standing: (n) => `Решено до сих пор (${n})`,
  word: 'Слово',
  meaning: 'Значение',
  by: 'Кем',
  askAnew: 'Спросить заново',
  undoTitle: 'Отменить импорт',
  undoIntro:
    'Последний импорт в цикл отменяется одним шагом: с сегодняшнего дня все считается так, как если бы его не было. Более ранние дни по-прежнему его показывают.',
  undoRound: 'Цикл',
  undoNoRounds: 'У этого набора данных нет циклов. Сначала импортируйте файл.',
  undoReason: 'Причина, как она будет записана в событиях',
  undoShow: 'Показать, что будет отменено',
  undoWhat: (name, events, respondents) =>
    `«${name}»: больше не учитываются события, числом ${number(events)}; респондентов: ${number(respondents)}.`,
  undoChanged: (names) => `После этого ответы изменялись вручную, и эти изменения тоже исчезнут: ${names}.`,
  undoMeant: 'Эти изменения тоже могут исчезнуть',
  undo2: 'Отменить импорт',
  undoReasonNeeded: 'Сначала укажите причину.',
  undone: (name) => `Импорт «${name}» отменен.`,
};
