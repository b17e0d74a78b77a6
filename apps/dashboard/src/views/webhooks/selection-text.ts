/** What a webhook is told of, in words. */
import type { Indicator, Respondent, WebhookAnswer } from '@rapporteur/contract';
import type { Page } from '../../page/page-context.js';

export interface SelectionNames {
  readonly respondents: readonly Respondent[];
  readonly indicators: readonly Indicator[];
  readonly respondent: (code: string) => string;
  readonly indicator: (code: string) => string;
}

/** More of them are counted, and not named. */
const namedAtMost = 6;

/** "El Salvador and Peru; Persons convicted; UNODC, trafficking in persons"; what does not narrow is not said. */
export function selectionText(
  { respondents, indicators, collection }: Pick<WebhookAnswer, 'respondents' | 'indicators' | 'collection'>,
  names: SelectionNames,
  page: Page,
): string {
  const { texts } = page;
  const said = [
    respondents &&
      (respondents.length > namedAtMost
        ? texts.countStates(respondents.length)
        : page.list(respondents.map(names.respondent))),
    indicators &&
      (indicators.length > namedAtMost
        ? texts.indicators + texts.colon + page.number(indicators.length)
        : page.list(indicators.map(names.indicator))),
    collection && page.collection(collection),
  ].filter(Boolean);
  return said.length === 0 ? texts.webhooks.everything : said.join(texts.separator);
}
