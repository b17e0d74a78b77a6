/** Roles and what they are granted for, in words. */
import type { List, Respondent } from '@rapporteur/contract';
import type { Scope } from '@rapporteur/domain';
import { useAnswer } from '../page/ask.js';
import { usePage, type Page } from '../page/page-context.js';
import type { Held } from './held.js';

/** From codes of respondents to their names; a code without a name stands for itself. */
export type NameOf = (code: string) => string;

/** In: whether names are needed yet. Out: the respondents, and what they are called. */
export function useRespondents(isNeeded = true): {
  readonly nameOf: NameOf;
  readonly all: readonly Respondent[];
} {
  const page = usePage();
  const asked = useAnswer<List<Respondent>>(
    isNeeded ? page.askNow('/v1/respondents', { limit: '1000' }) : undefined,
  );
  const all = asked.answer?.items ?? [];
  return { all, nameOf: (code) => all.find((one) => one.code === code)?.name ?? code };
}

/** "all respondents, all collections", or which. */
export function scopeText({ respondents, collections }: Scope, nameOf: NameOf, page: Page): string {
  const { session } = page.texts;
  const some = (codes: readonly string[], of: NameOf) => page.list(codes.map(of));
  return [
    respondents === 'all' ? session.allRespondents : some(respondents, nameOf),
    collections === 'all' ? session.allCollections : some(collections, page.collection),
  ].join(session.and);
}

/** The roles that somebody holds, each once. */
export const rolesText = (grants: readonly Held[], { texts, list }: Page): string =>
  grants.length === 0
    ? texts.session.noRole
    : list([...new Set(grants.map(({ role }) => role))].map((role) => texts.session.roles[role]));
