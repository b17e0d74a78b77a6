/** `styles.xml`: Word's own styles where Word has them, so that an editor can go on with what is there. */
import type { Direction } from '../../document/document.js';
import { declaration, element, namespaces, val } from './elements.js';
import { isEastAsian, wordLanguage } from './runs.js';
import { characters, half, letters, stylesOf, type Style } from './style-list.js';

function toXml({
  id,
  name,
  kind = 'paragraph',
  basedOn,
  next,
  paragraph,
  run,
  rest,
  isQuick,
}: Style): string {
  const isDefault = id === 'Normal' || id === 'NormalTable';
  return element(
    'w:style',
    { 'w:type': kind, 'w:default': isDefault ? 1 : undefined, 'w:styleId': id },
    val('w:name', name),
    basedOn
      ? val('w:basedOn', basedOn)
      : kind === 'paragraph' && !isDefault
        ? val('w:basedOn', 'Normal')
        : '',
    next ? val('w:next', next) : '',
    isQuick ? '<w:qFormat/>' : '',
    paragraph ? element('w:pPr', {}, paragraph) : '',
    run ? element('w:rPr', {}, run) : '',
    rest ?? '',
  );
}

/** In: the document's language and direction. Out: the whole part. */
export function stylesXml(language: string, direction: Direction): string {
  const tag = wordLanguage(language);
  const eastAsia = isEastAsian(language);
  const defaults = element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        element('w:rFonts', {
          'w:ascii': 'Times New Roman',
          'w:hAnsi': 'Times New Roman',
          'w:eastAsia': 'SimSun',
          'w:cs': 'Times New Roman',
        }),
        half(10),
        element('w:lang', {
          'w:val': eastAsia || direction === 'rtl' ? 'en-GB' : tag,
          'w:eastAsia': eastAsia ? tag : 'zh-CN',
          'w:bidi': direction === 'rtl' ? tag : 'ar-SA',
        }),
      ),
    ),
    element('w:pPrDefault', {}, element('w:pPr', {}, direction === 'rtl' ? '<w:bidi/>' : '')),
  );
  return (
    declaration +
    element(
      'w:styles',
      { 'xmlns:w': namespaces['xmlns:w'] },
      defaults,
      ...stylesOf(eastAsia ? characters : letters).map(toXml),
    )
  );
}
