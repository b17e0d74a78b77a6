/** The line to cite what is seen by: what, as received by which day, at which position, and an address that stays. */
import { addressOf } from './address.js';
import { today, usePage } from './page-context.js';

export function Citation({ what, position }: { what: string; position: number }) {
  const { params, texts, language } = usePage();
  const asOf = params.asOf ?? today();
  const address = addressOf({
    ...params,
    lang: language,
    asOf,
    at: String(position),
    figure: undefined,
    event: undefined,
  });
  return (
    <p class="citation">
      <strong>{texts.cite}:</strong> {texts.citation(what, asOf, String(position)) + texts.stop}{' '}
      <a href={address}>{texts.fixedAddress}</a>
    </p>
  );
}
