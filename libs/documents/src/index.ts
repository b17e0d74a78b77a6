/** Documents as they were received: bytes that are kept in pieces, and their text, extracted once within limits. */
export * from './kept-files.js';
export * from './kept-texts.js';
export * from './media-type.js';
export { extractionVersion, assembleText, type PageWords } from './extract/assemble.js';
export * from './extract/extract-in-process.js';
export { countInProcess, drawInProcess, hasPages } from './pictures/draw-in-process.js';
export { scanLanguages, toScanLanguage, type ScanLanguage } from './scan/languages.js';
export { extractText } from './extract/extract-text.js';
export * from './unreadable-document.js';
