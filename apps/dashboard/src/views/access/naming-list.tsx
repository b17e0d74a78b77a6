/** How the events of each collection name people, and changing that. */
import { useState } from 'preact/hooks';
import type { List, PolicyAnswer, Round } from '@rapporteur/contract';
import type { Naming } from '@rapporteur/domain';
import { useAnswer, type Items } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { StateOf } from '../../parts/state-of.js';
import { SelectField } from '../submit/field.js';
import { ActDialog, type Asking } from './act-dialog.js';
import { Done, useDone } from './done.js';

/** What holds where nothing is set. */
const usual: Naming = 'role';

export function NamingList() {
  const page = usePage();
  const { access } = page.texts;
  const policies = useAnswer<Items<PolicyAnswer>>('/v1/policies');
  const rounds = useAnswer<List<Round>>(page.askNow('/v1/rounds', { limit: '1000' }));
  const [changed, setChanged] = useState<PolicyAnswer>();
  const done = useDone(() => setChanged(undefined));
  return (
    <>
      <p>{access.namingIntro}</p>
      <Done done={done} />
      <StateOf asked={policies}>
        {({ items }) => {
          const set = new Map(items.map((one) => [one.collection, one.naming]));
          const all = new Set([...set.keys(), ...(rounds.answer?.items ?? []).map((one) => one.collection)]);
          if (all.size === 0) return <p class="state">{access.noCollections}</p>;
          return (
            <table class="read-down">
              <caption class="unseen">{access.parts.naming}</caption>
              <thead>
                <tr>
                  <th scope="col">{access.collection}</th>
                  <th scope="col">{access.naming}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {[...all].sort(page.compare).map((collection) => {
                  const naming = set.get(collection);
                  return (
                    <tr key={collection}>
                      <th scope="row">{page.collection(collection)}</th>
                      <td>
                        {naming === undefined && <small>{access.usual} </small>}
                        {access.namings[naming ?? usual]}
                      </td>
                      <td>
                        <button
                          type="button"
                          class="quiet"
                          aria-label={access.setNamingThis(collection)}
                          onClick={() => setChanged({ collection, naming: naming ?? usual })}
                        >
                          {access.setNaming}
                        </button>
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          );
        }}
      </StateOf>
      {changed && <NamingDialog policy={changed} {...done.asking} />}
    </>
  );
}

function NamingDialog({ policy, ...asking }: Asking & { policy: PolicyAnswer }) {
  const { access } = usePage().texts;
  const [naming, setNaming] = useState(policy.naming);
  const options = Object.entries(access.namings).map(([code, name]) => ({ code, name }));
  return (
    <ActDialog
      {...asking}
      title={access.setNamingThis(policy.collection)}
      what={access.setNamingWhat(policy.collection, access.namings[naming])}
      confirm={access.setNaming}
      path="/v1/policies"
      body={{ collection: policy.collection, naming }}
    >
      <SelectField
        field="act-naming"
        label={access.naming}
        value={naming}
        onText={(code) => setNaming(code as Naming)}
        options={options}
      />
    </ActDialog>
  );
}
