/** Writes a report as .docx: Word's own styles, numbering and footnotes, claims as content controls, the manifest inside. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Chart, Report, ReportDocument } from '../../document/document.js';
import type { Manifest, ManifestClaim } from '../../document/manifest.js';
import { svgToPng } from '../svg-to-png.js';
import { blockXml } from './body.js';
import { declaration, element, namespaces } from './elements.js';
import { countHeadings } from './heading-numbers.js';
import { manifestParts } from './manifest-part.js';
import { mastheadXml } from './masthead.js';
import { Numbering } from './numbering.js';
import { contentTypesXml, coreXml, edge, footnotesXml, section, settingsXml } from './parts.js';
import { Relations } from './relations.js';
import { textRun, type Collected, type RunContext } from './runs.js';
import { stylesXml } from './styles.js';

/** The words above a claim in Word: what was asked. */
function titleOf({ query }: ManifestClaim): string {
  const { kind, ...attributes } = query;
  const words = Object.entries(attributes).map(([name, value]) => `${name}=${value}`);
  return [kind, ...words].join(' ').slice(0, 120);
}

function collect({ claims }: Manifest): Collected {
  return {
    claims: new Map(claims.map((claim, index) => [claim.id, { index, title: titleOf(claim) }])),
    footnotes: [],
    footnoteRelations: new Relations(),
  };
}

/** The pictures of the charts, drawn before the body is written, by chart. */
async function drawPictures({ blocks }: ReportDocument): Promise<Map<Chart, Uint8Array>> {
  const pictures = new Map<Chart, Uint8Array>();
  for (const block of blocks) if (block.kind === 'chart') pictures.set(block, await svgToPng(block.svg));
  return pictures;
}

/** A date that is the same in every time zone, since ZIP writes the local one: the first that ZIP knows. */
const noTime = () => new Date(1980, 0, 1);

/**
 * In: a report. Out: the file. The same report gives the same bytes.
 * Errors: RangeError if the document has a claim that the manifest does not know.
 */
export async function writeDocx({ document, manifest }: Report): Promise<Uint8Array> {
  const files: Record<string, string | Uint8Array> = {};
  const relations = new Relations();
  for (const part of ['styles', 'numbering', 'settings', 'footnotes']) relations.add(part, `${part}.xml`);
  const collected = collect(manifest);
  const context: RunContext = {
    language: document.language,
    direction: document.direction,
    relations,
    document: collected,
  };
  const numbers = countHeadings(document.blocks);
  const numbering = new Numbering(numbers.levels);
  const pixels = await drawPictures(document);
  const pictures = (chart: Chart) => {
    const name = `media/figure-${chart.number}`;
    files[`word/${name}.svg`] = chart.svg;
    files[`word/${name}.png`] = pixels.get(chart)!;
    return { svg: relations.add('image', `${name}.svg`), png: relations.add('image', `${name}.png`) };
  };
  const writing = { document, numbers, numbering, pictures };
  const blocks = document.blocks.map((block) => blockXml(block, context, writing));
  const content = [
    mastheadXml(document.masthead, context),
    ...blocks,
    section(relations, document.direction),
  ];
  files['word/document.xml'] =
    declaration + element('w:document', namespaces, element('w:body', {}, ...content));
  files['word/styles.xml'] = stylesXml(document.language, document.direction);
  files['word/numbering.xml'] = numbering.toXml();
  files['word/settings.xml'] = settingsXml(document.language);
  files['word/footnotes.xml'] = footnotesXml(collected);
  const symbol = textRun(document.masthead.symbol ?? '', context);
  const pageNumber = element('w:fldSimple', { 'w:instr': ' PAGE ' }, textRun('1', context));
  files['word/header.xml'] = edge('hdr', 'end', symbol);
  files['word/header-even.xml'] = edge('hdr', 'start', symbol);
  files['word/footer.xml'] = edge('ftr', 'end', pageNumber);
  files['word/footer-even.xml'] = edge('ftr', 'start', pageNumber);
  Object.assign(files, manifestParts(manifest, relations), { 'docProps/core.xml': coreXml(document) });
  files['word/_rels/document.xml.rels'] = relations.toXml();
  if (!collected.footnoteRelations.isEmpty)
    files['word/_rels/footnotes.xml.rels'] = collected.footnoteRelations.toXml();
  files['_rels/.rels'] = packageRelations();
  return zip(files);
}

function packageRelations(): string {
  const relations = new Relations();
  relations.add('officeDocument', 'word/document.xml');
  relations.add(
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    'docProps/core.xml',
  );
  relations.add('custom-properties', 'docProps/custom.xml');
  return relations.toXml();
}

/** The types of content come first, by the convention of the format; the rest in the order of names. */
function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const names = Object.keys(files).sort();
  const all: Zippable = { '[Content_Types].xml': strToU8(contentTypesXml(names)) };
  for (const name of names) {
    const content = files[name]!;
    all[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(all, { mtime: noTime() });
}
