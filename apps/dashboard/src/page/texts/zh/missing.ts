/** The words of who has not replied to a round, and of the reminder to them, in Chinese. */
import type { enMissing } from '../en/missing.js';

export const zhMissing: typeof enMissing = {
  only: (n) => `仅显示未答复者（${n}）`,
  title: '谁尚未答复',
  nobody: '无人缺席：本轮次征询或列出的各方都有有效答复。',
  notKnown: '本轮次既没有征询名单，也没有答复者名单，因此不知道缺谁的答复。',
  copyCsv: '复制名单（CSV）',
  reminder: '催复函',
  draft: '这是草稿。发送前请通读，并填写方括号中的内容。',
  to: '收件方',
  all: '所有未答复者',
  language: '催复函的语言',
  subject: '主题',
  text: '正文',
  copyReminder: '复制催复函',
  openMail: '用邮件打开',
  tooLong: '正文太长，打开邮件的网址容纳不下：邮件只带主题打开；请复制催复函后粘贴。',
  letter: {
    space: '',
    subject: (round) => `催复：对“${round}”的答复`,
    calledOn: (round, day) => `秘书处谨提及其${day}就下列事项发出的普通照会：${round}。`,
    called: (round) => `秘书处谨提及其就下列事项征求答复的请求：${round}。`,
    askedBy: (day) => `请各方答复的日期为${day}。`,
    notReceived: (day) => `截至${day}，尚未收到以下各方的答复：`,
    withdrawn: (name) => `${name}（其答复已撤回）`,
    whatIsMissing: '所缺的是整份答复，包括其中的数字和陈述。',
    please: '请尽早提交答复，秘书处将不胜感激。如已寄出，请不必理会本函。',
    sender: '[发件人姓名、单位和地址]',
  },
};
