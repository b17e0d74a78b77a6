/** Scopes as people write them: respondents by code or name. */
import { toPointer, type AccessProblem, type Scope } from '@rapporteur/domain';
import { resolveRespondent, type Suggestion } from '@rapporteur/names';

/** How many unknown names are reported. */
const unknownTold = 20;

/**
 * In: a scope with respondents by code or name, and where in the request their names stand. Out: the scope with codes, or every name
 * that means nobody. A name that is only close to one is not taken: it would give somebody the rights for another State.
 */
export function readScope(
  { respondents, collections }: Scope,
  pointer: readonly string[] = ['scope', 'respondents'],
): { readonly scope: AccessScope } | { readonly problems: readonly AccessProblem[] } {
  const some = collections === 'all' ? collections : [...new Set(collections)];
  if (respondents === 'all') return { scope: { respondents, collections: some } };
  const codes = new Set<string>();
  const problems: AccessProblem[] = [];
  respondents.forEach((written, i) => {
    const found = resolveRespondent(written);
    if ('code' in found) codes.add(found.code);
    else if (problems.length < unknownTold)
      problems.push(unknownRespondent(written, found.suggestions, [...pointer, String(i)]));
  });
  return problems.length > 0 ? { problems } : { scope: { respondents: [...codes], collections: some } };
}

/** A scope as events hold it. */
export interface AccessScope {
  readonly respondents: 'all' | string[];
  readonly collections: 'all' | string[];
}

function unknownRespondent(
  written: string,
  meant: readonly Suggestion[],
  path: readonly string[],
): AccessProblem {
  const near = meant.map(({ code, name }) => `${code} (${name})`);
  return {
    pointer: toPointer(path),
    code: 'unknown-respondent',
    message: `${JSON.stringify(written.slice(0, 80))} is no respondent${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : ''}`,
    expected: 'a code or a whole name, such as SV or El Salvador',
    ...(near.length > 0 ? { suggestions: near } : {}),
  };
}
