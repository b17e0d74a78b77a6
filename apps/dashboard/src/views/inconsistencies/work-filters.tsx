/** Which inconsistencies are shown, by their state and by who works on them. */
import { Filter } from '../../parts/filters.js';
import { usePage } from '../../page/page-context.js';
import { workStates } from './use-work.js';

export function WorkFilters({ owners }: { readonly owners: readonly string[] }) {
  const { checks } = usePage().texts;
  const states = workStates.map((code) => ({ code, name: checks.work.states[code] }));
  return (
    <>
      <Filter label={checks.work.state} name="work" none={checks.states.all} options={states} />
      <Filter
        label={checks.work.owner}
        name="owner"
        none={checks.work.everybody}
        options={[...new Set(owners)].sort().map((owner) => ({ code: owner, name: owner }))}
      />
    </>
  );
}
