/**
 * Draws charts one after the other: visible ones first, the others when the browser has time, all of them
 * before printing.
 */

interface Job {
  readonly element: Element;
  readonly draw: () => void;
}

/** How long one slice of work lasts (ms): short enough for the page to react within a frame or two. */
const sliceMs = 12;

const waiting = new Map<Element, Job>();
/** Whether each chart is visible. For a new one this is not known until the browser has laid it out. */
const isInSight = new Map<Element, boolean>();
let isScheduled = false;

const sights =
  typeof IntersectionObserver === 'undefined'
    ? undefined
    : new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries) isInSight.set(target, isIntersecting);
          if (waiting.size > 0) schedule();
        },
        { rootMargin: '200px' },
      );

function next(): Job | undefined {
  const jobs = [...waiting.values()];
  const find = (sight: boolean | undefined) => jobs.find(({ element }) => isInSight.get(element) === sight);
  return find(true) ?? find(undefined) ?? jobs[0];
}

/** Draws for one slice, at least one chart. If a chart fails, the others are still drawn. */
function work(): void {
  isScheduled = false;
  const until = performance.now() + sliceMs;
  try {
    for (let job = next(); job; job = performance.now() < until ? next() : undefined) {
      waiting.delete(job.element);
      job.draw();
    }
  } finally {
    if (waiting.size > 0) schedule();
  }
}

/**
 * Schedules the next slice. Before it the browser lays out, paints and takes input; if only invisible charts
 * wait, it has a whole frame for that.
 */
function schedule(): void {
  if (isScheduled) return;
  isScheduled = true;
  // Charts that are or may be visible are drawn without delay.
  const hasSeenWork = [...waiting.keys()].some((element) => isInSight.get(element) !== false);
  // A timer and no idle callback, because a browser may drop idle callbacks while it prints.
  setTimeout(work, hasSeenWork ? 0 : 16);
}

function drawAll(): void {
  for (const { element, draw } of [...waiting.values()]) {
    waiting.delete(element);
    draw();
  }
}
/** While the page is printed, charts that are only in print are drawn at once. */
let isPrinted = false;
if (typeof window !== 'undefined') {
  window.addEventListener('beforeprint', () => {
    isPrinted = true;
    drawAll();
  });
  window.addEventListener('afterprint', () => {
    isPrinted = false;
  });
}

/**
 * Calls `draw` once for an element, later; a later request for the same element replaces it. Out: a function
 * that cancels it.
 */
export function queueDrawing(element: Element, draw: () => void): () => void {
  waiting.set(element, { element, draw });
  sights?.observe(element);
  if (isPrinted) drawAll();
  else schedule();
  return () => {
    if (waiting.get(element)?.draw === draw) waiting.delete(element);
  };
}

/** Stops watching an element that was removed. */
export function forgetDrawing(element: Element): void {
  sights?.unobserve(element);
  isInSight.delete(element);
  waiting.delete(element);
}
