/** What is looked at on the workbench, and what can be done there by mouse and by keys. */
import { useState } from 'preact/hooks';
import type { DocumentTextAnswer } from '@rapporteur/contract';
import {
  addFromRegion,
  dismiss,
  figureFromPassage,
  findingFromPassage,
  keyOfProposal,
  openProposals,
  take,
  type Coding,
  type Proposal,
} from './coding.js';
import { readSelection, type Mark } from './letter.js';
import { isOnPage, type AnyPlace } from './region/page-place.js';
import type { Draft } from './use-draft.js';

/** Where the letter stands, as text and as a page. */
const [letterText, letterPlace] = ['.letter-text', ':is(.letter-text, .letter-page)'];

/** Focus goes to the first field of the entry that is changed, and back to the letter after. */
const focusSoon = (selector: string) =>
  setTimeout(() => document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true }), 0);

/** The name of the row that was added last. */
function lastRowOf({ entry }: Coding): string | undefined {
  const names = [
    ...entry.figures.map(({ id }) => ({ id, name: `figure-${id}` })),
    ...entry.findings.map(({ id }) => ({ id, name: `finding-${id}` })),
  ];
  return names.sort((a, b) => a.id - b.id).at(-1)?.name;
}

/** Everything that is marked in the letter. */
const toMarks = (open: readonly Proposal[], { places }: Coding): Mark[] => [
  ...open.map((one) => ({ ...one, kind: 'proposal' as const, name: keyOfProposal(one) })),
  ...Object.entries(places).flatMap(([name, one]) =>
    isOnPage(one) ? [] : [{ ...one, kind: 'coded' as const, name }],
  ),
];

export function useBench(draft: Draft, text: DocumentTextAnswer, proposals: readonly Proposal[]) {
  const { coding, change } = draft;
  const open = openProposals(coding, proposals);
  const [at, setAt] = useState(0);
  const [row, setRow] = useState<{ readonly name: string; readonly isEdited: boolean }>();
  const [place, setPlace] = useState<AnyPlace>();
  const n = Math.min(at, open.length - 1);
  const proposal = open[n];
  const go = (to: number) => {
    setRow(undefined);
    setAt(open.length === 0 ? 0 : (to + open.length) % open.length);
  };
  const goToRow = (name: string, isEdited: boolean) => {
    setRow({ name, isEdited });
    focusSoon(isEdited ? `.coded :is(#${name}-indicator, #${name}-topic)` : letterPlace);
  };
  const decide = (how: typeof take) => {
    if (!proposal) return;
    setRow(undefined);
    setAt(n);
    change(how(coding, proposal));
  };
  const add = (kind: 'figure' | 'finding') => {
    // Read anew: the browser tells of a selection only some time after it was made.
    const letter = document.querySelector<HTMLElement>(letterText);
    const now = (letter && readSelection(letter)) ?? place;
    if (!now) return;
    if (isOnPage(now)) {
      change(addFromRegion(coding, kind, now));
      setPlace(undefined);
      return goToRow(`${kind}-${coding.entry.nextId}`, true);
    }
    const whole = text.paragraphs.find((one) => one.start <= now.start && now.end <= one.end);
    const said = whole?.text.slice(now.start - whole.start, now.end - whole.start) ?? '';
    const { paragraphs } = text;
    if (kind === 'finding') change(findingFromPassage(coding, now, proposals, paragraphs));
    else change(figureFromPassage(coding, now, said, proposals, paragraphs));
    window.getSelection()?.removeAllRanges();
    goToRow(`${kind}-${coding.entry.nextId}`, true);
  };
  return {
    ...{ open, proposal, n, row, place, setPlace, goToRow, add },
    current: row?.name ?? (proposal && keyOfProposal(proposal)),
    marks: toMarks(open, coding),
    take: () => decide(take),
    dismiss: () => decide(dismiss),
    next: () => go(row ? n : n + 1),
    previous: () => go(n - 1),
    edit() {
      const name = row?.name ?? lastRowOf(coding);
      if (name !== undefined) goToRow(name, true);
    },
    leave() {
      setRow(undefined);
      focusSoon(letterPlace);
    },
    onMark(name: string) {
      const found = open.findIndex((one) => keyOfProposal(one) === name);
      if (found >= 0) go(found);
      else setRow({ name, isEdited: false });
    },
  };
}
export type OnBench = ReturnType<typeof useBench>;
