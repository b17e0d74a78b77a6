/** The frame of the page: its head, the views, the language, and the drawer over them. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  addressOf,
  goTo,
  languageOf,
  languages,
  pageOf,
  pages,
  useAddress,
  type PageName,
  type Params,
} from './page/address.js';
import { CollectionNames } from './page/collection-names.js';
import { CourtView } from './views/court/court-view.js';
import { DiscrepanciesView } from './views/discrepancies/discrepancies-view.js';
import { DifferencesView } from './views/differences/differences-view.js';
import { Drawer } from './parts/drawer.js';
import { FindingsView } from './views/findings/findings-view.js';
import { IndicatorView } from './views/indicator/indicator-view.js';
import { News, Notices } from './parts/news.js';
import { OverviewView } from './views/overview/overview-view.js';
import { onDemand } from './page/on-demand.js';
import { PageProvider, toPage, usePage } from './page/page-context.js';
import { relink } from './page/relink.js';
import { loadTexts, textsOf } from './page/texts/packs.js';
import { LinkOutcomeText } from './session/link-outcome.js';
import { holdsOneOf, mayManageAccess, useSession, webhookKeepers } from './session/session.js';
import { Who } from './session/who.js';
import { RoundView } from './views/round/round-view.js';
import { StateView } from './views/state/state-view.js';
import { ViewsLine } from './views-line.js';
import { TrendsView } from './views/trends/trends-view.js';

// Few readers work through inconsistencies, draft a report, send replies, code letters, import files, manage access or have other
// systems told.
const InconsistenciesView = onDemand(() =>
  import('./views/inconsistencies/inconsistencies-view.js').then((all) => all.InconsistenciesView),
);
const ReportView = onDemand(() => import('./views/report/report-view.js').then((all) => all.ReportView));
const SubmitView = onDemand(() => import('./views/submit/submit-view.js').then((all) => all.SubmitView));
const WorkbenchView = onDemand(() =>
  import('./views/workbench/workbench-view.js').then((all) => all.WorkbenchView),
);
const ImportView = onDemand(() => import('./views/import/import-view.js').then((all) => all.ImportView));
const WebhooksView = onDemand(() =>
  import('./views/webhooks/webhooks-view.js').then((all) => all.WebhooksView),
);
const AccessView = onDemand(() => import('./views/access/access-view.js').then((all) => all.AccessView));

const views = {
  overview: OverviewView,
  trends: TrendsView,
  court: CourtView,
  state: StateView,
  indicator: IndicatorView,
  round: RoundView,
  report: ReportView,
  findings: FindingsView,
  inconsistencies: InconsistenciesView,
  discrepancies: DiscrepanciesView,
  differences: DifferencesView,
  submit: SubmitView,
  workbench: WorkbenchView,
  import: ImportView,
  access: AccessView,
  webhooks: WebhooksView,
} satisfies Record<PageName, unknown>;

/** The views that show collections by name; the others need not ask for the names. */
const nameCollections = new Set<PageName>([
  'trends',
  'court',
  'state',
  'indicator',
  'round',
  'report',
  'discrepancies',
  'differences',
  'submit',
  'workbench',
  'import',
  'access',
  'webhooks',
]);

const languageNames = {
  ar: 'العربية',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ru: 'Русский',
  zh: '中文',
};

/** In: the parameters of the address. Out: these, or the ones before until the words of their language are here. */
function useWithTexts(params: Params): Params {
  const language = languageOf(params);
  const ready = useRef(params);
  const [, setLoaded] = useState(language);
  useEffect(() => void loadTexts(language).then(() => setLoaded(language)), [language]);
  if (textsOf(language)) ready.current = params;
  return ready.current;
}

export function App() {
  // What opens over the view is no part of it.
  const { figure, over, event, share: _, ...params } = useWithTexts(useAddress());
  // Memoized, so that the views are not drawn again when a drawer opens or closes over them.
  const page = useMemo(() => toPage(params), [addressOf(params)]);
  const name = pageOf(params);
  const View = views[name];
  const main = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (main.current) relink(main.current, page);
  }, [page]);
  useEffect(() => {
    document.documentElement.lang = page.textLanguage;
    document.documentElement.dir = page.textLanguage === 'ar' ? 'rtl' : 'ltr';
    document.title = `${page.texts.pages[name]} – ${page.texts.title}`;
  }, [page, name]);
  return (
    <PageProvider value={page}>
      <a class="skip" href="#content">
        {page.texts.skip}
      </a>
      <Head name={name} />
      <main id="content" tabIndex={-1} ref={main}>
        <LinkOutcomeText />
        <h1>{page.texts.pages[name]}</h1>
        <Notices name={name} />
        {nameCollections.has(name) ? (
          <CollectionNames>
            <View />
          </CollectionNames>
        ) : (
          <View />
        )}
      </main>
      {/* An import is news itself, and its own view tells of it. */}
      {name !== 'import' && <News />}
      <footer>
        <a href="/docs">{page.texts.documentation}</a>
      </footer>
      {(figure ?? event) && (
        <CollectionNames>
          <Drawer key={[figure, over, event].join(' ')} figure={figure} over={over} event={event} />
        </CollectionNames>
      )}
    </PageProvider>
  );
}

function Head({ name }: { name: PageName }) {
  const page = usePage();
  const { texts } = page;
  const session = useSession();
  // Offered to those only who may use them (their addresses tell the others who may); letters are coded from each round and
  // letter, where a reader looks for it.
  const isMine: Partial<Record<PageName, boolean>> = {
    access: mayManageAccess(session),
    webhooks: holdsOneOf(session, webhookKeepers),
    workbench: false,
  };
  const isOffered = (one: PageName) => one === name || (isMine[one] ?? true);
  const offered = pages.filter(isOffered);
  return (
    <header>
      <p class="brand">
        <strong>{texts.title}</strong> <span>{texts.subtitle}</span>
      </p>
      <Who />
      <ViewsLine name={name} offered={offered} />
      <label>
        {texts.language}
        <select
          value={page.language}
          onChange={(event) => goTo(page.link({ lang: event.currentTarget.value }))}
        >
          {languages.map((code) => (
            <option key={code} value={code} lang={code}>
              {languageNames[code]}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}
