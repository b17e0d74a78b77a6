// Writes the functions of the clients in Python and R from the OpenAPI document of a running service.
// Usage: node tools/clients/generate.mjs http://127.0.0.1:3000 [FOLDER], of which clients/ is what is kept.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { columnMeanings } from '../../apps/api/dist/formats/columns.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [url, folder = join(root, 'clients')] = process.argv.slice(2);
if (!url) {
  console.error('Usage: node tools/clients/generate.mjs http://127.0.0.1:3000 [FOLDER]');
  process.exit(1);
}

/** Set by the client itself, or of no use where a table is read whole. */
const leftOut = new Set(['format', 'limit', 'cursor', 'wait']);
const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const note = 'Made by tools/clients/generate.mjs from the OpenAPI document of the service: do not edit.';

/** The tables that are read without anything in the path, in the order of the document. */
function findTables({ paths }) {
  return Object.entries(paths).flatMap(([path, { get }]) => {
    const content = get?.responses?.['200']?.content ?? {};
    const isOpen = /^\/v1\/[a-z0-9/-]+$/.test(path) && path !== '/v1/audit';
    if (!content['text/csv'] || !isOpen) return [];
    const parameters = get.parameters.filter((one) => one.in === 'query');
    return [
      {
        path,
        name: path
          .replace('/v1/', '')
          .replace(/^tables\//, '')
          .replace(/\W/g, '_'),
        summary: get.summary.replace(/\.$/, ''),
        isPaged: parameters.some(({ name }) => name === 'limit'),
        parameters: parameters
          .filter(({ name }) => !leftOut.has(name))
          .map(({ name, required, description = '' }) => ({ name, required, description })),
      },
    ];
  });
}

const wrap = (text, indent, width = 116) => {
  const lines = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && indent.length + line.length + word.length + 1 > width) {
      lines.push(line);
      line = '';
    }
    line += (line && ' ') + word;
  }
  return [...lines, line].map((one) => indent + one).join('\n');
};

function toPython({ path, name, summary, isPaged, parameters }) {
  const own = (parameter) => (parameter === 'from' ? 'from_' : snake(parameter));
  const sorted = [...parameters].sort((a, b) => Number(b.required) - Number(a.required));
  const signature = sorted.map((one) => `${own(one.name)}${one.required ? '' : '=None'}`);
  const meanings = sorted.map((one) => wrap(`${own(one.name)}: ${one.description || 'see /docs'}`, '    '));
  const passed = sorted.map((one) => `${JSON.stringify(one.name)}: ${own(one.name)}`);
  const all = isPaged ? ['"limit": "all"'] : [];
  return `def ${name}(*, ${[...signature, 'url=None', 'key=None'].join(', ')}):
    """${summary}.

${meanings.join('\n')}
    """
    return read_table("${path}", url=url, key=key, **{${[...passed, ...all].join(', ')}})
`;
}

function toR({ path, name, summary, isPaged, parameters }) {
  const sorted = [...parameters].sort((a, b) => Number(b.required) - Number(a.required));
  const signature = sorted.map((one) => `${snake(one.name)}${one.required ? '' : ' = NULL'}`);
  const passed = sorted.map((one) => `${one.name} = ${snake(one.name)}`);
  const meanings = sorted.map((one) => wrap(`${snake(one.name)}: ${one.description || 'see /docs'}`, '#   '));
  return `# ${summary}.
${meanings.join('\n')}
${name} <- function(${[...signature, 'url = NULL', 'key = NULL'].join(', ')}) {
  read_table("${path}", list(${[...passed, ...(isPaged ? ['limit = "all"'] : [])].join(', ')}), url, key)
}
`;
}

const tables = findTables(await (await fetch(`${url}/openapi.json`)).json());
const texts = Object.entries(columnMeanings)
  .filter(([, { type }]) => ['string', 'date', 'datetime'].includes(type))
  .map(([name]) => name);
const quoted = wrap(texts.map((name) => `"${name}",`).join(' '), '    ');

const python = join(folder, 'python/rapporteur_client');
mkdirSync(python, { recursive: true });
writeFileSync(
  join(python, '_columns.py'),
  `"""The columns that hold text, in whichever table they are. ${note}"""\nTEXTS = [\n${quoted}\n]\n`,
);
writeFileSync(
  join(python, 'tables.py'),
  `"""A function for each table. ${note}"""
from ._read import read_table

__all__ = [
${wrap(tables.map(({ name }) => `"${name}",`).join(' '), '    ')}
]


${tables.map(toPython).join('\n\n')}`,
);
const head = readFileSync(join(root, 'tools/clients/read-table.R'), 'utf8');
mkdirSync(join(folder, 'r'), { recursive: true });
writeFileSync(
  join(folder, 'r/rapporteur.R'),
  `${head}
# The columns that hold text, in whichever table they are. ${note}
.rapporteur_texts <- c(
${quoted.replace(/,$/, '')}
)

# A function for each table. ${note}

${tables.map(toR).join('\n')}`,
);
