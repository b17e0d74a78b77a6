/** An explanation of how to read the charts. */
import { usePage } from '../page/page-context.js';

export function ChartKey() {
  const { texts } = usePage();
  return (
    <details class="key">
      <summary>{texts.charts.howToRead}</summary>
      <p>
        {texts.chartKey} {texts.charts.shapes} {texts.charts.keyboard}
      </p>
    </details>
  );
}
