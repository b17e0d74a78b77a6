/** Inserts what a batch of events says, a row a statement, mark or round; what is there already stays. */

const insert = (table: string, columns: Record<string, string>, rest: string) => {
  const names = Object.keys(columns);
  const arrays = Object.values(columns).map((type, i) => `$${i + 1}::${type}[]`);
  return `INSERT INTO ${table} (${names.join(', ')}) SELECT * FROM unnest(${arrays.join(', ')}) ${rest}`;
};

export const statementColumns = {
  position: 'bigint',
  ordinal: 'int',
  kind: 'text',
  cell: 'text',
  collection: 'text',
  respondent: 'text',
  reply: 'text',
  received_on: 'date',
  retracted: 'boolean',
  code: 'text',
  breakdown: 'text',
  period: 'text',
  year: 'smallint',
  value: 'bigint',
  qualifier: 'text',
  source: 'json',
};

export const markColumns = {
  position: 'bigint',
  reply: 'text',
  collection: 'text',
  round: 'text',
  respondent: 'text',
  received_on: 'date',
  received_precision: 'text',
  kind: 'text',
  voids: 'boolean',
  complete: 'boolean',
  language: 'text',
  late: 'boolean',
  reason: 'text',
  reference: 'text',
};

const roundColumns = { collection: 'text', round: 'text', position: 'bigint', particulars: 'json' };

export const insertStatements = (schema: string) =>
  insert(`${schema}.statements`, statementColumns, 'ON CONFLICT DO NOTHING');
export const insertMarks = (schema: string) =>
  insert(`${schema}.marks`, markColumns, 'ON CONFLICT DO NOTHING');
export const insertRounds = (schema: string) =>
  insert(`${schema}.rounds`, roundColumns, 'ON CONFLICT DO NOTHING');

/** $1 streams, $2 the last version that the batch brings. */
export const upsertApplied = (schema: string) =>
  insert(
    `${schema}.applied`,
    { stream: 'text', version: 'int' },
    'ON CONFLICT (stream) DO UPDATE SET version = EXCLUDED.version',
  );

export const setAsideColumns = {
  position: 'bigint',
  collection: 'text',
  round: 'text',
  respondent: 'text',
  by: 'bigint',
  reason: 'text',
};
export const insertSetAside = (schema: string) =>
  insert(`${schema}.set_aside`, setAsideColumns, 'ON CONFLICT DO NOTHING');

/** $1 positions, $2 streams, $3 reasons. */
export const insertDeadLetters = (schema: string) =>
  insert(
    `${schema}.dead_letters`,
    { position: 'bigint', stream: 'text', reason: 'text' },
    'ON CONFLICT DO NOTHING',
  );
