/** Who has not replied, as a list to be copied, and beside it the reminder to them. */
import type { List, Named, RoundRespondent, WholeRound } from '@rapporteur/contract';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { languages, queryOf, type PageLanguage } from '../../../page/address.js';
import { useAnswer } from '../../../page/ask.js';
import { today, usePage } from '../../../page/page-context.js';
import { loadTexts, textsOf } from '../../../page/texts/packs.js';
import { copy } from '../../../parts/share/copy.js';
import { roundName } from '../../../parts/round-choice.js';
import { StateOf } from '../../../parts/state-of.js';
import { missingOf, toMailAddress, toMissingCsv, writeReminder } from './reminder.js';
import './missing.css';

/** Copies a text, and says that it is done or why not. */
function useCopying() {
  const { texts } = usePage();
  const [said, setSaid] = useState('');
  const take = (text: string) => {
    setSaid('');
    copy(text).then(
      () => setSaid(texts.copied),
      () => setSaid(texts.access.copyFailed),
    );
  };
  return { take, said: <span role="status">{said}</span> };
}

export function Missing({ round }: { readonly round: WholeRound }) {
  const page = usePage();
  const words = page.texts.missing;
  const { take, said } = useCopying();
  const missing = missingOf(round).sort((a, b) => page.compare(a.respondent.name, b.respondent.name));
  if (missing.length === 0) return <p class="state">{words.nobody}</p>;
  const names = missing.map(({ respondent }) => respondent.name);
  return (
    <section class="missing" aria-label={words.title}>
      <p class="actions">
        <button type="button" onClick={() => take(`${names.join('\n')}\n`)}>
          {page.texts.copy}
        </button>{' '}
        <button type="button" onClick={() => take(toMissingCsv(missing))}>
          {words.copyCsv}
        </button>{' '}
        {said}
      </p>
      <ReminderTo missing={missing} round={round} />
    </section>
  );
}

interface ToProps {
  readonly missing: readonly RoundRespondent[];
  readonly round: WholeRound;
}

/** The reminder, with a choice of whom it goes to and in which language. */
function ReminderTo({ missing, round }: ToProps) {
  const page = usePage();
  const words = page.texts.missing;
  const [language, setLanguage] = useState<PageLanguage>(page.textLanguage);
  const [code, setCode] = useState('');
  const names = useMemo(() => new Intl.DisplayNames(page.language, { type: 'language' }), [page.language]);
  return (
    <details open>
      <summary>{words.reminder}</summary>
      <p class="says">{words.draft}</p>
      <div class="choice">
        <label>
          {words.to}
          <select value={code} lang={page.language} onChange={(event) => setCode(event.currentTarget.value)}>
            <option value="" lang={page.textLanguage}>
              {words.all}
            </option>
            {missing.map(({ respondent }) => (
              <option key={respondent.code} value={respondent.code}>
                {respondent.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.language}
          <select
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value as PageLanguage)}
          >
            {languages.map((one) => (
              <option key={one} value={one}>
                {names.of(one)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Draft key={`${round.id} ${code} ${language}`} {...{ round, code, language }} />
    </details>
  );
}

interface DraftProps {
  readonly round: WholeRound;
  /** Whom it goes to; empty: all who are missing. */
  readonly code: string;
  readonly language: PageLanguage;
}

function Draft({ round, code, language }: DraftProps) {
  const page = usePage();
  // Names and title in the language of the reminder, of the same vintage.
  const asked = useAnswer<WholeRound>(`/v1/rounds/${round.id}?${queryOf(page.params, language)}`);
  const collections = useAnswer<List<Named>>(`/v1/collections?${queryOf({}, language, { limit: '1000' })}`);
  const [isLoaded, setLoaded] = useState(textsOf(language) !== undefined);
  useEffect(() => void loadTexts(language).then(() => setLoaded(true)), [language]);
  return (
    <StateOf asked={asked}>
      {(translated) => {
        const texts = isLoaded ? textsOf(language) : undefined;
        if (!texts || !collections.answer) return null;
        const names = new Map(collections.answer.items.map((one) => [one.code, one.name]));
        const title = roundName(translated, { texts, collection: (one) => names.get(one) ?? one });
        const to = missingOf(translated).filter(({ respondent }) => code === '' || respondent.code === code);
        const day = page.params.asOf ?? today();
        const { subject, body } = writeReminder({ ...translated, title }, to, { language, texts, day });
        return <Letter key={subject + body} {...{ subject, body, language }} />;
      }}
    </StateOf>
  );
}

interface LetterProps {
  readonly subject: string;
  readonly body: string;
  readonly language: PageLanguage;
}

/** The draft in fields, so that it can be mended before it is copied or opened as a mail. */
function Letter(draft: LetterProps) {
  const { language } = draft;
  const { missing: words } = usePage().texts;
  const { take, said } = useCopying();
  const [subject, setSubject] = useState(draft.subject);
  const [body, setBody] = useState(draft.body);
  const mail = toMailAddress({ subject, body });
  const written = { lang: language, dir: language === 'ar' ? ('rtl' as const) : ('ltr' as const) };
  return (
    <>
      <label class="long">
        {words.subject}
        <input {...written} value={subject} onInput={(event) => setSubject(event.currentTarget.value)} />
      </label>
      <label class="long">
        {words.text}
        <textarea
          {...written}
          rows={14}
          value={body}
          onInput={(event) => setBody(event.currentTarget.value)}
        />
      </label>
      <p class="actions">
        <button type="button" onClick={() => take(`${subject}\n\n${body}\n`)}>
          {words.copyReminder}
        </button>{' '}
        <a href={mail.address}>{words.openMail}</a> {said}
      </p>
      {!mail.isWhole && <p class="says">{words.tooLong}</p>}
    </>
  );
}
