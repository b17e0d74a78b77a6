/** Every role with every action and scope, against the table that people read. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { actions, type Action, type Target } from './actions.js';
import { may } from './may.js';
import { roleActions, roles, type Grant, type Role, type Scope } from './roles.js';
import { uploadLimitOf, uploadLimits, type UploadAction, type UploadLimit } from './upload-limits.js';

const text = readFileSync(new URL('../../../../docs/access.md', import.meta.url), 'utf8');
const rowsOf = (heading: string) => {
  const lines = text.slice(text.indexOf(heading)).split('\n');
  const first = lines.findIndex((line) => line.startsWith('| Action'));
  const rows = lines.slice(first).map((line) => line.split('|').map((cell) => cell.trim().replace(/`/g, '')));
  return rows
    .slice(
      0,
      rows.findIndex((cells) => cells.length < 3),
    )
    .map((cells) => cells.slice(1, -1));
};
const [head, , ...told] = rowsOf('# Who may do what');

const parts = ['all', ['SV'], ['GR', 'SV'], ['GR'], []] as const;
const collections = ['all', ['c'], ['d', 'c'], ['d'], []] as const;
const scopes: Scope[] = parts.flatMap((respondents) =>
  collections.map((one) => ({ respondents, collections: one })),
);
const targets: Target[] = [
  {},
  { collection: 'c' },
  { respondent: 'SV' },
  { collection: 'c', respondent: 'SV' },
];
const named = (part: 'all' | readonly string[], code: string | undefined) =>
  part === 'all' || (code !== undefined && part.includes(code));

/** What a cell of the table means, said once more in the test's own words. */
function isMeant(cell: string, { respondents, collections: some }: Scope, target: Target): boolean {
  const isCollection = named(some, target.collection);
  switch (cell) {
    case 'yes':
      return true;
    case 'no':
      return false;
    case 'round':
      return isCollection;
    case 'collection':
      return isCollection && respondents === 'all';
    case 'reply':
      return isCollection && named(respondents, target.respondent);
    default:
      throw new Error(`"${cell}" is no cell of the table`);
  }
}

describe('the table of how large a file may be', () => {
  const mb = 1024 ** 2;
  const [, , ...said] = rowsOf('## How large a file may be');
  const inWords = ({ file, day }: UploadLimit) => [
    `${file / mb} MB`,
    day === undefined ? 'any' : `${day / mb} MB`,
  ];

  it('has each role that may send a file, and no other', () => {
    const able = (['add-document', 'import-file'] as const).flatMap((action) =>
      roles
        .filter((role) => roleActions[role].includes(action))
        .map((role) => [action, role, ...inWords(uploadLimits[action][role]!)]),
    );
    expect(said.map((cells) => cells.map((cell) => cell.trim()))).toEqual(able);
  });

  it.each([
    ['nobody', [], undefined],
    ['a reader', ['reader'], undefined],
    ['a focal point', ['focal-point'], { file: 25 * mb, day: 250 * mb, role: 'focal-point' }],
    ['both, in either order', ['focal-point', 'desk-officer'], { file: 100 * mb, role: 'desk-officer' }],
    ['both, in either order', ['desk-officer', 'focal-point'], { file: 100 * mb, role: 'desk-officer' }],
  ] as const)('%s: the widest limit counts, and only within the scope', (_, held, limit) => {
    const scope: Scope = { respondents: ['SV'], collections: ['c'] };
    const grants = held.map((role) => ({ role, scope }));
    const ask = (action: UploadAction, respondent: string) =>
      uploadLimitOf(grants, action, { collection: 'c', respondent });
    expect(ask('add-document', 'SV')).toEqual(limit);
    expect(ask('add-document', 'GR')).toBeUndefined();
  });
});

describe('the table of docs/access.md', () => {
  it('has every role and every action, once', () => {
    expect(head).toEqual(['Action', 'everybody', ...roles]);
    expect(told.map(([action]) => action)).toEqual(Object.keys(actions));
  });

  it('says what each action is about and means', () => {
    const [, , ...said] = rowsOf('## What each action is');
    expect(said).toEqual(
      Object.entries(actions).map(([action, { about, meaning }]) => [action, about, meaning]),
    );
  });

  it.each(told)('%s: everybody, each role, scope and target', (action, everybody, ...cells) => {
    for (const target of targets) {
      expect([target, may([], action as Action, target).allowed]).toEqual([target, everybody === 'yes']);
      for (const [i, role] of roles.entries())
        for (const scope of scopes) {
          const asked = { role, scope, target };
          const verdict = may([{ role, scope }], action as Action, target);
          expect([asked, verdict.allowed]).toEqual([asked, isMeant(cells[i]!, scope, target)]);
        }
    }
  });
});

describe('an answer', () => {
  const own: Scope = { respondents: ['SV'], collections: 'all' };

  it('names the role that allows it', () => {
    const grants: Grant[] = [
      { role: 'reader', scope: { respondents: 'all', collections: 'all' } },
      { role: 'focal-point', scope: own },
    ];
    expect(may(grants, 'submit-reply', { collection: 'c', respondent: 'SV' })).toEqual({
      allowed: true,
      role: 'focal-point',
    });
    expect(may(grants, 'read-released')).toEqual({ allowed: true, role: 'everybody' });
  });

  it('says whether a role or only its scope is missing', () => {
    const grants: Grant[] = [{ role: 'focal-point', scope: own }];
    const foreign = { collection: 'c', respondent: 'GR' };
    expect(may(grants, 'submit-reply', foreign)).toEqual({ allowed: false, because: 'out-of-scope' });
    expect(may(grants, 'import-file', { collection: 'c' })).toEqual({ allowed: false, because: 'no-role' });
    expect(may([], 'submit-reply', foreign)).toEqual({ allowed: false, because: 'no-role' });
  });
});

describe('several grants', () => {
  const grant = fc.record({
    role: fc.constantFrom<Role>(...roles),
    scope: fc.constantFrom(...scopes),
  });
  const asked = fc.record({
    action: fc.constantFrom(...(Object.keys(actions) as Action[])),
    target: fc.constantFrom(...targets),
  });

  it('allow what one of them allows alone, and nothing that none does', () => {
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 5 }), asked, (grants, { action, target }) => {
        const alone = [may([], action, target), ...grants.map((one) => may([one], action, target))];
        expect(may(grants, action, target).allowed).toBe(alone.some(({ allowed }) => allowed));
      }),
    );
  });

  it('never allow less when one is granted, nor more when one is withdrawn', () => {
    fc.assert(
      fc.property(fc.array(grant, { minLength: 1, maxLength: 5 }), asked, (grants, { action, target }) => {
        const [, ...fewer] = grants;
        if (may(fewer, action, target).allowed) expect(may(grants, action, target).allowed).toBe(true);
      }),
    );
  });
});
