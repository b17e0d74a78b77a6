/** Checks the parameters of an upload and makes the request of an import, or refuses them. */
import { codeSchema, daySchema, faultOfText } from '@rapporteur/domain';
import { authorityOf, HttpProblem, needRight, traceparentOf } from '@rapporteur/http';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { confirmSchema } from '../../commands/confirm-schema.js';
import { recorderOf } from '../../commands/rights.js';
import type { ImportRequest } from '../run/importing.js';
import { quote, UnreadableFile } from '../kinds/unreadable-file.js';
import type { Upload } from './receive-upload.js';

/** Where files are sent. */
export const importPath = '/v1/imports';

/** Checked because the name of a file becomes part of events. */
const nameSchema = z
  .string()
  .max(200)
  .superRefine((name, context) => {
    const message = faultOfText(name);
    if (message) context.addIssue({ code: 'custom', message });
  });

const yesOrNo = z.enum(['true', 'false', '']).optional();
const isYes = (given: string | undefined) => given === 'true' || given === '';

export const importQuerySchema = z.strictObject({
  collection: codeSchema,
  round: codeSchema,
  received: daySchema.describe('The day on which the publication was received'),
  name: nameSchema.optional().describe("The file's name, for people"),
  dryRun: yesOrNo.describe('true: report, and store nothing'),
  partial: yesOrNo.describe('true: the file stands for what it mentions alone, and withdraws nothing'),
  acceptWithdrawals: z
    .string()
    .regex(/^\d{1,9}$/, 'a whole number')
    .transform(Number)
    .optional()
    .describe('The number of figures that may be withdrawn, as a dry run or a refusal showed it'),
  confirm: confirmSchema,
});
type ImportQuery = z.output<typeof importQuerySchema>;

export const refusedQuerySchema = z.strictObject({ collection: codeSchema, round: codeSchema });

/** The name that a form gives its file. Errors: UnreadableFile where an event may not hold that name. */
function toName(name = 'an uploaded file'): string {
  const fault = faultOfText(name);
  if (fault)
    throw new UnreadableFile('bad-form', `The name of the file in the form ${fault}: ${quote(name)}.`);
  return name.slice(0, 200).replace(/[\ud800-\udbff]$/, '');
}

/** In: parameters, upload, and HTTP request. Out: the request of an import. Errors: HttpProblem 403. */
export const toRequest = (
  { collection, round, received, name, dryRun, partial, acceptWithdrawals, confirm }: ImportQuery,
  { path, file, mapping, ...upload }: Upload,
  request: FastifyRequest,
): ImportRequest => {
  const authority = authorityOf(request);
  // A mapping says which code each word stands for.
  if (mapping !== undefined) needRight(authority, 'decide-words', { collection });
  return {
    path,
    file,
    name: name ?? toName(upload.name),
    collection,
    round,
    receivedOn: received,
    mapping,
    dryRun: isYes(dryRun),
    partial: isYes(partial),
    acceptWithdrawals,
    confirmed: confirm ?? [],
    recorder: recorderOf(authority, 'import-file', { collection }),
    by: authority.standing,
    recordedAt: new Date().toISOString(),
    traceparent: traceparentOf(request),
  };
};

/** Errors: HttpProblem with every parameter that is wrong. */
export function readQuery<T extends z.ZodType>(
  schema: T,
  query: unknown,
  example = `${importPath}?collection=unodc-glotip&round=2023&received=2023-05-30`,
): z.output<T> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => ({
    pointer: `/${issue.path.join('/')}`,
    code: 'bad-parameter',
    message: issue.message,
  }));
  throw new HttpProblem({
    status: 400,
    code: 'bad-parameter',
    title: 'The address lacks a parameter, or has a wrong one',
    detail: example,
    problems,
  });
}

const statuses: Partial<Record<UnreadableFile['code'], number>> = {
  'too-large': 413,
  'bad-form': 400,
  'bad-request': 409,
  'rights-changed': 403,
  'withdraws-much': 409,
  'corrected-since': 409,
  'nothing-to-undo': 409,
  'another-import': 409,
  'other-events': 409,
};

/**
 * Throws a problem document for an unreadable file (the client's fault) and for a full disk; rethrows any other
 * error.
 */
export function refuse(error: unknown): never {
  if ((error as { code?: string }).code === 'ENOSPC')
    throw new HttpProblem({
      status: 507,
      code: 'disk-full',
      title: 'The disk of the server is full',
      detail: 'Nothing of the file was taken. Send it again when there is room.',
      headers: { 'retry-after': '60' },
    });
  if (!(error instanceof UnreadableFile)) throw error;
  const { code, message: title, extra } = error;
  throw new HttpProblem({ status: statuses[code] ?? 422, code, title, ...(extra ? { extra } : {}) });
}
