/** The words of inconsistencies and discrepancies, in Chinese. */
import type { enChecks } from '../en/checks.js';

export const zhChecks: typeof enChecks = {
  kind: '类别',
  allKinds: '所有类别',
  allRespondents: '所有答复者',
  allIndicators: '所有指标',
  state: '状态',
  states: { all: '全部', open: '尚未看过', seen: '已看过' },
  seen: '已看过',
  seenNote: '看过的标记只保存在此浏览器中。',
  count: (shown, all) => `显示 ${shown} 项，共 ${all} 项`,
  noneOfChoice: '没有符合所选条件的项。请选择其他类别、答复者或状态。',
  noDiscrepancies:
    '没有两个数据集对同一事项给出不同的数字。只有一个数据集时无从比较：请导入另一个（npm run import）。',
  onlyFirst: (shown) => `显示前 ${shown} 项。请选择一个答复者以查看其全部。`,
  difference: '差额',
  what: '事项',
  differences: {
    collection: '数据集',
    earlier: '较早的出版物',
    later: '较晚的出版物',
    none: '没有哪个数据集有两个出版物可供比较。请再导入一个（“导入”视图，或 npm run import）。',
    same: '请选择两个不同的出版物：出版物与自身没有差异。',
    title: (from, to) => `${to} 与 ${from} 的不同之处`,
    counts: (added, revised, withdrawn, unchanged) =>
      `新增 ${added} 个，修订 ${revised} 个，撤回 ${withdrawn} 个；${unchanged} 个不变。`,
    notMentionedCount: (n) => `较晚的出版物只是一部分，其中未提及的 ${n} 个仍然有效。`,
    largest: (what, change) => `最大的修订：${what}：${change}。`,
    note: '供说明使用的英文句子',
    copy: '复制该句',
    copied: '已复制',
    byRespondent: '按答复者',
    byIndicator: '按指标',
    kinds: { added: '新增', revised: '修订', withdrawn: '撤回', 'not-mentioned': '未提及' },
    list: '各项差异，最大者在前',
    nothing: '就所选内容而言，二者相同。请选择其他出版物，或所有答复者和指标。',
    before: '之前',
    after: '之后',
    difference: '差额',
    first: (n) => `列出前 ${n} 个。请选择答复者或指标以查看其全部差异。`,
    csv: '所列内容的 CSV',
    nothingSaid: '无',
  },
  sentence: {
    'cited-but-not-listed': (paragraphs, list) =>
      `在第 ${paragraphs} 段被引用，但不在第 ${list} 段所列的已答复者之中。`,
    'listed-but-not-cited': (list) => `第 ${list} 段将其列为已答复，但任何地方都没有其数字或结论。`,
    'name-spelt-otherwise': (written, list, name) =>
      `第 ${list} 段中的“${written}”不是通常的名称；被理解为唯一相近的${name}。`,
    'part-exceeds-whole': ['', ' 合计至少 ', '，但 ', ' 至多为 ', '。'],
    'conflicting-figures': ['', ' 给出为 ', '；未作取舍。'],
    and: ' 和 ',
    plus: ' + ',
    'figure-not-in-quote': ['', ' 为 ', '，但其依据的原文是“', '”。'],
    'figure-not-applicable': ['', ' 据称不适用，但 ', ' 却有计数。'],
    'implied-finding-missing': (topic, implied) =>
      `列于“${topic}”，而该名单说的是列于“${implied}”者；那里却没有。`,
  },
};
