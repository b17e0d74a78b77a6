/** What is seldom changed, folded under a line that says how it is set: collection, day of knowledge, and the drawing. */
import type { ComponentChildren } from 'preact';
import { everything, goTo } from '../../page/address.js';
import { usePage } from '../../page/page-context.js';
import { Select } from '../../parts/choices.js';
import type { Settings } from './trend-settings.js';

interface Props {
  readonly collections: readonly string[];
  readonly settings: Settings;
  readonly children: ComponentChildren;
}

export function Options({ collections, settings, children }: Props) {
  const page = usePage();
  const { texts, params, number } = page;
  const words = texts.charts;
  const { collection, per, scale } = settings;
  const set = [
    collection === undefined ? texts.allCollections : page.collection(collection),
    params.asOf ? `${texts.receivedBy} ${page.day(params.asOf)}` : '',
    per === undefined ? '' : words.rates.per(number(per)),
    scale === 'linear' ? '' : words.scale + texts.colon + words.scales[scale],
  ];
  return (
    <details class="options">
      <summary>
        {words.options} <small>{set.filter((one) => one !== '').join(texts.separator)}</small>
      </summary>
      <section class="choice" aria-label={words.options}>
        <Select
          label={texts.collection}
          value={collection ?? everything}
          options={[
            ...collections.map((code) => [code, page.collection(code)] as const),
            [everything, texts.allCollections],
          ]}
          onChange={(code) => goTo(page.link({ collection: code, breakdown: undefined }))}
        />
      </section>
      {children}
    </details>
  );
}
