/** The flows of SDMX over the tables: which cells each is made from, and how. */
import {
  populationCollection,
  sdgBreakdowns,
  sdgIndicator,
  toRates,
  type CellStatement,
  type Vintage,
} from '@rapporteur/domain';
import { respondentCodes } from '@rapporteur/names';
import { readPopulation, type CellFilter, type Snapshot } from '@rapporteur/projections';
import {
  figuresFlow,
  sdgFlow,
  toSdgArea,
  toSdgRows,
  toTimedRow,
  toUntimedRow,
  untimedFlow,
  type Dataflow,
  type Row,
  type Selection,
} from '@rapporteur/sdmx';
import { populationSource } from '../routes/rates/rates.js';

export interface FlowReader {
  readonly flow: Dataflow;
  /** The one dimension beside time in which figures of one series of ours may differ. */
  readonly differsBy: string;
  /** The cells that may be in what is asked for: never too few of them. */
  toFilter(selection: Selection): CellFilter;
  /** The observations of some cells, in their order. In: the statements of each cell. */
  toRows(cells: readonly (readonly CellStatement[])[], snapshot: Snapshot, vintage: Vintage): Promise<Row[]>;
}

const placesOf = (selection: Selection): CellFilter => ({
  kind: 'observation',
  collections: selection.codesOf('COLLECTION'),
  respondents: selection.codesOf('REF_AREA'),
  codes: selection.codesOf('INDICATOR'),
});

const figuresOf = (
  flow: Dataflow,
  differsBy: string,
  toRow: (variants: readonly CellStatement[]) => Row | undefined,
): FlowReader => ({
  flow,
  differsBy,
  toFilter: placesOf,
  toRows: (cells) => Promise.resolve(cells.map(toRow).filter((row): row is Row => row !== undefined)),
});

const per = 100_000;
const { source, round } = populationSource;

/** Respondents of areas as the global structure has them. */
const respondentsOf = (areas: readonly string[]) =>
  respondentCodes.filter((code) => areas.includes(toSdgArea(code)));

const sdgReader: FlowReader = {
  flow: sdgFlow,
  differsBy: 'SERIES',
  toFilter(selection) {
    const areas = selection.codesOf('REF_AREA');
    return {
      kind: 'observation',
      codes: [sdgIndicator],
      breakdownLike: sdgBreakdowns,
      collections: selection.codesOf('CUST_BREAKDOWN')?.filter((code) => code !== populationCollection),
      respondents: areas && respondentsOf(areas),
    };
  },
  async toRows(cells, snapshot, vintage) {
    const respondents = cells.map(([first]) => first!.respondent);
    const rates = toRates(cells.flat(), await readPopulation(snapshot, respondents, vintage), per);
    return cells.flatMap((variants, i) => toSdgRows(variants, rates[i]!, `${source}, ${round}`));
  },
};

export const flowReaders: readonly FlowReader[] = [
  figuresOf(figuresFlow, 'FREQ', toTimedRow),
  figuresOf(untimedFlow, 'PERIOD', toUntimedRow),
  sdgReader,
];
