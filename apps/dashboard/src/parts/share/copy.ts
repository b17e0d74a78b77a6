/** Puts a text, or the same with its form as HTML, where the reader can paste it from. */

/** Errors: the browser does not allow it. */
export async function copy(text: string, html?: string): Promise<void> {
  // A page that did not come over HTTPS has no clipboard of the newer kind.
  if (navigator.clipboard === undefined) return copyByEvent(text, html);
  if (html === undefined) return navigator.clipboard.writeText(text);
  const blob = (type: string, content: string) => new Blob([content], { type });
  return navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) }),
  ]);
}

function copyByEvent(text: string, html: string | undefined): void {
  const put = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
  };
  document.addEventListener('copy', put);
  const isDone = document.execCommand('copy');
  document.removeEventListener('copy', put);
  if (!isDone) throw new Error('clipboard');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign]!);
