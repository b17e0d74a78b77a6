/** Files of office programs (.xlsx, .docx): ZIPs of XML, read within limits. */
export * from './office-file.js';
