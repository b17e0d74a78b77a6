/** The words about events that arrive, and about a lost connection, in Chinese. */
import type { enLive } from '../en/live.js';

export const zhLive: typeof enLive = {
  news: '新到内容',
  clearNews: '清除',
  showNow: '显示今天所知',
  position: (position) => `位置 ${position}`,
  newsInPast: (n, when) => `新到 ${n} 个事件。所示内容保持当时的状态（${when}）。`,
  manyArrived: (n) => `同时新到 ${n} 个事件；所示内容已包括它们。`,
  arrived(type, who) {
    switch (type) {
      case 'RoundOpened':
        return `轮次 ${who} 已开启。`;
      case 'ReplyCorrected':
        return `${who}更正`;
      case 'ReplyReplaced':
        return `${who}替换了其答复：`;
      case 'ReplyWithdrawn':
        return `${who}撤回了其答复：`;
      case 'ChangeUndone':
        return `已撤销${who}的一次导入：`;
      case 'WordDecided':
        return `已决定 ${who} 文件中一个词的含义。`;
      case 'DocumentReceived':
        return `收到了${who}的一份文件。`;
      case 'EvidenceAttached':
        return `${who}的数字现在可以追溯到文件中的原文。`;
      case 'DocumentRemoved':
        return '一份文件已不再显示。';
      default:
        return `${who}作出答复：`;
    }
  },
  moreFigures: (n) => `另有 ${n} 个数字`,
  findingsChanged: (n) => `${n} 项结论`,
  changedNothing: '表中数字并未因此改变',
  receivedThen: (day) => `${day} 收到`,
  badParameters: (list: string) => `地址中的这些值无法使用：${list}。`,
  limits: {
    'unknown-round': '没有这一轮。',
    'unknown-event': '此位置没有事件。',
    'unknown-observation': '没有这个数字。',
    'unknown-document': '没有这份文件。',
    'position-not-reached': '数据表尚未到达此位置。',
    'too-many-requests': '您在这一分钟内的请求过多。请等一分钟后重试：不会丢失任何内容。',
    'too-many-sign-ins': '来自您的地址的登录失败次数过多。请等一分钟后再试。',
  },
  unread: (what) => `地址中的${what}本页不认识，所示内容未予考虑。请检查写法。`,
  noLiveYet: '无法收听服务器。本页会自动重试。',
  liveLost: (position) =>
    `与服务器的连接已中断：所示内容截至${position}为准。请检查服务器是否在运行（npm start）；本页会自动恢复，不会遗漏任何内容。`,
  degraded: (n) =>
    `${n} 个事件无法写入表中，因此可能缺少数字。服务器管理者可用 npm run dead-letters list 查看是哪些事件。`,
};
