/** From a built report to the bytes of a file, whatever the format. */
import type { Report } from '../document/document.js';
import type { ReportFormat } from './formats.js';
import type { HtmlOptions } from './html/write-html.js';

/**
 * In: a report; what the page is to link to (`html` only). Out: the file; the same report gives the same bytes.
 * What a format needs is loaded when it is first asked for: a process that renders nothing carries nothing of it.
 */
export async function renderReport(
  report: Report,
  format: ReportFormat,
  options: HtmlOptions = {},
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return (await import('./docx/write-docx.js')).writeDocx(report);
    case 'md':
      return Buffer.from((await import('./to-markdown.js')).toMarkdown(report));
    case 'pdf':
      return (await import('./pdf/write-pdf.js')).writePdf(report);
    case 'html':
      return (await import('./html/write-html.js')).writeHtml(report, options);
  }
}
