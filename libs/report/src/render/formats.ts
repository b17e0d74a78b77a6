/** The formats that a report is rendered in; apart from all else here, for who only needs to name them. */
export const reportFormats = ['docx', 'pdf', 'html', 'md'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Media types by format, for HTTP. */
export const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};
