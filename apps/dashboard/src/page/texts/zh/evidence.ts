/** The words of passages and pages of documents, in Chinese. */
import type { enEvidence } from '../en/evidence.js';

export const zhEvidence: typeof enEvidence = {
  inTheDocument: '文件原文',
  openDocument: '打开文件',
  onPage: (page) => `第 ${page} 页`,
  framedOn: (page) => `第 ${page} 页方框内`,
  pageAsPicture: (page) => `文件第 ${page} 页的图像`,
  readByOcr: (confidence) => `由图像识别得出，可信度 ${confidence}（满分 100）`,
  pageSide: {
    asText: '文字',
    asPage: '页面',
    before: '上一页',
    next: '下一页',
    noSuchPage: (page) => `没有第 ${page} 页。`,
    draw: '请用鼠标或按键在该处画一个方框：方向键移动，Shift 加方向键改变大小，Enter 由其建立数字，g 建立结论。',
    frame: (left, top, width, height) => `方框：距左边 ${left}%，距上边 ${top}%，宽 ${width}%，高 ${height}%`,
  },
  addLetter: {
    title: '添加信函',
    file: '文件（PDF、DOCX、ODT、RTF、TXT、HTML、EML、PNG、JPEG、TIFF）',
    ofRound: '整轮',
    language: '识别图像页面所用的语言',
    foundOut: '不指定：由系统判断',
    add: '添加',
    reading: '正在保存和读取；扫描件每页需要几秒钟。',
  },
};
