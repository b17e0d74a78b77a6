/** The names of a run's services and brokers. */

export type Transport = 'kafka' | 'embedded';

export const services = [
  'ingest-1',
  'ingest-2',
  'aggregator-1',
  'aggregator-2',
  'aggregator-3',
  'api-1',
  'api-2',
];
export const brokers = ['broker-1', 'broker-2', 'broker-3'];
