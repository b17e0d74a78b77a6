/** Asks for the series of every State, page by page: what is counted over a part of them would be no count. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { List, Respondent, Series, Trends } from '@rapporteur/contract';
import { useAnswer, type RequestState } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { send } from '../../page/send.js';

export interface AllSeries {
  readonly series: readonly Series[];
  /** The names of those that are left out, since what they count others count too: they are no States. */
  readonly leftOut: readonly string[];
  readonly position: number;
}

/** The pages after the first, at its position. Undefined where one of them is refused or the server is away. */
async function readRest({ next, ...first }: Trends, path: string): Promise<Trends | undefined> {
  const series = [...first.series];
  for (let cursor = next; cursor !== undefined;) {
    const got = await send<Trends>('GET', `${path}&cursor=${cursor}`);
    if (got.state !== 'done') return undefined;
    series.push(...got.answer.series);
    cursor = got.answer.next;
  }
  return { ...first, series };
}

function useEveryPage(query: Readonly<Record<string, string>>): RequestState<Trends> {
  const page = usePage();
  const asked = { ...query, limit: '1000' };
  const first = useAnswer<Trends>(page.ask('/v1/trends', asked));
  const [whole, setWhole] = useState<{ readonly of: Trends; readonly all: Trends | undefined }>();
  const { answer } = first;
  useEffect(() => {
    if (!answer?.next) return undefined;
    let isGone = false;
    void readRest(answer, page.askAt('/v1/trends', answer.position, asked)).then((all) => {
      if (!isGone) setWhole({ of: answer, all });
    });
    return () => void (isGone = true);
  }, [answer]);
  if (!answer?.next) return first;
  if (whole?.of !== answer) return { state: 'loading' };
  return whole.all ? { ...first, answer: whole.all } : { state: 'away' };
}

/** In: what is asked of /v1/trends, without a limit. Out: the state of the request for all of it. */
export function useAllSeries(query: Readonly<Record<string, string>>): RequestState<AllSeries> {
  const page = usePage();
  const asked = useEveryPage(query);
  const respondents = useAnswer<List<Respondent>>(page.askNow('/v1/respondents', { limit: '1000' }));
  const [{ answer }, list] = [asked, respondents.answer];
  const all = useMemo((): AllSeries | undefined => {
    if (!answer || !list) return undefined;
    const aggregates = new Set(list.items.flatMap((one) => (one.aggregate ? [one.code] : [])));
    const isAggregate = ({ respondent }: Series) => aggregates.has(respondent.code);
    const names = answer.series.filter(isAggregate).map(({ respondent }) => respondent.name);
    return {
      series: answer.series.filter((one) => !isAggregate(one)),
      leftOut: [...new Set(names)].sort(page.compare),
      position: answer.position,
    };
  }, [answer, list]);
  const worst = asked.state === 'ready' ? respondents : asked;
  if (worst.state === 'refused') return worst;
  if (!all) return { state: worst.state === 'away' ? 'away' : 'loading' };
  return { state: worst.state, answer: all };
}
