/**
 * The formats that a report is rendered in; in a file of its own, so that code can name them without loading a
 * renderer.
 */
export const reportFormats = ['docx', 'pdf', 'html', 'md'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Media types by format, for HTTP. */
export const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};
