/** Writes a report as one HTML page: nothing from elsewhere, every claim a link to what it rests on. */
import { directionOf, type Masthead, type Report, type ReportDocument } from '../../document/document.js';
import type { Manifest, ManifestClaim } from '../../document/manifest.js';
import { escapeXml } from '../xml.js';
import { blockHtml } from './blocks.js';
import { basisPlace, claimPlace, inLanguage, type Writing } from './inlines.js';
import { style } from './style.js';
import { tag } from './tags.js';

export interface HtmlOptions {
  /**
   * What stands before the addresses of the api (`/v1/observations/…`): '' on the server's own pages,
   * `https://host` elsewhere. Without it nothing is linked to a server.
   */
  readonly api?: string;
}

/** No script runs and nothing is fetched, whatever a reply's text says. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** In: a report. Out: the page as UTF-8. The same report and options give the same bytes. */
export function writeHtml({ document, manifest }: Report, { api }: HtmlOptions = {}): Uint8Array {
  const { asOf, at } = manifest.vintage;
  const vintage = `?${new URLSearchParams({ asOf, at: String(at) })}`;
  const writing: Writing = {
    footnotes: [],
    titles: new Map(manifest.claims.map((claim) => [claim.id, queryText(claim)])),
    observationHref: (id) =>
      api === undefined ? undefined : `${api}/v1/observations/${encodeURIComponent(id)}${vintage}`,
  };
  const { labels, masthead } = document;
  const blocks = document.blocks.map((block) => blockHtml(block, labels, writing));
  const head = [
    tag('meta', { charset: 'utf-8' }),
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    tag('title', {}, escapeXml([masthead.symbol, masthead.title].filter(Boolean).join(': '))),
    tag('style', {}, style),
    // Inside a script only "</" could end it; JSON has another spelling for "<".
    tag(
      'script',
      { type: 'application/json', id: 'manifest' },
      JSON.stringify(manifest).replaceAll('<', '\\u003c'),
    ),
  ];
  const main = [
    mastheadHtml(masthead),
    ...blocks,
    footnotesHtml(document, writing),
    basisHtml(document, manifest, writing, api),
  ];
  const attributes = { lang: document.language, dir: document.direction };
  const page = tag('html', attributes, tag('head', {}, ...head), tag('body', {}, tag('main', {}, ...main)));
  return Buffer.from(`<!doctype html>\n${page}\n`, 'utf8');
}

function mastheadHtml(head: Masthead): string {
  const line = (text: string | undefined, name = 'p', attributes = {}) =>
    text === undefined ? '' : tag(name, attributes, escapeXml(text));
  const dates = [head.distribution, head.date, head.originalLanguage].map((text) => line(text));
  return tag(
    'header',
    { class: 'masthead' },
    tag('div', { class: 'top' }, line(head.organization, 'span'), line(head.symbol, 'span')),
    tag('div', { class: 'organ' }, line(head.organ, 'strong'), tag('div', {}, ...dates)),
    head.body === undefined ? '' : tag('p', {}, tag('strong', {}, escapeXml(head.body))),
    line(head.session),
    line(head.meeting),
    line(head.agendaItem),
    head.agendaTitle === undefined ? '' : tag('p', {}, tag('strong', {}, escapeXml(head.agendaTitle))),
    tag('h1', {}, titleHtml(head)),
    line(head.subtitle, 'p', { class: 'subtitle' }),
    line(head.draft, 'p', { class: 'draft' }),
  );
}

/** A title in another language than the document's is marked as that. */
const titleHtml = ({ title, titleLanguage: language }: Masthead): string =>
  language === undefined
    ? escapeXml(title)
    : tag('span', inLanguage({ language, direction: directionOf(language) }), escapeXml(title));

function footnotesHtml({ labels }: ReportDocument, { footnotes }: Writing): string {
  if (footnotes.length === 0) return '';
  const items = footnotes.map(({ number, html }) => {
    const back = { href: `#noted-${number}`, role: 'doc-backlink', 'aria-label': labels.backToText };
    return tag('li', { id: `note-${number}`, value: number }, html, ' ', tag('a', back, '↩'));
  });
  const title = tag('h2', { id: 'notes' }, escapeXml(labels.footnotes));
  return tag(
    'section',
    { class: 'notes', role: 'doc-endnotes', 'aria-labelledby': 'notes' },
    title,
    tag('ol', {}, ...items),
  );
}

function queryText({ query }: ManifestClaim): string {
  const { kind, ...attributes } = query;
  return [kind, ...Object.entries(attributes).map(([name, value]) => `${name}=${value}`)].join(' ');
}

function basisHtml({ labels }: ReportDocument, { claims }: Manifest, writing: Writing, api?: string): string {
  const term = (name: string, content: string) => tag('dd', {}, escapeXml(name), ': ', content);
  const linked = (href: string | undefined, text: string) =>
    href === undefined ? escapeXml(text) : tag('a', { href }, escapeXml(text));
  const rows = claims.map((claim) => {
    const back = {
      href: `#${claimPlace(claim.id)}`,
      role: 'doc-backlink',
      'aria-label': `${labels.backToText}: ${claim.id}`,
    };
    const events = claim.events.map((position) =>
      linked(api === undefined ? undefined : `${api}/v1/events/${position}`, String(position)),
    );
    // The cells of a table lead to their observations themselves.
    const cells = claim.grid ? [] : claim.cells.map((id) => linked(writing.observationHref(id), id));
    return [
      tag('dt', { id: basisPlace(claim.id) }, tag('a', back, '↩'), ` ${shorten(claim.text)}`),
      term(labels.query, tag('code', {}, escapeXml(queryText(claim)))),
      ...(claim.reason ? [tag('dd', {}, escapeXml(claim.reason.message))] : []),
      ...(events.length > 0 ? [term(labels.events, events.join(', '))] : []),
      ...(cells.length > 0 ? [term(labels.observations, cells.join(', '))] : []),
    ].join('');
  });
  const title = tag('h2', { id: 'basis' }, escapeXml(labels.basis));
  return tag('section', { class: 'notes basis', 'aria-labelledby': 'basis' }, title, tag('dl', {}, ...rows));
}

/** A table's text would be as long as the table. */
const shorten = (text: string): string =>
  escapeXml(text.length > 160 ? `${text.slice(0, 160).replace(/\s+\S*$/, '')} …` : text).replace(
    /[\t\n]/g,
    ' ',
  );
