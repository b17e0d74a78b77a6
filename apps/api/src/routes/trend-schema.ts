/** The schema of a message of the topic of trends, made from that of /v1/trends. */
import { trendMessage } from '@rapporteur/contract';
import { z } from 'zod';

const [type, version] = ['Trend', 1];
export const trendSchemaId = `/v1/schemas/${type}/${version}`;

export const toTrendSchema = () => ({
  type,
  version,
  schema: { $id: trendSchemaId, title: type, ...z.toJSONSchema(trendMessage) },
});
