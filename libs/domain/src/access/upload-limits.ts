/** How much each role may send as files, beside whether it may at all. */
import type { Target } from './actions.js';
import { may } from './may.js';
import type { Grant, Role } from './roles.js';

/** Actions that take a file. */
export type UploadAction = 'add-document' | 'import-file';

export interface UploadLimit {
  /** The bytes of one file. */
  readonly file: number;
  /** The bytes of all files of 24 hours that were not kept before; undefined = as many as anybody likes. */
  readonly day?: number;
}

export interface RoleLimit extends UploadLimit {
  readonly role: Role;
}

const mb = 1024 ** 2;

/** Every role that may do the action has a limit. A State's letters are short; a round's annexes and scans may not be. */
export const uploadLimits: Readonly<Record<UploadAction, Readonly<Partial<Record<Role, UploadLimit>>>>> = {
  'add-document': {
    'focal-point': { file: 25 * mb, day: 250 * mb },
    'desk-officer': { file: 100 * mb },
    owner: { file: 100 * mb },
  },
  'import-file': { 'desk-officer': { file: 256 * mb }, owner: { file: 256 * mb } },
};

/**
 * In: the grants that somebody holds, what they want to do, and to what. Out: the widest limit of the roles that allow
 * it, with that role; undefined where none does.
 */
export function uploadLimitOf(
  grants: readonly Grant[],
  action: UploadAction,
  target: Target,
): RoleLimit | undefined {
  const limits = grants.flatMap((grant) => {
    const limit = may([grant], action, target).allowed ? uploadLimits[action][grant.role] : undefined;
    return limit ? [{ ...limit, role: grant.role }] : [];
  });
  return limits.sort((a, b) => b.file - a.file || (b.day ?? Infinity) - (a.day ?? Infinity))[0];
}
