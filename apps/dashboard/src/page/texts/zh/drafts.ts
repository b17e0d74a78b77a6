/** The words of drafts on the workbench, in Chinese. */
import type { enDrafts } from '../en/drafts.js';

export const zhDrafts: typeof enDrafts = {
  title: '第二人复核',
  ask: '请求第二人复核',
  whom: '请谁复核（此处所知的姓名；留空：任何可以编码此信函的人）',
  asked: (by, at) => `${by}请求第二人复核，${at}。`,
  askedOf: (by, whom, at) => `${by}请${whom}复核，${at}。`,
  own: '这份草稿由您编码：由另一人复核。',
  remarks: '意见（可留空）',
  looked: '我已复核',
  lookedBy: (by, at) => `${by}已复核，${at}。`,
  said: '意见',
  changedSince: '此后有改动：复核不涵盖这些改动。',
  again: '再次请求',
  unlooked: '不经复核发送',
  waits: '等待第二人复核',
  isCoding: (name) => `正在编码：${name}`,
  codedBy: '编码者',
  reviewedBy: '复核者',
};
