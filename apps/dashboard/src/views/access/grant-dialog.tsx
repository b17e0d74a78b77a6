/** Grants a role for a scope: respondents and collections, or all of them. */
import { useCallback, useState } from 'preact/hooks';
import type { PersonAnswer as Person, Respondent } from '@rapporteur/contract';
import type { Role, Scope } from '@rapporteur/domain';
import { usePage } from '../../page/page-context.js';
import { Combobox } from '../../parts/combobox.js';
import { scopeText, type NameOf } from '../../session/role-words.js';
import { ProblemsOf, SelectField } from '../submit/field.js';
import { ActDialog, type Asking } from './act-dialog.js';
import { pathOf } from './people-acts.js';

interface Props extends Asking {
  readonly person: Person;
  readonly respondents: readonly Respondent[];
  readonly nameOf: NameOf;
  readonly collections: readonly string[];
}

/** Nothing chosen stands for all, as in every chooser of the page; what will happen says so in words. */
const partOf = (codes: readonly string[]): Scope['respondents'] => (codes.length === 0 ? 'all' : codes);

export function GrantDialog({ person, respondents, nameOf, collections, ...asking }: Props) {
  const page = usePage();
  const { texts } = page;
  const { access, session } = texts;
  const roles = Object.entries(session.roles) as [Role, string][];
  const [role, setRole] = useState<Role>('reader');
  const [states, setStates] = useState<readonly string[]>([]);
  const [some, setSome] = useState<readonly string[]>([]);
  const scope: Scope = { respondents: partOf(states), collections: partOf(some) };
  const stateOptions = useCallback(
    () => [...respondents].sort((a, b) => page.compare(a.name, b.name)),
    [respondents, page],
  );
  const collectionOptions = useCallback(
    () => collections.map((code) => ({ code, name: code })),
    [collections],
  );
  return (
    <ActDialog
      {...asking}
      title={access.grant + texts.colon + person.name}
      what={access.grantWhat(person.name, session.roles[role], scopeText(scope, nameOf, page))}
      confirm={access.grant}
      path={`${pathOf(person)}/grants`}
      body={{ role, scope }}
    >
      <SelectField
        field="act-role"
        label={access.role}
        value={role}
        onText={(code) => setRole(code as Role)}
        options={roles.map(([code, name]) => ({ code, name }))}
      />
      <div id="act-respondents" class="field long">
        <Combobox
          title={access.respondents}
          options={stateOptions}
          nameOf={nameOf}
          chosen={states}
          onChange={setStates}
        />
        <ProblemsOf field="act-respondents" />
      </div>
      <div id="act-collections" class="field long">
        <Combobox
          title={access.collections}
          options={collectionOptions}
          nameOf={(code) => code}
          chosen={some}
          onChange={setSome}
        />
        <ProblemsOf field="act-collections" />
      </div>
    </ActDialog>
  );
}
