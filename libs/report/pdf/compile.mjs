// Makes one PDF and ends: the memory of the compiler is freed with the process. In: a job as JSON; out: the
// bytes.
import { readFile } from 'node:fs/promises';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const folder = import.meta.dirname;
const template = await readFile(`${folder}/report.typ`, 'utf8');

/** Out: the PDF. Errors: what the compiler says, which names every text that no font can show. */
function makePdf(compiler, document) {
  compiler.mapShadow(`${folder}/job.json`, Buffer.from(JSON.stringify({ document })));
  const compiled = compiler.compile({ mainFileContent: template });
  if (!compiled.result) throw Object.assign(new Error('not compiled'), { code: say(compiler, compiled) });
  // PDF/UA-1: tagged, with titles, languages and alternative texts; the compiler refuses what lacks one.
  return compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
}

const say = (compiler, compiled) =>
  JSON.stringify(compiler.fetchDiagnostics(compiled.takeError() ?? compiled.takeDiagnostics()));

/** The characters that the fonts lack, from the compiler's words: the text `"…"` could not be displayed. */
function lacking(words) {
  const texts = [...words.matchAll(/the text `\\*"(.*?)\\*"` could not be displayed/gs)].map(
    ([, text]) => text,
  );
  const plain = texts.map((text) =>
    text.replace(/\\*u\{([0-9a-f]+)\}/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))),
  );
  return new Set(plain.join(''));
}

/** A character that cannot be shown is named by its number, so that nothing is left out in silence. */
function nameCharacters(value, characters) {
  if (Array.isArray(value)) return value.map((each) => nameCharacters(each, characters));
  if (typeof value === 'string')
    return [...value]
      .map((one) =>
        characters.has(one) ? `[U+${one.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}]` : one,
      )
      .join('');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, nameCharacters(each, characters)]),
  );
}

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { document, manifest, fontFolders } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fontFolders }] });
compiler.mapShadow(`${folder}/manifest.json`, Buffer.from(manifest));

let current = document;
for (let attempt = 1; ; attempt += 1) {
  try {
    process.stdout.write(makePdf(compiler, current));
    break;
  } catch (error) {
    const characters = lacking(String(error.code));
    if (characters.size === 0 || attempt === 5) {
      process.stderr.write(`${error.message === 'not compiled' ? '' : `${error.message} `}${error.code}\n`);
      process.exitCode = 1;
      break;
    }
    current = nameCharacters(current, characters);
  }
}
