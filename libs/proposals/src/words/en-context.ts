/** English words around a number that say how often, of what part, or that it counts nothing. */
import type { Context } from '../notation.js';

export const englishContext: Context = {
  howMany:
    'how many|how often|what number|total number|exact number|precise number|no total|no count|no tally|the total|the figure for|the figures for|their number|their numbers|the breakdown|the number',
  notSaid:
    'not show|not tell|not say|cannot say|cannot be said|cannot be given|could not be|cannot be|not known|unknown|cannot tell|not able|unable|impossible|no record|no records|not recorded|not counted|not been counted|never counted|has not been|not yet|not disclose|does not appear|do not appear|unclear|not clear|uncertain|nobody knows|no one knows|lost in|was lost|were lost|destroyed|can be given|remains to be|not possible|regret that we|not have|no way of knowing|not established|not determined|not at hand|is not kept|are not kept|not reported|not indicate|do not reveal|does not reveal|not distinguish|still being|under review',
  planned:
    'planned|it is planned|is planned|are planned|plans to|intends to|intend to|intended|aims to|aim is to|target is|targets|the target|objective is|hopes to|is hoped|will|will be|is expected|are expected|expected to|is due to|are due to|is proposed|it is proposed|scheduled|is to be|are to be|envisaged|is foreseen|are foreseen|foresees|projected|would',
  splits:
    'by sex|by age|by gender|by group|by nationality|by citizenship|by country|by origin|by form|by type|by purpose|broken down|breakdown|disaggregated|disaggregation|sex|gender|age|age and sex|nationality|nationalities|citizenship|citizenships|country of origin|countries of origin|origin|form of exploitation|forms of exploitation|purpose of exploitation|type of exploitation|exploitation|purpose|profile|as for age|as for sex|as to age|as to sex|as to nationality|as to citizenship|as regards sex|as regards age|distribution by|composition|of these|of whom|of those|among them|of them|in terms of|where from',
  penalty:
    'punishable|punishes|punish|punished with|liable|carries|carry|provides for|provide for|prescribes|prescribe|maximum|minimum penalty|penalty of|penalties of|penalty is|lays down|may be sent to prison|may be sentenced|penalises|penalizes|up to life|aggravated cases|aggravating',
  otherOffences:
    'rape|rapes|sexual offences|sexual assault*|homicide*|murder*|theft*|robber*|drug|drugs|smuggling|smuggled|defilement|kidnapping*|abduction*|domestic violence|burglar*|fraud*|refused entry|deport*|missing persons|asylum|illegal crossing|illegal border|illegal entry|irregular migration|illegally|cattle|pimping|corruption|money laundering|firearms|traffic accidents|all kinds|prevented from boarding|crimes of all',
  trafficking: 'trafficking|trafficked',
};
