/** What is typed of a new round, and the request that it makes. */
import type { Problem } from '@rapporteur/contract';
import type { PageLanguage } from '../../../page/address.js';

export const oneLine = ['collection', 'round', 'title', 'mandate', 'symbol'] as const;
export const days = ['noteVerbaleOn', 'replyBy', 'cutOff'] as const;

export interface Typed extends Readonly<Record<(typeof oneLine)[number] | (typeof days)[number], string>> {
  /** A name or code a line. */
  readonly asked: string;
  readonly compiledBy: string;
  readonly complete: boolean;
  readonly paragraph: string;
  readonly listed: string;
}

export const nothingTyped: Typed = {
  ...{ collection: '', round: '', title: '', mandate: '', symbol: '' },
  ...{ noteVerbaleOn: '', replyBy: '', cutOff: '' },
  ...{ asked: '', compiledBy: '', complete: false, paragraph: '', listed: '' },
};

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The body of `POST /v1/rounds`: what is empty is left out, since it is not known. */
export function toRoundBody(typed: Typed, language: PageLanguage): object {
  const given = (name: 'mandate' | 'symbol' | 'compiledBy' | (typeof days)[number]) =>
    typed[name].trim() === '' ? {} : { [name]: typed[name].trim() };
  const [asked, listed] = [linesOf(typed.asked), linesOf(typed.listed)];
  const paragraph = /^\d{1,9}$/.test(typed.paragraph.trim())
    ? Number(typed.paragraph)
    : typed.paragraph.trim();
  return {
    collection: typed.collection.trim(),
    round: typed.round.trim(),
    ...(typed.title.trim() === '' ? {} : { title: { [language]: typed.title.trim() } }),
    ...given('mandate'),
    ...given('symbol'),
    ...Object.assign({}, ...days.map(given)),
    complete: typed.complete,
    ...given('compiledBy'),
    ...(asked.length === 0 ? {} : { asked }),
    ...(listed.length === 0 && paragraph === '' ? {} : { listed: { paragraph, respondents: listed } }),
  };
}

/** The field that a problem belongs to: `/asked/3` to `asked`; '' where there is none. */
export function fieldOfProblem({ pointer }: Problem): keyof Typed | '' {
  const [, first = '', second = ''] = pointer.split('/');
  if (first === 'listed') return second === 'paragraph' ? 'paragraph' : 'listed';
  return first in nothingTyped ? (first as keyof Typed) : '';
}

/** The line that a problem is about, as it was typed; undefined for what is no list. */
export function lineOfProblem({ pointer }: Problem, typed: Typed): string | undefined {
  const [, list = '', at] = /^\/(asked|listed\/respondents)\/(\d+)/.exec(pointer) ?? [];
  if (at === undefined) return undefined;
  return linesOf(list === 'asked' ? typed.asked : typed.listed)[Number(at)];
}
