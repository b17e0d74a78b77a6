/** The events that arrive while the page is open: one event stream from the server, resumed where it broke. */
import type { ArrivalMessage, ProgressMessage } from '@rapporteur/contract';
import { useEffect, useState } from 'preact/hooks';

/** Events that came together; shown one by one if they are few. */
export interface Arrivals {
  /** The position of the first one, which is unique. */
  readonly key: number;
  readonly few: readonly ArrivalMessage[];
  readonly count: number;
}

export interface Live {
  /** `lost`: the server does not answer, or the connection broke; the page connects again. */
  readonly connection: 'opening' | 'open' | 'lost';
  /** The last position of the tables that the page knows of. */
  readonly position: number | undefined;
  readonly deadLetters: number;
  /** The news on the page, newest last, until the reader clears it. */
  readonly arrivals: readonly Arrivals[];
  /** The number of events since the page was opened or the news cleared. */
  readonly count: number;
  /** Grows whenever the shown figures may have changed, so that they are asked for again. */
  readonly revision: number;
  /** Grows whenever everything must be asked for again, also what belongs to an earlier vintage. */
  readonly again: number;
}

const toldOneByOne = 3;
const kept = 5;
/** Events that come within this time are shown together, and figures asked for once (ms). */
const gatherMs = 100;
const askAgainMs = 600;
const retryMs = 3000;
/** Without any message for so long the connection counts as lost (ms). The server sends one every 15 seconds. */
const silentAtMostMs = 40_000;

let live: Live = {
  connection: 'opening',
  position: undefined,
  deadLetters: 0,
  arrivals: [],
  count: 0,
  revision: 0,
  again: 0,
};
const listeners = new Set<() => void>();
function set(change: Partial<Live>): void {
  live = { ...live, ...change };
  listeners.forEach((listener) => listener());
}

/** The lowest position of the shown answers. An answer that was computed before the stream began may lack events. */
let oldestAnswer = Infinity;
export function noteAnswer(position: number): void {
  oldestAnswer = Math.min(oldestAnswer, position);
}

let askedAt = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;
let gathered: ArrivalMessage[] = [];

/** Shows the events since the last call, and makes everything be asked for again. */
function tell(): void {
  waiting = undefined;
  askedAt = Date.now();
  oldestAnswer = Infinity;
  const [first] = gathered;
  const few = gathered.length <= toldOneByOne ? gathered : [];
  const news = first ? [{ key: first.event, few, count: gathered.length }] : [];
  const arrivals = [...live.arrivals, ...news].slice(-kept);
  set({ arrivals, count: live.count + gathered.length, revision: live.revision + 1 });
  gathered = [];
}

/** Calls `tell` after a short wait, so that events which come together are shown together. */
function tellLater(): void {
  waiting ??= setTimeout(tell, Math.max(gatherMs, askedAt + askAgainMs - Date.now()));
}

/** Makes everything be asked for again: who asks has changed, or what was asked for was changed here. */
export const askAgain = (): void => set({ again: live.again + 1 });

let source: EventSource | undefined;
let heardAt = 0;

function hearEvent(text: string): void {
  const arrival = JSON.parse(text) as ArrivalMessage;
  set({ position: arrival.event });
  gathered.push(arrival);
  tellLater();
}

function hearPosition(text: string): void {
  const { position, deadLetters } = JSON.parse(text) as ProgressMessage;
  // A position below the known one means that another store answers now, so the news so far does not belong to
  // it.
  const isOther = live.position !== undefined && position < live.position;
  const isStale = isOther || oldestAnswer < position || deadLetters !== live.deadLetters;
  set({ position, deadLetters, connection: 'open', ...(isOther ? { arrivals: [], count: 0 } : {}) });
  if (isStale) tellLater();
}

function connect(): void {
  const after = live.position === undefined ? '' : `?after=${live.position}`;
  const opened = new EventSource(`/v1/events/stream${after}`);
  source = opened;
  heardAt = Date.now();
  const hear = (act: (text: string) => void) => (message: MessageEvent<string>) => {
    heardAt = Date.now();
    act(message.data);
  };
  opened.addEventListener('message', hear(hearEvent));
  opened.addEventListener('position', hear(hearPosition));
  opened.addEventListener('error', () => {
    set({ connection: 'lost' });
    // The browser connects again by itself after a broken connection, but not after an answer that is no
    // stream.
    if (opened.readyState === EventSource.CLOSED) setTimeout(() => source === opened && connect(), retryMs);
  });
}

function disconnect(): void {
  source?.close();
  source = undefined;
}

/** Begins to listen. A hidden page closes its connection, because a browser opens only six connections to one host. */
export function startLive(): void {
  if (document.visibilityState === 'visible') connect();
  document.addEventListener('visibilitychange', () => {
    disconnect();
    if (document.visibilityState === 'visible') connect();
  });
  setInterval(() => {
    if (!source || Date.now() - heardAt < silentAtMostMs) return;
    set({ connection: 'lost' });
    disconnect();
    connect();
  }, 10_000);
}

export const clearArrivals = (): void => set({ arrivals: [], count: 0 });

/** A part of the state of the stream. The component is drawn again only when that part changes. */
export function useLive<T>(pick: (live: Live) => T): T {
  const [picked, setPicked] = useState(() => pick(live));
  useEffect(() => {
    const look = () => setPicked(() => pick(live));
    look();
    listeners.add(look);
    return () => void listeners.delete(look);
  }, []);
  return picked;
}
