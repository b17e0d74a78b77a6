/** The words of taking what a view shows elsewhere: download, citation, chart, in Chinese. */
import type { enShare } from '../en/share.js';

export const zhShare: typeof enShare = {
  open: '下载、引用、嵌入',
  form: '格式',
  uses: {
    csv: '用于电子表格和统计：每个数字一行，附来源。',
    xlsx: '用于 Excel 和 LibreOffice：同样的行，作为工作簿。',
    json: '用于程序：页面收到的原样回答，含名称、来源和走向。',
    parquet: '用于 R、Python 和数据库：同样的行，各列有类型，体积小，读取快。',
    'json-stat': '用于统计软件：带维度的数据立方体（JSON-stat 2.0）。',
    'sdmx-csv': '用于统计机构：各年份和有起止的时期的数字，采用 SDMX 代码，含全部细分。',
    package: '用于存档：一个 ZIP，含全部细分的数字、说明和 README。',
    svg: '用于印刷和演示：所示图表，任何大小都清晰。',
    png: '用于邮件和文件：所示图表，作为图片。',
  },
  preview: '文件开头',
  table: (rows, columns) => `不是文本，而是表格。行数：${rows}。列数：${columns}，即：`,
  firstPage: '此格式只含长列表的第一页。CSV 和 Parquet 含全部。',
  address: '文件地址，内容永远相同',
  copyAddress: '复制地址',
  copyCitation: '复制引文',
  copyLink: '复制此视图的链接',
  chart: '其他网页和文件中的图表',
  noChart: '在“趋势”中选择一项指标和指定答复方的至多六个序列时，才有供其他网页和文件使用的图表。',
  copyEmbed: '复制用于网页的代码',
  copyWord: '复制用于 Word 的图表',
  wordHow: '请粘贴到 Word 或其他文件中：图片、标题、所示内容、来源。文件从本服务器加载图片。',
};
