/** The sending of a file: one at a time, each look or import in the place of the one before. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportAnswer } from '@rapporteur/contract';
import { upload, type ImportRefusal, type Progress, type Upload } from './upload.js';

export type Run =
  | { readonly state: 'none' | 'away' }
  | { readonly state: 'busy'; readonly of: Upload; readonly progress: Progress }
  /** `seen`: nothing was stored. */
  | { readonly state: 'seen' | 'stored'; readonly of: Upload; readonly answer: ImportAnswer }
  | { readonly state: 'refused'; readonly of: Upload; readonly problem: ImportRefusal };

/** Out: how far it is, and functions to send a file, to stop that, and to forget what came of it. */
export function useImport() {
  const [run, setRun] = useState<Run>({ state: 'none' });
  const current = useRef<AbortController | undefined>(undefined);
  const stop = () => {
    current.current?.abort();
    current.current = undefined;
    setRun({ state: 'none' });
  };
  const start = async (of: Upload): Promise<Run> => {
    current.current?.abort();
    const own = new AbortController();
    current.current = own;
    setRun({ state: 'busy', of, progress: { phase: 'sending', done: 0, of: of.file.size } });
    const tell = (progress: Progress) => {
      if (current.current === own) setRun({ state: 'busy', of, progress });
    };
    const ended = await upload(of, tell, own.signal);
    if (current.current !== own) return { state: 'none' };
    const now: Run =
      ended.state === 'done'
        ? { state: of.isTrial ? 'seen' : 'stored', of, answer: ended.answer }
        : ended.state === 'refused'
          ? { state: 'refused', of, problem: ended.problem }
          : { state: 'away' };
    setRun(now);
    return now;
  };
  // A look that nobody sees any more takes a place in the queue.
  useEffect(() => () => current.current?.abort(), []);
  return { run, start, stop };
}
