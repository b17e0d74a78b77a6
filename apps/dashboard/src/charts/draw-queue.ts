/** Draws charts in turn: those in sight first, the others when the browser has time, all of them before printing. */

interface Job {
  readonly element: Element;
  readonly draw: () => void;
}

/** A slice of work that leaves the page able to answer within a frame or two. */
const sliceMs = 12;

const waiting = new Map<Element, Job>();
/** Of those that have been looked at; of a new one nothing is known until the browser has laid it out. */
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

/** Draws for one slice, one chart at least. One that cannot be drawn keeps no other from it. */
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

/** Between slices the browser lays out, paints and takes input; what is out of sight leaves it a frame. */
function schedule(): void {
  if (isScheduled) return;
  isScheduled = true;
  // What may be in sight is drawn at once.
  const hasSeenWork = [...waiting.keys()].some((element) => isInSight.get(element) !== false);
  // No idle callbacks: a browser that prints may forget them.
  setTimeout(work, hasSeenWork ? 0 : 16);
}

function drawAll(): void {
  for (const { element, draw } of [...waiting.values()]) {
    waiting.delete(element);
    draw();
  }
}
if (typeof window !== 'undefined') window.addEventListener('beforeprint', drawAll);

/** Has `draw` called for an element, once; a later call for the same element takes its place. Out: takes it back. */
export function queueDrawing(element: Element, draw: () => void): () => void {
  waiting.set(element, { element, draw });
  sights?.observe(element);
  schedule();
  return () => {
    if (waiting.get(element)?.draw === draw) waiting.delete(element);
  };
}

/** An element that is gone is watched no longer. */
export function forgetDrawing(element: Element): void {
  sights?.unobserve(element);
  isInSight.delete(element);
  waiting.delete(element);
}
