/** The words of one indicator and of States compared with one another, in Chinese. */
import { countedIn } from '../counted.js';
import type { enAbout, enCompare, enOfIndicator } from '../en/compare.js';

const counted = countedIn('zh');

/** What is said of one indicator. */
export const zhOfIndicator: typeof enOfIndicator = {
  what: '一项指标统计什么、由谁自何时起报告，以及在哪些国家上升或下降。各国的统计方法不同：请将一国与其自身比较，不要与他国比较。',
  choose: '请选择一项指标。',
  nobody: '没有任何一方报告过这项指标。',
  unit: '计数单位',
  definition: '定义',
  years: '年度数字',
  latest: '最新数字',
  change: '与上一年相比的变化',
  sortedBy: '带按钮的表头可对各行排序；没有该数字的行排在最后。',
  breaks: '新统计方法起始年份',
};

/** “说明”与“世界与各区域”两部分的用语。 */
export const zhAbout: typeof enAbout = {
  who: '由谁报告',
  caveats: '口径变更与注意事项',
  noBreak: '没有标出任何序列的口径变更。',
  breaks: '改用新的统计方法',
  approximations: (n) => counted(n, { other: '#个数字是约数' }),
  conflicts: (n) => counted(n, { other: '#个数字在同一答复中有不同的值' }),
  spans: (n) => counted(n, { other: '#个数字所涉期间不是一年' }),
  methods: '如何得出',
  method: [
    '数字就是答复所说的内容：确切的数、“少于5”之类的范围、约数，或没有数的原因。不作任何填补，范围按范围计算。',
    '两个数据集的数字从不合为一个序列。自口径变更起，一国以新的方法统计：不跨越变更作任何计算。',
    '只有自上次口径变更以来有五个或更多年度数字，并且对于范围所容许的每一个数，曼–肯德尔检验得出的 p 都低于 0.05 时，才说上升或下降。“无显著趋势”并不表示没有变化。',
    'p 是同样的数字按随机次序排列时，上升或下降至少同样明显的概率。',
    '变化是与上一年相比，前提是两年都有数，且其间没有口径变更。',
  ],
  inFull: (file) => `完整的方法及其出处：本程序的 ${file}。`,
  sources: '来源',
  publisher: '发布者',
  licence: '许可',
  noLicence: '未说明许可；转发这些数字之前请询问发布者',
  unknown: '此处不详',
  received: '最近收到',
  ofReporting: (k, n) => `${n} 个中的 ${k} 个`,
  since: '起始年份',
  noDirection: '未给出方向',
  report: '报告该指标的国家',
  rows: '报告者的数目是就 M49 中一个区域的全部地区而言。一国计入其所在区域、其外围各区域以及世界，因此各行不可相加。每个数通向相应的国家；区域名称通向每年都有数字的国家的合计。',
};

export const zhCompare: typeof enCompare = {
  parts: {
    directions: '在哪些国家上升或下降',
    regions: '世界与各区域',
    about: '说明',
    crossing: '两项指标对照',
    ranking: '排名',
    map: '地图',
    changes: '变化',
    together: '区域或多国合计',
  },
  together: {
    who: '区域或国家',
    shown: '显示',
    share: '占总数的比例',
    total: '总数',
    choose:
      '请选择一个区域，或自行列出若干国家（例如北欧国家）：把每年都有数字的国家的数字逐年相加。所列国家保存在网址中。',
    reported: (k, n, from, to) => `${n} 个中有 ${k} 个在 ${from} 至 ${to} 年每年都有数字；只把这些相加。`,
    caution: '合计说明这些国家一共报告了多少，并不说明人口贩运有多少：各国的统计、查找和报告方式各不相同。',
    behind: '点击年份可查看构成其合计的各个数字。',
    nobody: '没有哪个国家每年都有数字。请选择较少的年份。',
    summed: (n) => `已相加：${counted(n, { other: '# 个国家' })}`,
    notSummed: (n) => `未相加：${counted(n, { other: '# 个国家' })}`,
    lacks: '没有可相加数字的年份',
    refused: (n) => `因部分大于总数而未相加：${counted(n, { other: '# 个国家' })}`,
    exceeds: '部分大于总数的年份',
  },
  leftOut: (names) => `未计入，因为其所统计的内容其他方也统计：${names}。`,
  second: '第二项指标',
  choose: '请选择第二项指标：随后按两项指标的走向列出各国，例如定罪人数下降而发现的被害人数上升的国家。',
  isSo: (name, direction) => `${name}（${direction}）`,
  found: (n, what) => `${counted(n, { other: '#个国家' })}：${what}。`,
  counted: (both, one, neither) =>
    `只计入两项指标均有走向（上升、下降或无显著趋势）的国家：${both}个。仅一项有走向：${one}个。两项均无：${neither}个。数字太少或取决于只有范围的数字时，不判断走向。`,
  matrix: '按两项指标的走向列出的国家数目',
  directionOf: (name) => `走向：${name}`,
  onlyOne: (n) => `仅一项指标有走向：${counted(n, { other: '#个国家' })}`,
  noneBoth: '此处没有两项指标均有走向的国家。',
  noneSuch: '没有符合这两种走向的国家。',
  ranking: {
    by: '排名依据',
    ratio: (name, over) => `${name}（${over}）`,
    year: '年份',
    ofYear: (year, figures) => `${year}年（${figures}）`,
    rank: '名次',
    population: '人口',
    interval: '区间（95\u00a0%）',
    drawn: (end) => `0至${end}；箭头：超出`,
    reported: (k, n, year) => `报告过这项指标的${n}个国家中，${k}个有${year}年的数字。`,
    counts: (ranked, ranges, without) =>
      `有名次：${ranked}个。只有范围，因此无名次：${ranges}个。无可排名：${without}个。`,
    caution:
      '名次只说明当年谁报告得较多，并不说明哪里的人口贩运较多：各国的统计、查找和报告方法不同。区间重叠时，先后次序并不确定。',
    ranges: (n) => `只有范围，无名次：${counted(n, { other: '#个国家' })}`,
    without: (n) => `有数字，但无可排名：${counted(n, { other: '#个国家' })}`,
    missing: (n, year) => `没有${year}年的数字：${counted(n, { other: '#个国家' })}`,
    noOther: (name, year) => `没有${year}年的除数：${name}`,
    why: '原因',
    noneRanked: '这些数字都无法排名。',
  },
};
