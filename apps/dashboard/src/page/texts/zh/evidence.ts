/** The words of passages and pages of documents, in Chinese. */
import type { enEvidence } from '../en/evidence.js';

export const zhEvidence: typeof enEvidence = {
  inTheDocument: '文件原文',
  openDocument: '打开文件',
  onPage: (page) => `第 ${page} 页`,
  pageAsPicture: (page) => `文件第 ${page} 页的图像`,
  readByOcr: (confidence) => `由图像识别得出，可信度 ${confidence}（满分 100）`,
};
