/** The words of the overview, in Chinese. */
import { countedIn } from '../counted.js';
import type { enOverview } from '../en/overview.js';

const counted = countedIn('zh');

export const zhOverview: typeof enOverview = {
  what: '各国政府应联合国询问就人口贩运问题所作的答复：各项数字和结论均注明所出自的答复和段落，并可查看任何一日当时已知的内容。',
  search: '查找国家、指标、主题或文件编号',
  searchHint: '可用六种语言中的任何一种，容许笔误。用方向键选择，按回车键打开。',
  nothingFound: (typed) => `没有名为“${typed}”的内容。请试名称的一部分，或在上方选择视图。`,
  found: (n) => counted(n, { other: '#项结果' }),
  kinds: {
    respondent: '国家或组织',
    region: '区域',
    indicator: '指标',
    topic: '主题',
    collection: '数据集',
    round: '轮次',
  },
  collections: '现有内容',
  respondents: (n) => counted(n, { other: '#个国家和组织' }),
  figures: (n) => counted(n, { other: '#个数字' }),
  findings: (n) => counted(n, { other: '#项结论' }),
  years: (first, last) => (first === last ? `${first}年` : `${first}年至${last}年`),
  latest: (title, day) => `最近一轮：${title}${day ? `，收到日期不迟于${day}` : '，尚无答复'}`,
  toTrends: '历年数字',
  toRound: '答复方',
  toFindings: '各项结论',
  questions: '三个问题，依答复作答',
  reported: (name) => `${name}报告了多少案件、逮捕和起诉？`,
  directions: '哪些国家的定罪人数上升或下降？',
  directionsOf: (source) => `被定罪者，${source}：按历年数字的走向列出国家数目`,
  rising: '上升',
  falling: '下降',
  noTrend: '无显著趋势',
  rangesDecide: '取决于只有范围的数字',
  tooFew: '数字太少，无法判断',
  measures: '多数国家说自己在做什么？',
  measuresOf: (source) => `按报告国家数目列出的主题，${source}`,
  states: (n) => counted(n, { other: '#个国家' }),
  seeAll: '查看全部',
};
