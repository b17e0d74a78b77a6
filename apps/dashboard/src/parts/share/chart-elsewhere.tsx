/** The chart of a view for other pages and documents: the code of a frame, and picture with title, note and source. */
import { useEffect, useState } from 'preact/hooks';
import { usePage } from '../../page/page-context.js';
import { copy, escapeHtml } from './copy.js';
import { chartAddress } from './forms.js';
import type { Acting } from './shared.js';

interface Props extends Acting {
  /** The address of the figures as data. */
  readonly data: string;
  /** The citation of the view, and its fixed address. */
  readonly citation: string;
  readonly address: string;
}

interface Picture {
  readonly title: string;
  /** What it draws, in words. */
  readonly note: string;
  readonly language: string;
}

/** In: the address of a picture. Out: its title and what it says of itself; undefined where it cannot be drawn. */
async function readPicture(address: string): Promise<Picture | undefined> {
  const response = await fetch(address);
  if (!response.ok) return undefined;
  const svg = new DOMParser().parseFromString(await response.text(), 'image/svg+xml');
  const said = (name: string) => svg.querySelector(name)?.textContent ?? '';
  const language = response.headers.get('content-language') ?? 'en';
  return { title: said('title') || said('text'), note: said('desc'), language };
}

export function ChartElsewhere({ data, citation, address, act }: Props) {
  const page = usePage();
  const { share } = page.texts;
  const drawn = chartAddress(data, 'svg');
  const [picture, setPicture] = useState<Picture>();
  useEffect(() => {
    if (!drawn) return;
    setPicture(undefined);
    void readPicture(drawn).then(setPicture, () => undefined);
  }, [drawn]);
  if (!drawn || !picture) return <p class="says">{share.noChart}</p>;
  const { title, note, language } = picture;
  const at = (kind: 'html' | 'png') => escapeHtml(location.origin + chartAddress(data, kind)!);
  const frame = `<iframe src="${at('html')}" title="${escapeHtml(title)}" width="480" height="420" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  const source = `<a href="${escapeHtml(location.origin + address)}">${escapeHtml(citation)}</a>`;
  const document = [
    `<div lang="${language}"><p><strong>${escapeHtml(title)}</strong></p>`,
    `<p><img src="${at('png')}" alt="${escapeHtml(note)}" width="600"></p>`,
    `<p>${escapeHtml(note)}</p></div><p lang="${page.textLanguage}">${source}</p>`,
  ].join('');
  const plain = [title, note, citation, location.origin + address].join('\n');
  return (
    <>
      <img class="share-chart" src={drawn} alt={note} lang={language} />
      <div class="downloads">
        <button type="button" onClick={() => act(() => copy(frame))}>
          {share.copyEmbed}
        </button>
        <button type="button" onClick={() => act(() => copy(plain, document))}>
          {share.copyWord}
        </button>
      </div>
      <p class="says">{share.wordHow}</p>
    </>
  );
}
