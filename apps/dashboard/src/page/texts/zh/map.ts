/** The words of the map of an indicator, and of what changed in it, in Chinese. */
import type { enMap } from '../en/map.js';

export const zhMap: typeof enMap = {
  content: '方格所示内容',
  reported: (n, all) => `有方格的${all}个国家和地区中，${n}个在此给出过这项指标的总数。`,
  about: '方格按联合国区域（M49）排列，大致与各区域的位置相当；不显示边界，也不显示面积。',
  years: '最新数字属于不同年份，各国的统计方法也不同。',
  legend: '方格的含义和数目',
  range: '跨越以上多个级别的范围',
  otherPeriods: '只有非年度时期的数字',
  noData: '没有总数',
  outside: '不属于任何M49区域',
  keys: '方向键在方格之间移动，回车键打开图表或数字的来源。',
  list: '以列表显示地图',
  changes: {
    day: '收到日期',
    on: (day) => `${day}的变化`,
    nothing: (day) => `这项指标在${day}没有变化。`,
    about: '与前一天相比：当时的内容，以及此后的内容。每个数字通向其历史，每个来源通向提供它的事件。',
    none: '尚未收到任何内容。',
    sourceBefore: '之前的来源',
    sourceAfter: '之后的来源',
  },
};
