/** The answers about imports: what a file is and what became of its rows, and what taking an import back does. */
import { z } from 'zod';

/** What a column of an imported file may be read as. */
export const columnUses = [
  'respondent',
  'period',
  'value',
  'indicator',
  'breakdown',
  'break',
  'only',
] as const;
export type ColumnUse = (typeof columnUses)[number];

const seenSchema = z
  .object({
    sheet: z.string().describe('The sheet that has the header; of several all names'),
    headerRow: z.int().describe('The number of the row of the header'),
    columns: z.array(
      z.object({
        name: z.string(),
        use: z.enum(columnUses).nullable().describe('What the mapping reads it as; null: it is not read'),
      }),
    ),
    from: z.string().nullable().describe('Where the earliest period of a row begins; null: nowhere'),
    to: z.string().nullable().describe('Where the latest period of a row ends'),
  })
  .describe('What the file is, as it was read');
export type SeenFile = z.output<typeof seenSchema>;

export const withdrawalsSchema = z
  .object({
    withdrawn: z.int().describe('Figures that stand before the import and not after it'),
    standing: z.int().describe('Figures that stand in the collection before it'),
    respondents: z.array(
      z.object({
        respondent: z.string(),
        name: z.string(),
        figures: z.int(),
        years: z.array(z.string()).describe('Years, and periods that are no year'),
      }),
    ),
    vanished: z.array(z.string()).describe('Respondents of whom no figure is left'),
  })
  .describe('What the import withdraws; more than 100 or a twentieth needs acceptWithdrawals');
export type Withdrawals = z.output<typeof withdrawalsSchema>;

export const importAnswer = z.object({
  rows: z.int().describe('Rows that hold anything: stored + repeated + refused + waiting'),
  stored: z.int(),
  repeated: z.int().describe('Rows that say what is stored, or what another row of the file says'),
  refused: z.int(),
  waiting: z.int().describe('Rows that wait until it is decided what their words mean: GET /v1/words'),
  conflicting: z.int().describe('Cells for which the file gives different values; all are kept'),
  withdrawn: z.int().describe('Cells of the publication before that this one no longer has'),
  withdrawnWaiting: z.int().describe('How many of these a row that waits may bring back'),
  respondents: z.int(),
  withdrawals: withdrawalsSchema,
  mustAccept: z.boolean().describe('Whether the file is refused unless acceptWithdrawals names its number'),
  position: z.int(),
  file: z.string().describe('SHA-256 of the file'),
  header: z.array(z.string()).describe('Cells of the header'),
  seen: seenSchema,
  refusedListed: z
    .int()
    .describe('How many rows that were refused or wait stand in refusedRows: the first 1,000 at most'),
  refusedRows: z.array(z.object({ row: z.int(), reason: z.string(), cells: z.array(z.string()) })),
});
export type ImportAnswer = z.output<typeof importAnswer>;

export const undoAnswer = z.object({
  collection: z.string(),
  round: z.string(),
  file: z.string().describe('SHA-256 of the file whose import is taken back'),
  name: z.string().describe('Its name'),
  events: z.int().describe('Events that no longer count'),
  respondents: z.int(),
  changedSince: z.array(z.string()).describe('Respondents whose changes by hand since are taken back too'),
  position: z.int().describe('The last position of the undo; the head of the log in a dry run'),
});
export type UndoAnswer = z.output<typeof undoAnswer>;
