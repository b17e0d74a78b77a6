/** Writes a report as PDF: numbered paragraphs, footnotes on their page, tagged (PDF/UA-1), the manifest attached. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../document/document.js';
import { foldersOf, fontsFor } from '../fonts.js';
import { toJob } from './to-job.js';

/** Outside of `src`, since it is no TypeScript: the folder is the same seen from the sources and from the build. */
const compile = fileURLToPath(new URL('../../../pdf/compile.mjs', import.meta.url));
/** Milliseconds. Thousands of rows take seconds. */
const longest = 120_000;

/**
 * In: a report. Out: the PDF; the same report gives the same bytes. The compiler runs in a process of its own, and
 * its memory goes with that. Errors: Error with the compiler's words.
 */
export async function writePdf(report: Report): Promise<Uint8Array> {
  const job = toJob(report, foldersOf(fontsFor(JSON.stringify(report.document))));
  const child = spawn(process.execPath, [compile], { stdio: 'pipe', timeout: longest });
  // Where it ends early, its exit says why.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(job));
  const ended = new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
  const [pdf, words, code] = await Promise.all([collect(child.stdout), collect(child.stderr), ended]);
  if (code !== 0)
    throw new Error(`The PDF could not be made: ${words.toString('utf8').trim() || `it ended with ${code}`}`);
  return pdf;
}

async function collect(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
