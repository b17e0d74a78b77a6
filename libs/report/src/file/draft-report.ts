/** Drafts a report file: a template of a language, filled with the outline of what a vintage knows. */
import { readFile } from 'node:fs/promises';
import { Liquid } from 'liquidjs';
import type { Facts } from '../facts/facts.js';
import { upperFirst } from '../document/house-style.js';
import { templateFolder, type ReportLanguage } from '../document/language.js';
import { toOutline } from './outline.js';

const liquid = new Liquid({ strictVariables: true, strictFilters: true, jsTruthy: false });

/** YAML's quoted form, for texts in the head of the file. */
liquid.registerFilter('yaml', (text: unknown) => JSON.stringify(String(text)));

/** The first letter large: `capitalize` of Liquid makes all others small. */
liquid.registerFilter('capitalize_first', (text: unknown) => upperFirst(String(text)));

/**
 * In: facts, and the language whose template is taken. Out: the text of the report file; the same facts give the same text.
 * Errors: those of reading and of Liquid, which name the line of the template.
 */
export async function draftReport(facts: Facts, language: ReportLanguage): Promise<string> {
  const template = await readFile(new URL(`report.${language.code}.md`, templateFolder), 'utf8');
  const text = (await liquid.parseAndRender(template, toOutline(facts, language))) as string;
  return `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}
