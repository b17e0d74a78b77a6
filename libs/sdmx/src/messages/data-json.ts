/**
 * SDMX-JSON data 1.0 and 2.0. The structure stands after the data sets, once it is known which codes occurred; only these
 * are in memory, and in 1.0, which has no other place for them, the texts of attributes.
 */
import { urnOf, type Row } from '../model.js';
import { toDays } from '../query/time-period.js';
import {
  columnsOf,
  startOf,
  toOlderAction,
  type Column,
  type DataWriter,
  type Message,
} from './data-writer.js';
import { headerJson } from './header.js';

const schemaRoot = 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas';

/** What can be an id. */
const idForm = /^[A-Za-z0-9_@$-]+$/;

/** The values of a component, in the order in which they occurred. */
class Values {
  private readonly indices = new Map<string, number>();

  constructor(readonly column: Column) {}

  indexOf(value: string): number {
    let index = this.indices.get(value);
    if (index === undefined) this.indices.set(value, (index = this.indices.size));
    return index;
  }

  get codes(): readonly string[] {
    return [...this.indices.keys()];
  }
}

const numbers = new Set(['Integer', 'Double']);

interface Levels {
  readonly series: readonly Values[];
  readonly observation: readonly Values[];
  readonly seriesAttributes: readonly Values[];
  readonly observationAttributes: readonly Values[];
}

/** How the values of attributes are written: by index where they have a list. */
function makeShow(message: Message, isOld: boolean): (values: Values, row: Row) => string {
  const { dimensions, time, measure, attributes } = message.structure;
  const first = dimensions.length + (time ? 1 : 0) + 1;
  return (values, row) => {
    const { index } = values.column;
    const value = row[index];
    if (value === undefined) return 'null';
    const component = index < first ? measure : attributes[index - first]!;
    if (isOld || component.codelist) return String(values.indexOf(value));
    return numbers.has(component.text!) ? value : JSON.stringify(value);
  };
}

function componentJson(message: Message, values: Values, isOld: boolean, more: object = {}): object {
  const { id } = values.column;
  const component = [...message.structure.dimensions, ...message.structure.attributes].find(
    (one) => one.id === id,
  );
  const isListed =
    isOld ||
    component === undefined ||
    component.codelist ||
    message.structure.dimensions.includes(component);
  const toValue = (code: string) => {
    const days = id === 'TIME_PERIOD' ? toDays(code) : undefined;
    const times = days ? { start: `${days.from}T00:00:00Z`, end: `${days.to}T23:59:59Z` } : {};
    const name = message.nameOf(id, code);
    if (idForm.test(code)) return { id: code, name, ...(isOld ? {} : { names: { en: name } }), ...times };
    if (!isOld) return { value: code, ...times };
    // 1.0 needs an id for a dimension; ISO 8601 has "--" where a slash cannot be.
    return id === 'TIME_PERIOD' ? { id: code.replace('/', '--'), name, ...times } : { name };
  };
  const name = message.nameOf('', id);
  return {
    id,
    name,
    ...(isOld ? {} : { names: { en: name } }),
    ...more,
    ...(isListed && (isOld || values.codes.length > 0) ? { values: values.codes.map(toValue) } : {}),
  };
}

function structureJson(message: Message, levels: Levels, isOld: boolean, sets: number): object {
  const { structure, flow } = message;
  const position = new Map(structure.dimensions.map(({ id }, i) => [id, i]));
  const dimension = (values: Values) =>
    componentJson(message, values, isOld, {
      keyPosition: position.get(values.column.id) ?? structure.dimensions.length,
      roles: values.column.id === 'TIME_PERIOD' && isOld ? ['TIME_PERIOD'] : undefined,
    });
  const attribute = (values: Values) => {
    const dimensions = structure.attributes.find(({ id }) => id === values.column.id)?.dimensions;
    const relationship = dimensions
      ? { dimensions }
      : isOld
        ? { primaryMeasure: structure.measure.id }
        : { observation: {} };
    return componentJson(message, values, isOld, { relationship });
  };
  const name = flow.names['en'];
  return {
    links: [
      { rel: 'dataflow', urn: urnOf('dataflow', flow) },
      { rel: 'datastructure', urn: urnOf('datastructure', structure) },
    ].map(({ rel, urn }) => ({ rel, urn, ...(isOld ? { href: urn } : {}) })),
    name,
    ...(isOld ? {} : { names: { en: name }, dataSets: Array.from({ length: sets }, (_, i) => i) }),
    dimensions: {
      dataSet: [],
      series: levels.series.map(dimension),
      observation: levels.observation.map(dimension),
    },
    ...(isOld
      ? {}
      : {
          measures: {
            observation: message.shown.has(structure.measure.id)
              ? [{ id: structure.measure.id, name: message.nameOf('', structure.measure.id) }]
              : [],
          },
        }),
    attributes: {
      dataSet: [],
      series: levels.seriesAttributes.map(attribute),
      observation: levels.observationAttributes.map(attribute),
    },
  };
}

export function jsonWriter(message: Message, version: '1.0' | '2.0'): DataWriter {
  const isOld = version === '1.0';
  const { dimensions, time, measure, ofSeries, ofObservation, isSeries } = columnsOf(message);
  const valuesOf = (columns: readonly Column[]) => columns.map((column) => new Values(column));
  const levels: Levels = {
    series: isSeries ? valuesOf(dimensions) : [],
    observation: valuesOf([...(isSeries ? [] : dimensions), ...(time ? [time] : [])]),
    seriesAttributes: valuesOf(ofSeries),
    observationAttributes: valuesOf(ofObservation),
  };
  const show = makeShow(message, isOld);
  const keyOf = (row: Row, of: readonly Values[]) =>
    of.map((values) => values.indexOf(row[values.column.index]!)).join(':');
  const observation = (row: Row) => {
    const value = measure && (row[measure.index] ?? 'null');
    const said = [
      ...(value === undefined ? [] : [value]),
      ...levels.observationAttributes.map((one) => show(one, row)),
    ];
    return `"${keyOf(row, levels.observation)}":[${said.join(',')}]`;
  };
  const schema = `${schemaRoot}/${isOld ? '1.0' : '2.0.0'}/sdmx-json-data-schema.json`;
  let sets = 0;
  let isFirst = true;
  const comma = () => {
    if (!isFirst) return ',';
    isFirst = false;
    return '';
  };
  return {
    begin: () => `{"meta":${JSON.stringify(headerJson(message.head, schema))},"data":{"dataSets":[`,
    beginSet({ action, validFrom, validTo }) {
      isFirst = true;
      const head = {
        ...(isOld ? {} : { structure: 0 }),
        links: [
          {
            rel: 'dataflow',
            urn: urnOf('dataflow', message.flow),
            ...(isOld ? { href: urnOf('dataflow', message.flow) } : {}),
          },
        ],
        action: toOlderAction(action),
        ...(validFrom === undefined ? {} : { validFrom: startOf(validFrom) }),
        ...(validTo === undefined ? {} : { validTo: startOf(validTo) }),
      };
      sets += 1;
      return `${sets > 1 ? ',' : ''}${JSON.stringify(head).slice(0, -1)},"${isSeries ? 'series' : 'observations'}":{`;
    },
    series(rows) {
      if (!isSeries) return rows.map((row) => comma() + observation(row)).join('');
      const [first] = rows as readonly [Row];
      const attributes = levels.seriesAttributes.map((one) => show(one, first));
      return `${comma()}"${keyOf(first, levels.series)}":{"attributes":[${attributes.join(',')}],"observations":{${rows.map(observation).join(',')}}}`;
    },
    endSet: () => '}}',
    end() {
      const structure = JSON.stringify(structureJson(message, levels, isOld, sets));
      return isOld ? `],"structure":${structure}}}` : `],"structures":[${structure}]}}`;
    },
  };
}
