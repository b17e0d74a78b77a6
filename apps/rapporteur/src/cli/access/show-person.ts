/** People, machines and their keys as lines of text. */
import { nameOf } from '@rapporteur/names';
import type { Scope } from '@rapporteur/domain';
import type { PersonAnswer } from '@rapporteur/contract';

const listed = (part: Scope['respondents'], name: (code: string) => string, all: string) =>
  part === 'all' ? all : part.map(name).join(', ');

/** `El Salvador (SV) in ecosoc-2006-27`. */
export const showScope = ({ respondents, collections }: Scope): string =>
  `for ${listed(respondents, (code) => `${nameOf(code, 'en')} (${code})`, 'all respondents')} in ${listed(collections, (code) => code, 'all collections')}`;

const day = (instant: string) => instant.slice(0, 10);

export function showPerson({ id, kind, name, grants, keys, lastSeenAt }: PersonAnswer): string[] {
  return [
    `${id}  ${kind}  ${name}${lastSeenAt === null ? '' : `  last signed in and seen ${day(lastSeenAt)}`}`,
    ...grants.map(({ number, role, scope }) => `  grant ${number}  ${role} ${showScope(scope)}`),
    ...keys.map(({ key, state, until, revokedAt, lastUsedAt }) => {
      const end = state === 'revoked' ? `revoked ${day(revokedAt!)}` : `${state} until ${day(until)}`;
      return `  key ${key}  ${state === 'expired' ? `expired ${day(until)}` : end}, ${lastUsedAt === null ? 'never used' : `last used ${day(lastUsedAt)}`}`;
    }),
  ];
}
