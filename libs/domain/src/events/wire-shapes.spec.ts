/** The shapes of bodies and of stored events, as JSON Schema: none changes without somebody seeing it. */
import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { toEventSchemas } from './event-schemas.js';
import { inconsistencySentence } from '../tables/inconsistency-sentence.js';
import {
  correctionInputSchema,
  replacementInputSchema,
  replyInputSchema,
  roundInputSchema,
  withdrawalInputSchema,
} from './input-schemas.js';

/** One line for each thing that a schema says, with its place. */
function linesOf(value: unknown, place = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${place}: ${JSON.stringify(value)}`];
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return [`${place}: ${value.join(' | ')}`];
  return Object.entries(value).flatMap(([key, inner]) => linesOf(inner, place ? `${place}/${key}` : key));
}

it.each(
  Object.entries({
    reply: replyInputSchema,
    replacement: replacementInputSchema,
    withdrawal: withdrawalInputSchema,
    correction: correctionInputSchema,
    round: roundInputSchema,
    inconsistency: inconsistencySentence,
  }),
)('%s is what it was', (_, schema) => {
  expect(linesOf(z.toJSONSchema(schema, { io: 'input' })).join('\n')).toMatchSnapshot();
});

// An event is stored for ever: what has changed here needs a version of its own.
it.each(toEventSchemas().map(({ type, version, schema }) => [`${type} ${version}`, schema] as const))(
  '%s is what it was when the first was stored',
  (_, schema) => {
    expect(linesOf(schema).join('\n')).toMatchSnapshot();
  },
);
