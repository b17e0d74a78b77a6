/** The address that takes the last import into a round back. */
import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { codeSchema, text, type Problem } from '@rapporteur/domain';
import { authorityOf, invalid, needRight } from '@rapporteur/http';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recorderOf } from '../../commands/rights.js';
import { awaitTables } from '../run/await-positions.js';
import type { UndoResult } from '../run/undo-import.js';
import { IMPORTING, type Imports } from './import.controller.js';
import { refuse } from './import-request.js';

/** The body of an undo. */
export const undoInputSchema = z.strictObject({
  collection: codeSchema,
  round: codeSchema,
  reason: text(500).describe('Why the import is taken back, as its events say'),
  file: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the file, as a dry run gives it')
    .optional()
    .describe(
      'Only the import of this file (its SHA-256) is taken back, even if another came since the dry run',
    ),
  events: z
    .int()
    .min(1)
    .optional()
    .describe('Nothing is taken back unless it is this many events, as a dry run gives them'),
  confirm: z
    .array(z.enum(['corrected-since']))
    .optional()
    .describe('corrected-since: what was said by hand of these replies since goes too'),
  dryRun: z.boolean().optional().describe('true: tell what would be taken back, and store nothing'),
});

@Controller('v1/imports/undo')
export class UndoController {
  constructor(@Inject(IMPORTING) private readonly imports: Imports) {}

  @Post()
  @HttpCode(200)
  async undo(@Body() body: unknown, @Req() request: FastifyRequest): Promise<UndoResult> {
    const { collection, round, reason, file, events, confirm, dryRun } = readUndo(body);
    const authority = authorityOf(request);
    needRight(authority, 'import-file', { collection });
    try {
      const result = await this.imports.undo({
        ...{ collection, round, reason, file, events, dryRun: dryRun ?? false },
        withLater: confirm?.includes('corrected-since') ?? false,
        recorder: recorderOf(authority, 'import-file', { collection }),
        by: authority.standing,
        recordedAt: new Date().toISOString(),
      });
      await awaitTables(this.imports.pool, result.position);
      return result;
    } catch (error) {
      return refuse(error);
    }
  }
}

/** Errors: HttpProblem with everything that is wrong. */
function readUndo(body: unknown): z.output<typeof undoInputSchema> {
  const parsed = undoInputSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw invalid(
    parsed.error.issues.map(({ path, message }): Problem => ({
      pointer: path.map((part) => `/${String(part)}`).join(''),
      code: 'bad-value',
      message,
    })),
  );
}
