/** How the time of catching up grows with the number of series and of respondents, for a fixed number of events. */
import { openDatabase, poolOf } from '@rapporteur/postgres';
import { migrations } from '@rapporteur/projections';
import { fillLog, type Spread } from '../fill/fill-log.js';
import { emptyTables } from './follow-feed.js';
import { followLog } from './measure-catch-up.js';
import { median, toRow, type Bench, type Row } from '../row.js';

const bySeries: readonly Spread[] = [400, 4000, 40_000].map((streams) => ({ streams, respondents: 64 }));
const byRespondents: readonly Spread[] = [8, 64, 512].map((respondents) => ({ streams: 4000, respondents }));
const rounds = 2;
let made = 0;

export async function measureGrowth(bench: Bench): Promise<Row[]> {
  const events = bench.sizes([5_000], [50_000])[0]!;
  const compare = async (spreads: readonly Spread[], name: (spread: Spread) => string) => {
    const found: { what: string; rate: number }[] = [];
    for (const spread of spreads)
      found.push({ what: name(spread), rate: await rateOf(bench, events, spread) });
    const [least] = found;
    return found.slice(1).map(({ what, rate }) =>
      toRow({
        what: `catch-up over ${events.toLocaleString('en')} events of ${what}`,
        against: `of ${least!.what}`,
        ours: rate,
        theirs: least!.rate,
        unit: 'events/s',
      }),
    );
  };
  return [
    ...(await compare(bySeries, ({ streams }) => `${Math.min(streams, events).toLocaleString('en')} series`)),
    ...(await compare(byRespondents, ({ respondents }) => `${respondents} respondents`)),
  ];
}

/** Out: events a second. */
async function rateOf(bench: Bench, events: number, spread: Spread): Promise<number> {
  const url = await bench.createDatabase(`growth_${(made += 1)}`);
  const database = await openDatabase({ url, migrations });
  try {
    await fillLog(poolOf(database), events, spread);
    const found: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await emptyTables(poolOf(database));
      found.push(events / (await followLog(database, url)));
    }
    return median(found);
  } finally {
    await database.destroy();
  }
}
