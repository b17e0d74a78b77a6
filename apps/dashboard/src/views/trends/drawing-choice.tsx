/** How the figures of trends are drawn: scale, base, axes, layout, order. */
import { goTo, orders, type Params } from '../../page/address.js';
import { Select } from '../../parts/choices.js';
import { usePage } from '../../page/page-context.js';
import { scaleNames } from '../../charts/scale.js';
import { layouts, type Settings } from './trend-settings.js';

interface DrawingProps {
  readonly settings: Settings;
  readonly layout: (typeof layouts)[number];
  /** The years that can be the base of an index; `usual` is the default. */
  readonly years: readonly number[];
  readonly usual: number | undefined;
}

/** How the figures are drawn: scale, base, axes, layout, order. */
export function DrawingChoice({ settings, layout, years, usual }: DrawingProps) {
  const page = usePage();
  const { texts } = page;
  const words = texts.charts;
  const change = (some: Params) => goTo(page.link(some));
  const named = <T extends string>(codes: readonly T[], names: Readonly<Record<T, string>>) =>
    codes.map((code): readonly [T, string] => [code, names[code]]);
  return (
    <section class="choice" aria-label={words.drawn}>
      {settings.per === undefined && (
        <Select
          label={words.scale}
          value={settings.scale}
          options={named(scaleNames, words.scales)}
          onChange={(scale) => change({ scale: scale === 'linear' ? undefined : scale })}
        />
      )}
      {settings.scale === 'index' && (
        <Select
          label={words.base}
          value={settings.base === undefined ? '' : String(settings.base)}
          options={[
            ...(usual === undefined ? [] : [['', words.baseUsual(usual)] as const]),
            ...years.map((year) => [String(year), String(year)] as const),
          ]}
          onChange={(base) => change({ base: base || undefined })}
        />
      )}
      <Select
        label={words.axis}
        value={settings.isSameAxis ? 'same' : 'own'}
        options={named(['own', 'same'] as const, words.axes)}
        onChange={(axis) => change({ axis: axis === 'same' ? axis : undefined })}
      />
      <Select
        label={words.layout}
        value={layout}
        options={named(layouts, words.layouts)}
        onChange={(code) => change({ layout: code })}
      />
      <Select
        label={words.order}
        value={settings.order}
        options={named(orders, words.orders)}
        onChange={(order) => change({ order: order === 'name' ? undefined : order })}
      />
    </section>
  );
}
