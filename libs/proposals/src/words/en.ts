/** Words of English. */
import type { Language } from '../language.js';

export const english: Language = {
  code: 'en',
  numbers: {
    twice: 2,
    ...{ hundred: 100, thousand: 1000, million: 1_000_000 },
  },
  joins: 'and',
  qualifiers: [
    { qualifier: 'fewer-than', before: 'fewer than|less than|under|below' },
    {
      qualifier: 'at-least',
      before:
        'at least|more than|over|no fewer than|not fewer than|no less than|not less than|a minimum of|in excess of|exceeding',
      after: 'or more|at least',
    },
    {
      qualifier: 'approximately',
      before: 'about|approximately|some|around|nearly|almost|roughly|an estimated|circa',
      after: 'or so',
    },
  ],
  otherBefore:
    'of the|of these|of those|article*|art|section|sections|sect|no|nos|number|law|act|decree|ordinance|resolution|paragraph|paragraphs|para|page|annex|chapter|title|part|aged|age|ages|age of|ages of|the age of|under|USD|EUR|euros|dollar|telephone|tel|phone|fax|convention|hotline number|helpline|line|step|phase|goal|target|item|directive|protocol|rule|order',
  otherAfter:
    "per cent|percent|percentage*|year|years|year-old|years-old|month|months|day|days|hour|hours|week|weeks|euro|euros|dollar|dollars|million|billion|USD|EUR|km|kilomet*|times|of the Criminal|of the Penal|bis|th|st|nd|rd|pounds|hectares|o'clock|and older|and over",
  instruments:
    'law|laws|act|decree|convention|protocol|code|ordinance|resolution|agreement|memorandum|treaty|directive|plan|strategy|amendment|constitution',
  rounded: {},
  none: 'no|not one|not a single|no such|none of the',
  nobody: 'no one|nobody|none',
  missing: {
    'not-available':
      'not available|not yet available|no data|no statistics|no figures|not collected|not collected separately|data are not available|unavailable',
    'none-known':
      'no knowledge of|no known|not aware of|has no information on any|did not come to the knowledge',
    withheld: 'confidential|cannot be disclosed|not disclosed',
  },
  perYear: 'times a year|times per year|times every year|times annually|times each year|a year',
  classifiers: {},
  months: [
    'January|Jan',
    'February|Feb',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August|Aug',
    'September|Sept',
    'October|Oct',
    'November|Nov',
    'December|Dec',
  ],
  periods: {
    of: 'of',
    between: 'between',
    and: 'and',
    from: 'from|during|over|in the years|in the period|during the period|the period|in',
    to: 'to|until|till|through|up to|and until|to the end of|to the end of the year|until the end of|up to the end of',
    since:
      'since|since the year|from the beginning of|since the beginning of|since early|as from|since the end of',
    upTo: 'up to|until|by|by the end of|at the end of|as of|as at|up to the end of|up until|before|until the end of|up to and including|to date, as of',
    same: 'in the same year|that year|the same year|that same year|of that year|the year in question',
    next: 'the following year|in the following year|the year after|a year later|one year later|the next year',
    previous:
      'the previous year|the preceding year|a year earlier|the year before|one year earlier|the year prior',
    parts: [
      ['first half of|the first half of|first six months of|first semester of|first half of the year', 1, 6],
      ['second half of|last six months of|second semester of|latter half of', 7, 12],
      ['first nine months of|first three quarters of', 1, 9],
      ['first quarter of|first three months of', 1, 3],
      ['first ten months of', 1, 10],
      ['first eleven months of', 1, 11],
      ['second quarter of', 4, 6],
      ['third quarter of', 7, 9],
      ['fourth quarter of|last quarter of', 10, 12],
    ],
  },
  partOf: 'of whom|of them|of these|of those|of which|among them|including',
  origin:
    'nationality|nationals of|citizens|citizens of|came from|originated|coming from|from abroad|were from',
  nouns: {
    case: 'case|cases|complaint|complaints|report of trafficking|file|files|incident|incidents|proceedings|proceeding',
    investigation: 'investigation|investigations|inquiry|inquiries|enquiries|preliminary investigations',
    offence: 'offence|offences|offense|offenses|crime|crimes',
    person:
      'recruiters|recruiter|agents|suspected recruiters|person|persons|people|individual|individuals|defendant|defendants|accused|nationals|national|foreigners|participants|citizens|inhabitants|students|pupils|migrants|workers|young people',
    suspect: 'suspect|suspects|suspected trafficker*|alleged trafficker*|alleged offender*',
    offender: 'offender|offenders|perpetrator|perpetrators|trafficker|traffickers',
    arrest: 'arrest|arrests|detentions',
    prosecution: 'prosecution|prosecutions|indictments|indictment',
    conviction:
      'conviction|convictions|convicting judgement*|convicting judgment*|judgements|judgments|sentences',
    victim: 'victim|victims',
    child: 'child|children|minor|minors|girls|boys|girl|boy',
    woman: 'woman|women',
    man: 'man|men',
    adult: 'adult|adults',
    group:
      'criminal group*|organized criminal group*|organised criminal group*|criminal network*|trafficking network*|trafficking ring*|criminal organi*|group|groups|networks|rings|network|ring|gang|gangs',
    officer:
      'police officer*|officer|officers|policemen|investigators|detectives|border guards|staff|inspectors',
    professional:
      'prosecutor|prosecutors|judge|judges|magistrate*|teacher|teachers|social worker*|official|officials|diplomat*|consular officer*|lawyer*|doctors|nurses|health worker*|trainers|professionals|practitioners|journalists|specialists|labour inspectors|interpreters|experts|civil servants|representatives',
    unit: 'unit|units|task force*|squad|squads|specialized units|specialised units',
    region: 'region|regions|province|provinces|district|districts',
    call: 'call|calls|telephone call*',
    poster: 'poster|posters',
    'media-report':
      'media report*|press report*|article in the press|newspaper article*|broadcasts|television programmes|radio programmes|press articles|publications in the media',
    project: 'project|projects|campaigns',
    lecture: 'lecture|lectures|talks',
    language: 'language|languages',
    state: 'States|countries|Member States',
    meeting: 'meeting|meetings|sessions',
    body: 'coordination bod*|coordinating bod*|bodies|mechanisms|commissions',
  },
  acts: {
    investigate:
      'investigat*|inquir*|opened|initiated|under investigation|pre-trial investigation*|instituted',
    record:
      'record*|register*|reported|report|received|filed|came to the knowledge|came to the attention|lodged|notified|logged',
    uncover: 'uncover*|solved|cleared up|exposed|brought to light|came to light',
    arrest: 'arrest*|into custody|taken in|detain*|detention|apprehend*|taken into custody',
    prosecute:
      'prosecut*|indict*|charged|charges|brought before*|brought to trial|sent for trial|put on trial|committed for trial|stood trial|tried|referred to court|criminal proceedings',
    convict: 'convict*|pleaded guilty|passed sentence|found guilty|sentenc*|guilty verdict*',
    contact: 'formal contact|cautioned|cautioning',
    identify: 'identif*|recogni*ed|granted the status|formal status|status of victim*',
    detect: 'detect*|intercept*|discovered|found|encountered|located|came across',
    rescue: 'rescu*|freed|liberated|removed from|released from',
    assist:
      'assist*|support*|shelter*|accommodat*|cared for|care|helped|help|received help|housed|admitted|benefited|protection|reintegrat*|aid|accepted into|stayed|hosted|lodging|took part in the assistance',
    dismantle: 'dismantl*|broken up|broke up|disrupted|neutrali*|eliminated|disband*',
    train:
      'train*|seminar*|course|courses|workshop|workshops|instruct*|attended|curriculum|learned|took part|study visits',
    specialise:
      'special*|dedicated|assigned|unit|units|staffed|serve in|serving in|division|set up|established|created|employs|strength|squad|task force',
    inform:
      'informed|reached|distribut*|campaign|handed out|displayed|put up|printed|broadcast|published|leaflet*|awareness*',
    call: 'hotline|helpline|telephone line|telephone service|toll-free line',
    'on-trafficking':
      'concerned trafficking|related to trafficking|relating to trafficking|about trafficking|suspicion* of trafficking|suspected trafficking|possible trafficking|concerning trafficking|concerned suspected trafficking|on trafficking|cases of trafficking|concerned possible|suspected cases|concerned',
    aware: 'awareness|sensiti*',
    coordinate: 'coordinat*|inter-agency|interministerial|interdepartmental|commission|committee|council|met',
    workshop: 'workshop|seminar|represented|participants from|took part|attended',
    'help-in-regions': 'victim assistance worker*|assigned|victim support worker*',
    'teach-material': 'training material*|manual|handbook|training module*',
  },
  breakdowns: {
    'sex=female': 'woman|women|female|females|girl|girls',
    'sex=male': 'man|men|male|males|boy|boys',
    'age=child':
      'child|children|minor|minors|girl|girls|boy|boys|under 18|under the age of 18|below the age of 18',
    'age=adult': 'adult|adults',
    'audience=police': 'police officer*|policemen|police',
    'audience=prosecutors': 'prosecutor|prosecutors',
    'audience=judges': 'judge|judges',
    'audience=border-guards': 'border guard*',
    'audience=teachers': 'teacher|teachers',
    'audience=social-workers': 'social worker*',
    'audience=immigration-officials': 'immigration officer*|immigration official*',
    'audience=consular-officials': 'diplomat*|consular officer*|consular official*',
    'audience=schoolchildren': 'pupil*|schoolchildren|students|school children',
    'audience=government-officials': 'civil servant*|government official*',
    'audience=health-workers': 'nurse*|health worker*|doctors',
    'audience=military': 'soldiers|military personnel|peacekeepers',
    'audience=employment-and-welfare-officials': 'labour officer*|labour inspector*',
    'audience=young-people': 'young people|youth',
    'form-of-exploitation=sexual-exploitation': 'sexual exploitation|sexually exploited|prostitution',
    'form-of-exploitation=forced-labour':
      'forced labour|forced labor|labour exploitation|servitude|slavery|domestic servitude',
    'form-of-exploitation=other-forms':
      'begging|forced marriage|removal of organs|forced criminality|other forms of exploitation|other purposes',
  },
};
