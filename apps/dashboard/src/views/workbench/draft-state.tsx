/** How the draft stands: saved or not, who else has it open, who changed it last, and what to do where two were at it. */
import { usePage } from '../../page/page-context.js';
import { useSession } from '../../session/session.js';
import { tab, type Draft } from './use-draft.js';

export function DraftState({ draft }: { readonly draft: Draft }) {
  const session = useSession();
  const whoami =
    session.state === 'known' && session.session.signedIn ? session.session.principal.id : undefined;
  const page = usePage();
  const { workbench } = page.texts;
  const { server, saving } = draft;
  const others = server.here.filter((one) => one.tab !== tab);
  // Somebody with several windows is named once.
  const names = [
    ...new Set(
      others.map(({ id, name }) => (id === whoami ? workbench.you(page.person(name)) : page.person(name))),
    ),
  ];
  return (
    <div class="draft-state">
      <p role="status" class="key">
        {saving === 'saving' && workbench.saving}
        {saving === 'saved' && workbench.saved}
        {saving === 'failed' && workbench.notSaved}
        {names.length > 0 && (
          <span class="here">
            {(saving === 'saved' || saving === 'saving') && page.texts.stop}
            {workbench.here(page.list(names))}
          </span>
        )}
        {server.changed && (
          <small>
            {' '}
            {workbench.changedBy(page.person(server.changed.by.name), page.instant(server.changed.at))}
          </small>
        )}
      </p>
      {saving === 'conflict' && (
        <div class="state" role="alert">
          <p>{workbench.conflict(page.person(server.changed?.by.name ?? ''))}</p>
          <button type="button" onClick={() => void draft.settle('theirs')}>
            {workbench.takeTheirs}
          </button>{' '}
          <button type="button" onClick={() => void draft.settle('mine')}>
            {workbench.keepMine}
          </button>
        </div>
      )}
    </div>
  );
}
