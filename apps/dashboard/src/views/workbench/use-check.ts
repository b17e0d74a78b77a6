/** Checks an entry while it is typed, by dry runs. */
import type { Named, Problem, ReplyPreview } from '@rapporteur/contract';
import { useEffect, useState } from 'preact/hooks';
import { fingerprintOf } from '../submit/entry-body.js';
import type { Entry } from '../submit/entry.js';
import { sendEntry, type Sent } from '../submit/send-entry.js';

/** How long after a change it is checked (ms). */
const checkAfterMs = 500;

export interface Check {
  /** What the last dry run answered; undefined while there is nothing to check. */
  readonly outcome: Sent<ReplyPreview> | undefined;
  /** Whether that was the entry as it is now. */
  readonly isCurrent: boolean;
  readonly problems: readonly Problem[];
}

/** In: the entry, and whose reply it is. Out: what it would do. */
export function useCheck(entry: Entry, round: string, respondent: Named): Check {
  const of = fingerprintOf(entry, respondent.code);
  const [last, setLast] = useState<{ readonly of: string; readonly outcome: Sent<ReplyPreview> }>();
  const isEmpty = entry.figures.length + entry.findings.length === 0;
  useEffect(() => {
    if (isEmpty) return undefined;
    let isOver = false;
    const timer = setTimeout(async () => {
      const outcome = await sendEntry<ReplyPreview>(entry, round, respondent, true);
      if (!isOver) setLast({ of, outcome });
    }, checkAfterMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [of, isEmpty]);
  const outcome = isEmpty ? undefined : last?.outcome;
  return {
    outcome,
    isCurrent: !isEmpty && last?.of === of,
    problems: outcome?.state === 'refused' ? outcome.problems : [],
  };
}
