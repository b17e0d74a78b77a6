/** The page's own words in Chinese. */
import type { Texts } from '../en/en.js';
import { zhAccess } from './access.js';
import { zhChecks } from './checks.js';
import { zhAbout, zhCompare, zhOfIndicator } from './compare.js';
import { zhMap } from './map.js';
import { zhShare } from './share.js';
import { zhEvidence } from './evidence.js';
import { zhLive } from './live.js';
import { zhOpening } from './opening.js';
import { zhOverview } from './overview.js';
import { zhMissing } from './missing.js';
import { zhReport } from './report.js';
import { zhTravel } from './travel.js';
import { zhSession } from './session.js';
import { zhSubmit } from './submit.js';
import { zhWorkbench } from './workbench.js';
import { zhCharts } from './charts.js';
import { zhImport } from './import.js';
import { zhWebhooks } from './webhooks.js';
import { zhWords } from './words.js';

export const zh: Texts = {
  ...zhLive,
  ...zhEvidence,
  overview: zhOverview,
  submit: zhSubmit,
  workbench: zhWorkbench,
  opening: zhOpening,
  import: zhImport,
  words: zhWords,
  session: zhSession,
  access: zhAccess,
  webhooks: zhWebhooks,
  travel: zhTravel,
  checks: zhChecks,
  compare: zhCompare,
  map: zhMap,
  share: zhShare,
  report: zhReport,
  missing: zhMissing,
  title: 'Rapporteur',
  subtitle: '各国政府对联合国调查的答复',
  skip: '跳到正文',
  language: '语言',
  views: '视图',
  documentation: 'API 文档',
  pages: {
    overview: '总览',
    trends: '趋势',
    court: '从案件到法院',
    state: '单个国家',
    indicator: '单项指标',
    round: '轮次',
    report: '报告',
    findings: '结论',
    inconsistencies: '不一致之处',
    discrepancies: '数据集间的差异',
    differences: '出版物间的差异',
    submit: '提交',
    workbench: '编码台',
    import: '导入',
    access: '权限',
    webhooks: '变动通知',
  },
  state: {
    what: '一个国家说了什么：其数字、结论（信函已保存的附原话），以及不一致之处。',
    choose: '请选择一个国家。',
    rounds: '其答复的轮次',
    figures: '数字',
    allFigures: '其全部数字及细分',
    noFigures: '没有该国的数字。',
  },
  ofIndicator: zhOfIndicator,
  aboutIndicator: zhAbout,
  charts: zhCharts,
  loading: '正在询问服务器……',
  away: '服务器没有回答。请检查它是否在运行（npm start）；本页每三秒再问一次。',
  refused: '服务器无法回答。',
  unknownRespondent: (name: string) => `没有名为“${name}”的答复者。`,
  mayMean: '可能是指：',
  startAnew: '从空白选择重新开始',
  empty: '尚未收到任何答复。请通过 API 提交（见其文档）或导入文件。',
  nothingMatches: '没有符合所选条件的数字。请选择其他答复者、指标或年份。',
  choose: '选择显示内容',
  collection: '数据集',
  allCollections: '所有数据集',
  respondents: '答复者',
  indicators: '指标',
  allChosen: '全部',
  search: '搜索',
  clear: '清除',
  from: '起始年份',
  to: '截止年份',
  receivedBy: '截至此日所知',
  today: '今天',
  breakdownTotal: '合计',
  units: { case: '案件', person: '人', victim: '被害人', offence: '犯罪', item: '项', event: '次' },
  indicator: '指标',
  otherPeriods: '其他时期',
  direction: '走向',
  tableOf: (name, unit) => `${name}的数字（单位：${unit}）`,
  chartOf: (name, unit) => `图：${name}（单位：${unit}）`,
  noFigure: '无数字',
  qualifiers: {
    exact: '确数',
    'at-least': '至少',
    'fewer-than': '少于',
    approximately: '约',
    'none-known': '未知有任何（并非零）',
    'not-available': '无数据',
    'not-applicable': '不适用',
    'not-asked': '未询问',
    withheld: '不予公布（保密）',
  },
  upTo: (day) => `截至 ${day}`,
  since: (day) => `自 ${day} 起`,
  undated: '无日期',
  separator: '；',
  colon: '：',
  comma: '，',
  stop: '。',
  saysYears: (name, n, first, last) =>
    n === 1 ? `${name}：${first}` : `${name}：${n} 个年度数字，从 ${first}到 ${last}`,
  saysGaps: (years) => `${years} 年无数字`,
  saysSpans: (name, n) => `${name}：${n} 个非年度时期的数字`,
  inYear: (figure, year) => `${figure}（${year} 年）`,
  chartKey:
    '横条是多年合计。竖条是“至少”或“少于”之类的数字所留的范围。底边的符号并非零，而是说明为何没有数字。每个标记都链接到其出处。',
  more: (shown) => `显示前 ${shown} 个。请减少答复者或指标以查看其余部分。`,
  rising: '上升',
  falling: '下降',
  reasonOf(reason, n, show) {
    switch (reason.code) {
      case 'under-five-points':
        return `不作判断：${reason.n === 0 ? '没有年度数字' : `只有 ${reason.n} 个年度数字`}，需要 ${reason.needed} 个`;
      case 'significant':
        return `n = ${n}，${show(reason.p)}`;
      case 'not-significant':
        return `无显著趋势：n = ${n}，${show(reason.p)}；这并不是说没有变化`;
      case 'censored-figures-decide':
        return `不作判断：取决于 ${reason.censored} 个只有范围的数字（n = ${n}，从 ${show(reason.pLow)} 到 ${show(reason.pHigh)}）`;
      case 'all-figures-equal':
        return `无：${n} 个数字全部相等`;
    }
  },
  cite: '引用',
  citation: (what, day, position) => `Rapporteur，${what}，截至 ${day} 收到者，位置 ${position}`,
  fixedAddress: '固定地址',
  download: '下载',
  downloadChart: (name) => `下载 SVG：${name}`,
  close: '关闭',
  source: '数字的出处',
  eventTitle: '事件',
  value: '数字',
  period: '时期',
  qualifier: '限定',
  paragraph: '段落',
  footnote: '脚注',
  row: '行',
  note: '说明',
  asWritten: '原文写法',
  reply: '答复',
  receivedOn: '收到日期',
  onOrBefore: (day) => `${day} 或之前`,
  history: '历史',
  was: '之前',
  became: '之后',
  changedTo: (before, after) => `${before} → ${after}`,
  recorded: '记录时间',
  recordedBy: '记录者',
  onBehalfOf: '代表',
  reason: '理由',
  noReason: '未给出',
  nothing: '无',
  showEvent: (event) => `事件 ${event}`,
  rawEvent: '事件的存储原样',
  notCurrent: '在所示日期没有答复给出这一数字；其历史如下。',
  roundFacts: {
    mandate: '授权',
    symbol: '文件',
    noteVerbaleOn: '普通照会',
    replyBy: '答复期限',
    cutOff: '截止日期',
    compiledBy: '汇编者',
  },
  roundCounts: (asked, listed, replies, late) =>
    `被征询：${asked}。列为已答复：${listed}。有答复：${replies}，其中迟交 ${late}。`,
  unknown: '不详',
  matrix: '本轮答复者与主题',
  respondent: '答复者',
  asked: '被征询',
  noReply: '无答复',
  listed: '列名',
  replied: '已答复',
  late: '迟交',
  replyLanguage: '语文',
  figures: '数字',
  findings: '结论',
  withdrawn: '已撤回',
  yes: '是',
  no: '否',
  themes: '主题',
  theme: '主题',
  topic: '议题',
  allTopics: '所有议题',
  copy: '复制名单',
  copied: '已复制',
  countStates: (n) => `${n} 个答复者`,
  kinds: {
    'cited-but-not-listed': '被引用但未列名',
    'listed-but-not-cited': '列名但未被引用',
    'name-spelt-otherwise': '名称写法不同',
    'part-exceeds-whole': '部分大于整体',
    'conflicting-figures': '数字相互矛盾',
    'implied-finding-missing': '缺少所隐含的结论',
    'figure-not-applicable': '不适用之处有数字',
    'figure-not-in-quote': '依据中没有的数字',
  },
  places: '位置',
  message: '不一致的内容',
  kind: '类别',
  noInconsistencies: '所示内容中没有不一致之处。',
  noFindings: '没有符合条件的结论。请选择其他议题。',
  noRounds: '没有已开启的轮次。请在“轮次”视图中开启，或通过 API 开启（见其文档）。',
};
