/** The words of States compared with one another, in Chinese. */
import { countedIn } from '../counted.js';
import type { enCompare } from '../en/compare.js';

const counted = countedIn('zh');

export const zhCompare: typeof enCompare = {
  parts: { directions: '在哪些国家上升或下降', crossing: '两项指标对照' },
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
};
