/** The line to cite what is seen by: what, as received by which day, at which position, and addresses that stay. */
import { addressOf, type Params } from './address.js';
import { today, usePage } from './page-context.js';

interface Props {
  readonly what: string;
  readonly position: number;
  /** The view's parameters in full where they leave something open. */
  readonly fixed?: Params;
  /** The address of the same figures as data, which gives the same bytes for ever. */
  readonly data?: string;
}

export function Citation({ what, position, fixed, data }: Props) {
  const { params, texts, language } = usePage();
  const asOf = params.asOf ?? today();
  const at = params.at ?? String(position);
  const address = addressOf({
    ...(fixed ?? params),
    lang: language,
    asOf,
    at,
    figure: undefined,
    over: undefined,
    event: undefined,
  });
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
