/** The words of time travel, in Chinese. */
import type { enTravel } from '../en/travel.js';

export const zhTravel: typeof enTravel = {
  events: (n) => `当日收到 ${n} 个事件`,
  compare: '与较早的一天比较',
  noCompare: '不比较',
  changed: (from, to) => `从 ${from} 到 ${to} 的变化`,
  nothing: (from, to) => `从 ${from} 到 ${to}，所选内容没有变化。`,
  counts: (revised, added, withdrawn) => `修订 ${revised} 个，增加 ${added} 个，撤回 ${withdrawn} 个`,
  shownAsOf: (when) => `所示为当时所知（${when}）。`,
  first: (n) => `列出前 ${n} 个；数据地址包含全部。`,
  before: '之前',
  after: '之后',
  data: '变化的数据',
};
