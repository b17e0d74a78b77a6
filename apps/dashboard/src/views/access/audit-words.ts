/** The particulars of an entry of the audit, in words. */
import type { AuditEntry } from '@rapporteur/contract';
import type { Role, Scope } from '@rapporteur/domain';
import type { Page } from '../../page/page-context.js';
import { scopeText, type NameOf } from '../../session/role-words.js';

export interface Names {
  /** From a name in the access log to the name that people see. */
  readonly person: NameOf;
  readonly respondent: NameOf;
}

const isScope = (value: unknown): value is Scope =>
  typeof value === 'object' && value !== null && 'respondents' in value && 'collections' in value;

/** Out: name and value of each particular, in the page's words as far as it has some, and whether somebody wrote the value. */
export function particularsOf({ detail }: AuditEntry, names: Names, page: Page): [string, string, boolean][] {
  const { access } = page.texts;
  return Object.entries(detail).map(([name, value]) => [
    access.particularNames[name] ?? name,
    valueText(name, value, names, page),
    name === 'reason',
  ]);
}

function valueText(name: string, value: unknown, names: Names, page: Page): string {
  const { access, session } = page.texts;
  if (isScope(value)) return scopeText(value, names.respondent, page);
  if (typeof value !== 'string')
    return typeof value === 'number' ? page.number(value) : JSON.stringify(value);
  switch (name) {
    case 'of':
      return names.person(value);
    case 'respondent':
      return names.respondent(value);
    case 'role':
      return session.roles[value as Role] ?? value;
    case 'kind':
      return access.kinds[value as 'person'] ?? value;
    case 'naming':
      return access.namings[value as 'name'] ?? value;
    case 'by':
      return session.signedInBy[value] ?? value;
    case 'because':
      return access.becauses[value] ?? value;
    case 'until':
      return page.instant(value);
    default:
      return value;
  }
}
