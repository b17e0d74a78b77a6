/** The line for citing the view: title, day of receipt, position, and permanent addresses. */
import { addressOf, type Params } from '../page/address.js';
import { today, usePage, type Page } from '../page/page-context.js';
import './citation.css';

interface Props {
  readonly what: string;
  readonly position: number;
  /** The view's complete parameters, where the address leaves some open. */
  readonly fixed?: Params;
  /** The address of the same figures as data, which gives the same bytes for ever. */
  readonly data?: string;
}

export function Citation({ what, position, fixed, data }: Props) {
  const page = usePage();
  const { params, texts } = page;
  const asOf = params.asOf ?? today();
  const at = params.at ?? String(position);
  const address = toFixedAddress(page, position, fixed);
  return (
    <p class="citation">
      <strong>{texts.cite}:</strong> {texts.citation(what, asOf, at) + texts.stop}{' '}
      <a href={address}>{texts.fixedAddress}</a>
      {data && (
        <>
          {' · '}
          <a href={data}>{texts.charts.data}</a>
        </>
      )}
      <span class="in-print"> {location.origin + address}</span>
    </p>
  );
}

/**
 * The address of a view that shows the same for ever. In: its complete parameters, where the page's address
 * leaves some open.
 */
export function toFixedAddress({ params, language }: Page, position: number, fixed: Params = params): string {
  return addressOf({
    ...fixed,
    lang: language,
    asOf: params.asOf ?? today(),
    at: params.at ?? String(position),
    figure: undefined,
    over: undefined,
    event: undefined,
  });
}
