/** The schema of every event type and version as JSON Schema, for programs that read the events elsewhere. */
import { z } from 'zod';
import { eventVersions } from './events.js';

export interface EventSchema {
  readonly type: string;
  readonly version: number;
  /** JSON Schema, draft 2020-12, of the event's data. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** One entry for each version of each event type, in the order of the types. */
export function toEventSchemas(): EventSchema[] {
  return Object.entries(eventVersions).flatMap(([type, versions]) =>
    versions.map(({ schema }, i) => ({
      type,
      version: i + 1,
      schema: {
        $id: `/v1/schemas/${type}/${i + 1}`,
        title: type,
        ...z.toJSONSchema(schema, { io: 'input' }),
      },
    })),
  );
}
