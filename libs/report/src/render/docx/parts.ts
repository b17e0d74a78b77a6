/** The smaller parts of the package: page heads and feet, footnotes, settings, properties, types of content. */
import type { ReportDocument } from '../../document/document.js';
import { escapeXml } from '../xml.js';
import { declaration, element, namespaces, val } from './elements.js';
import { measure } from './measures.js';
import type { Relations } from './relations.js';
import { isEastAsian, wordLanguage, type Collected } from './runs.js';

const wordprocessing = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Pages after the first show the symbol; every one its number: to the outer side, as in print. */
export function edge(kind: 'hdr' | 'ftr', side: 'start' | 'end', content: string): string {
  const style = kind === 'hdr' ? 'Header' : 'Footer';
  const properties = element('w:pPr', {}, val('w:pStyle', style), val('w:jc', side));
  return declaration + element(`w:${kind}`, namespaces, element('w:p', {}, properties, content));
}

export function section(relations: Relations, direction: ReportDocument['direction']): string {
  const refer = (kind: 'header' | 'footer', type: string, file: string) =>
    element(`w:${kind}Reference`, { 'w:type': type, 'r:id': relations.add(kind, file) });
  return element(
    'w:sectPr',
    {},
    refer('header', 'even', 'header-even.xml'),
    refer('header', 'default', 'header.xml'),
    refer('footer', 'even', 'footer-even.xml'),
    refer('footer', 'default', 'footer.xml'),
    refer('footer', 'first', 'footer.xml'),
    element('w:pgSz', { 'w:w': measure.pageWidth, 'w:h': measure.pageHeight }),
    element('w:pgMar', {
      'w:top': measure.top,
      'w:right': measure.side,
      'w:bottom': measure.bottom,
      'w:left': measure.side,
      'w:header': measure.header,
      'w:footer': measure.footer,
      'w:gutter': 0,
    }),
    '<w:titlePg/>',
    direction === 'rtl' ? '<w:bidi/>' : '',
  );
}

const separator = (id: number, type: string, mark: string) =>
  element('w:footnote', { 'w:id': id, 'w:type': type }, element('w:p', {}, element('w:r', {}, mark)));

export const footnotesXml = ({ footnotes }: Collected): string =>
  declaration +
  element(
    'w:footnotes',
    namespaces,
    separator(-1, 'separator', '<w:separator/>'),
    separator(0, 'continuationSeparator', '<w:continuationSeparator/>'),
    ...footnotes,
  );

export function settingsXml(language: string): string {
  const compatibility = element('w:compatSetting', {
    'w:name': 'compatibilityMode',
    'w:uri': 'http://schemas.microsoft.com/office/word',
    'w:val': 15,
  });
  const separators = [-1, 0].map((id) => element('w:footnote', { 'w:id': id }));
  const tag = wordLanguage(language);
  return (
    declaration +
    element(
      'w:settings',
      { 'xmlns:w': namespaces['xmlns:w'] },
      '<w:evenAndOddHeaders/>',
      element('w:footnotePr', {}, ...separators),
      element('w:compat', {}, compatibility),
      element('w:themeFontLang', {
        'w:val': isEastAsian(language) ? 'en-GB' : tag,
        'w:eastAsia': isEastAsian(language) ? tag : undefined,
      }),
    )
  );
}

export function coreXml({ masthead, language }: ReportDocument): string {
  return (
    declaration +
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      element('dc:title', {}, escapeXml(masthead.title)),
      element('dc:subject', {}, escapeXml(masthead.symbol ?? '')),
      element('dc:creator', {}, escapeXml(masthead.organization)),
      element('dc:language', {}, escapeXml(wordLanguage(language))),
    )
  );
}

export function contentTypesXml(parts: readonly string[]): string {
  const types: Record<string, string> = {
    'word/document.xml': `${wordprocessing}.document.main+xml`,
    'word/styles.xml': `${wordprocessing}.styles+xml`,
    'word/numbering.xml': `${wordprocessing}.numbering+xml`,
    'word/settings.xml': `${wordprocessing}.settings+xml`,
    'word/footnotes.xml': `${wordprocessing}.footnotes+xml`,
    'word/header.xml': `${wordprocessing}.header+xml`,
    'word/header-even.xml': `${wordprocessing}.header+xml`,
    'word/footer.xml': `${wordprocessing}.footer+xml`,
    'word/footer-even.xml': `${wordprocessing}.footer+xml`,
    'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
    'docProps/custom.xml': 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
    'customXml/itemProps1.xml': 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
  };
  const byEnding = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['png', 'image/png'],
    ['svg', 'image/svg+xml'],
  ].map(([Extension, ContentType]) => element('Default', { Extension, ContentType }));
  const byName = parts.flatMap((part) =>
    types[part] ? [element('Override', { PartName: `/${part}`, ContentType: types[part] })] : [],
  );
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/content-types';
  return declaration + element('Types', { xmlns }, ...byEnding, ...byName);
}
