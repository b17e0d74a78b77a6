/** An explanation of how to read the charts. */
import { usePage } from '../page/page-context.js';
import { signsText } from './missing-signs.js';

export function ChartKey() {
  const page = usePage();
  const { texts } = page;
  return (
    <details class="key">
      <summary>{texts.charts.howToRead}</summary>
      <p>
        {texts.chartKey} {texts.charts.shapes} {texts.charts.keyboard}
      </p>
      <p>
        {texts.charts.signs}
        {texts.colon}
        <span lang={page.language}>{signsText(page)}</span>
      </p>
    </details>
  );
}
