/** The line for citing the view: title, day of receipt, position, permanent addresses, and the way to every other form. */
import { useRef } from 'preact/hooks';
import { addressOf, goTo, useParameter, type Params } from '../page/address.js';
import { today, usePage, type Page } from '../page/page-context.js';
import { ShareDialog } from './share/share-dialog.js';
import type { Shared } from './share/shared.js';
import './citation.css';

interface Props {
  readonly what: string;
  readonly position: number;
  /** The view's complete parameters, where the address leaves some open. */
  readonly fixed?: Params;
  /** The address of the same figures as data, which gives the same bytes for ever. */
  readonly data?: string;
  /** Saves the charts of the view as one picture. */
  readonly savePicture?: Shared['savePicture'];
}

export function Citation({ what, position, fixed, data, savePicture }: Props) {
  const page = usePage();
  const { params, texts } = page;
  const asOf = params.asOf ?? today();
  const at = params.at ?? String(position);
  const address = toFixedAddress(page, position, fixed);
  const citation = texts.citation(what, page.day(asOf), at);
  const chosen = useParameter('share');
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <p class="citation">
        <strong>{texts.cite + texts.colon.trimEnd()}</strong> {citation + texts.stop}{' '}
        <a href={address}>{texts.fixedAddress}</a>
        {data && (
          <>
            {' · '}
            <a href={data}>{texts.charts.data}</a>
          </>
        )}
        <span class="in-print"> {location.origin + address}</span>
      </p>
      <p class="take">
        <button type="button" ref={button} onClick={() => goTo(page.link({ share: 'csv' }))}>
          {texts.share.open}
        </button>
      </p>
      {chosen && (
        <ShareDialog
          {...{ citation, address, data, savePicture, chosen }}
          onGone={() => button.current?.focus()}
        />
      )}
    </>
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
