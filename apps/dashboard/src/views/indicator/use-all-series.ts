/** Asks for series page by page until all are there: what is counted over a part of them would be no count. */
import { useEffect, useState } from 'preact/hooks';
import type { Trends } from '@rapporteur/contract';
import { useAnswer, type RequestState } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { send } from '../../page/send.js';

/** The pages after the first, at its position. Undefined where one of them is refused or the server is away. */
async function readRest(first: Trends, path: string): Promise<Trends | undefined> {
  const [series, ratios] = [[...first.series], [...first.ratios]];
  for (let { next } = first; next !== undefined;) {
    const got = await send<Trends>('GET', `${path}&cursor=${next}`);
    if (got.state !== 'done') return undefined;
    series.push(...got.answer.series);
    ratios.push(...got.answer.ratios);
    ({ next } = got.answer);
  }
  return { series, ratios, position: first.position };
}

/** In: what is asked of /v1/trends, without a limit; undefined: nothing yet. Out: the state of the request for all of it. */
export function useAllSeries(query: Readonly<Record<string, string>> | undefined): RequestState<Trends> {
  const page = usePage();
  const asked = query && { ...query, limit: '1000' };
  const first = useAnswer<Trends>(asked && page.ask('/v1/trends', asked));
  const [whole, setWhole] = useState<{ readonly of: Trends; readonly all: Trends | undefined }>();
  const { answer } = first;
  useEffect(() => {
    if (!asked || !answer?.next) return undefined;
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
