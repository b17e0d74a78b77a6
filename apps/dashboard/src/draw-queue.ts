/** Draws charts in turn: those in sight first, the others when the browser has time, all of them before printing. */

interface Job {
  readonly element: Element;
  readonly draw: () => void;
}

/** A slice of work that leaves the page able to answer within a frame or two. */
const sliceMs = 12;

const waiting = new Map<Element, Job>();
const inSight = new Set<Element>();
let isScheduled = false;

const sights =
  typeof IntersectionObserver === 'undefined'
    ? undefined
    : new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries)
            if (isIntersecting) inSight.add(target);
            else inSight.delete(target);
          if (waiting.size > 0) schedule();
        },
        { rootMargin: '200px' },
      );

function next(): Job | undefined {
  for (const element of inSight) {
    const job = waiting.get(element);
    if (job) return job;
  }
  return waiting.values().next().value;
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
  const hasSeenWork = [...waiting.keys()].some((element) => inSight.has(element));
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
  inSight.delete(element);
  waiting.delete(element);
}
