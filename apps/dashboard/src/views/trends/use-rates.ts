/** Asks for the rates of the figures that the view shows, page by page, and joins them to their series. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Rates, Trends } from '@rapporteur/contract';
import { useAnswer, type RequestState } from '../../page/ask.js';
import { usePage, type Page } from '../../page/page-context.js';
import { send } from '../../page/send.js';
import { addRates } from '../../charts/rates.js';
import type { Settings } from './trend-settings.js';

/** Rates in one answer: the API's limit; and how many answers are asked for. */
const limit = '1000';
const answersAtMost = 20;

/** The address of the rates of what the view shows; with a position it is the same for ever. */
export function ratesPath(page: Page, settings: Settings, position?: number): string {
  const { respondent, indicator, collection, breakdown, per } = settings;
  const { from, to } = page.params;
  const asked = { respondent, indicator, collection, breakdown, from, to, per: String(per), limit };
  return position === undefined ? page.ask('/v1/rates', asked) : page.askAt('/v1/rates', position, asked);
}

export interface RatedTrends {
  readonly trends: Trends;
  /** Absent where the figures themselves are shown. */
  readonly rates?: Pick<Rates, 'items' | 'populationSource'> & {
    /** Whether there are more of them than were asked for. */
    readonly isCut: boolean;
  };
}

interface Rest {
  readonly of: Rates;
  readonly items: Rates['items'];
  readonly isCut: boolean;
}

/** What follows the first answer, at its position. */
async function readRest(first: Rates, path: string, isGone: () => boolean): Promise<Rest> {
  const items: Rates['items'] = [];
  let { next } = first;
  for (let i = 1; next !== undefined && i < answersAtMost && !isGone(); i += 1) {
    const got = await send<Rates>('GET', `${path}&cursor=${next}`);
    if (got.state !== 'done') break;
    items.push(...got.answer.items);
    ({ next } = got.answer);
  }
  return { of: first, items, isCut: next !== undefined };
}

/** In: the state of the request for series. Out: the same, with rates where they are to be shown. */
export function useRates(asked: RequestState<Trends>, settings: Settings): RequestState<RatedTrends> {
  const page = usePage();
  const isOn = settings.per !== undefined;
  const first = useAnswer<Rates>(isOn ? ratesPath(page, settings) : undefined);
  const [rest, setRest] = useState<Rest>();
  useEffect(() => {
    const { answer } = first;
    if (!isOn || !answer?.next) return undefined;
    let isGone = false;
    void readRest(answer, ratesPath(page, settings, answer.position), () => isGone).then((got) => {
      if (!isGone) setRest(got);
    });
    return () => void (isGone = true);
  }, [first.answer, isOn]);
  const rated = useMemo((): RatedTrends | undefined => {
    if (!asked.answer) return undefined;
    if (!isOn) return { trends: asked.answer };
    const { answer } = first;
    const more = rest?.of === answer ? rest : undefined;
    if (!answer || (answer.next && !more)) return undefined;
    const items = [...answer.items, ...(more?.items ?? [])];
    const byFigure = new Map(items.map((rate) => [rate.figure.id, rate]));
    const trends = { ...asked.answer, series: addRates(asked.answer.series, byFigure) };
    const { populationSource } = answer;
    return { trends, rates: { items, populationSource, isCut: more?.isCut ?? false } };
  }, [asked.answer, first.answer, rest, isOn]);
  const worst = isOn && asked.state === 'ready' ? first : asked;
  if (worst.state === 'refused') return worst;
  if (!rated) return { state: worst.state === 'away' ? 'away' : 'loading' };
  return { state: worst.state, answer: rated };
}
