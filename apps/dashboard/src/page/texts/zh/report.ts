/** The words of the report's view, in Chinese. */
import type { enReport } from '../en/report.js';

export const zhReport: typeof enReport = {
  claim: '依据',
  choose: '请选择带下划线的数字、名单或语句，其依据显示于此。',
  open: (open, all) => `${all}项陈述中有${open}项无法由答复回答`,
  query: '查询',
  text: '回答',
  asOf: '截至',
  position: '位置',
  reason: '未能回答的原因',
  cells: '数字和结论',
  events: '事件',
  more: (count) => `另有${count}项`,
  reasons: {
    'unknown-code': '代码不详',
    'no-data': '无数据',
    'not-known': '本轮情况不详',
    'conflicting-figures': '数字不一致',
    'under-five-points': '年度数字不足五个',
    'no-number': '无可计算之数',
  },
};
