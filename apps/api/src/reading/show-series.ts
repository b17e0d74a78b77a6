/** A series in the form of the answers, with the names of a language. */
import type { Series } from '@rapporteur/domain';
import type { Language } from '@rapporteur/names';
import { nameIndicator, nameRespondent } from './names.js';
import { showDirection } from './show-direction.js';

export function showSeries({ respondent, indicator, trend, segments, ...rest }: Series, language: Language) {
  const { unit = 'item', ...named } = nameIndicator(indicator, language);
  return {
    respondent: nameRespondent(respondent, language),
    indicator: { ...named, unit },
    ...rest,
    unit,
    ...(segments ? { segments: segments.map((s) => ({ ...s, ...showDirection(s.trend) })) } : {}),
    ...showDirection(trend),
  };
}
