/** Texts in XML. */
import { expect, it } from '@jest/globals';
import { element, escapeXml } from './xml.js';

it('a text is escaped, and what XML has no place for is replaced', () => {
  expect(escapeXml('a<b>&"c"\n')).toBe('a&lt;b&gt;&amp;&quot;c&quot;&#10;');
  expect(escapeXml('\u0000\u0008\ufffe')).toBe('\ufffd\ufffd\ufffd');
  expect(escapeXml('两次 😀 \ud800x \udc00')).toBe('两次 😀 \ufffdx \ufffd');
});

it('an attribute without a value is left out', () => {
  expect(element('a', { b: undefined, c: 0, d: 'x"' })).toBe('<a c="0" d="x&quot;"/>');
  expect(element('a', {}, '<b/>')).toBe('<a><b/></a>');
});
