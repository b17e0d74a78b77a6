/** Words of English. */
import type { Language } from '../language.js';
import { englishTopics } from './topics/en.js';

export const english: Language = {
  code: 'en',
  numbers: { twice: 2, dozen: 12, score: 20 },
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
    "per cent|percent|percentage*|year|years|year-old|years-old|month|months|day|days|hour|hours|week|weeks|euro|euros|dollar|dollars|million|billion|USD|EUR|km|kilomet*|of the Criminal|of the Penal|bis|th|st|nd|rd|pounds|hectares|o'clock|and older|and over|beds|places|pages|copies|thirds|quarters|more than it|more than in|fewer than in|more than the|percentage points|rooms|vehicles|seats|articles|clauses|minutes|computers",
  instruments:
    'law|laws|act|decree|convention|protocol|code|ordinance|resolution|agreement|memorandum|treaty|directive|plan|strategy|amendment|constitution',
  rounded: {},
  article: 'a|an',
  none: 'no|not one|not a single|no such|none of the',
  nobody: 'no one|nobody|none',
  missing: {
    'not-available':
      'not available|not yet available|no data|no statistics|no figures|not collected|not collected separately|data are not available|unavailable|not known|unknown|is not kept|are not kept|not recorded|not recorded separately|cannot be given|cannot be provided|no record is kept|no records are kept|have yet to be compiled|not yet been compiled|not been compiled|remain to be compiled|not compiled|not broken down|not disaggregated|no breakdown|not published|not at hand',
    'none-known':
      'no knowledge of|no known|not aware of|has no information on any|did not come to the knowledge|no indication of|no information on any|came to notice|has not come across|no evidence of|is not aware of|are not aware of',
    withheld: 'confidential|cannot be disclosed|not disclosed',
  },
  perYear:
    'times a year|times per year|times every year|times annually|times each year|a year|times yearly|times in the year|times in a year|times over the year|times per annum',
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
  partOf:
    'of whom|of them|of these|of those|of which|among them|including|of the former|of the latter|of that number|of the total|among those|among whom|of which number|of this number|amongst them',
  origin:
    'nationality|nationals of|citizens|citizens of|came from|originated|coming from|from abroad|were from|citizenship|hailed from|nationals',
  subject:
    'trafficking in persons|trafficking in human beings|trafficking in women|trafficking in women and children|trafficking in children|trafficking in women and girls|human trafficking|trafficking of persons|trafficking of children|trafficking of women|trafficking of human beings|child trafficking|persons trafficking|smuggling of migrants|sale of children|rights of the child|exploitation of children|exploitation of women',
  nouns: {
    time: 'times',
    case: 'case|cases|complaint|complaints|report of trafficking|file|files|incident|incidents|proceedings|proceeding|matters|matter|instances|instance|occurrences|referrals|referral',
    investigation:
      'investigation|investigations|inquiry|inquiries|enquiries|preliminary investigations|probes|probe',
    offence: 'offence|offences|offense|offenses|crime|crimes',
    person:
      'recruiters|recruiter|agents|suspected recruiters|person|persons|people|individual|individuals|defendant|defendants|accused|nationals|national|foreigners|participants|citizens|inhabitants|students|pupils|migrants|workers|young people|men and women|residents|villagers|parents|employees|listeners|readers|viewers|visitors|travellers|tourists|farmers|members of the public|arrestees|detainees|convicts|prisoners|pimps|brothel-keepers|smugglers|middlemen|culprits|culprit|ringleaders|accomplices|trainees|graduates|candidates|applicants|job-seekers|parishioners|households',
    suspect:
      'suspect|suspects|suspected trafficker*|alleged trafficker*|alleged offender*|alleged perpetrators|suspected offenders',
    offender: 'offender|offenders|perpetrator|perpetrators|trafficker|traffickers|wrongdoers|felons',
    arrest: 'arrest|arrests|detentions',
    prosecution: 'prosecution|prosecutions|indictments|indictment',
    conviction:
      'conviction|convictions|convicting judgement*|convicting judgment*|judgements|judgments|sentences',
    victim:
      'victim|victims|survivor|survivors|trafficked persons|trafficked person|trafficked women|trafficked children|potential victims|presumed victims',
    child:
      'child|children|minor|minors|girls|boys|girl|boy|teenager|teenagers|juvenile|juveniles|infants|infant|adolescents|adolescent',
    woman: 'woman|women|ladies|female|females',
    man: 'man|men|male|males|gentlemen',
    adult: 'adult|adults',
    group:
      'criminal group*|organized criminal group*|organised criminal group*|criminal network*|trafficking network*|trafficking ring*|criminal organi*|group|groups|networks|rings|network|ring|gang|gangs|syndicate|syndicates|criminal organization|criminal organizations|cells',
    officer:
      'police officer*|officer|officers|policemen|investigators|detectives|border guards|staff|inspectors|members of the police|policemen and policewomen|constables|detective|investigator|gendarmes|soldiers|guards|troops|peacekeepers|customs officers|agents of the police',
    professional:
      'prosecutor|prosecutors|judge|judges|magistrate*|teacher|teachers|social worker*|official|officials|diplomat*|consular officer*|lawyer*|doctors|nurses|health worker*|trainers|professionals|practitioners|journalists|specialists|labour inspectors|interpreters|experts|civil servants|representatives|attorneys|counsel|counsellors|psychologists|doctor|physicians|clergy|priests|imams|monks|community leaders|leaders|volunteers|managers|consuls|embassy staff|civil servant|probation officers|airline staff|taxi drivers|headmasters|educators|caseworkers|lecturers|students of law|law students|employers',
    unit: 'unit|units|task force*|squad|squads|specialized units|specialised units|desks|desk|bureaux|sections|teams',
    region: 'region|regions|province|provinces|district|districts',
    call: 'call|calls|telephone call*|telephone calls|enquiries by telephone|telephone enquiries',
    poster: 'poster|posters|billboards|placards',
    'media-report':
      'media report*|press report*|article in the press|newspaper article*|broadcasts|television programmes|radio programmes|press articles|publications in the media|reports in the press|reports on the subject|reports in newspapers|stories in the press|articles|news items|radio spots|television spots',
    project: 'project|projects|campaigns',
    lecture: 'lecture|lectures|talks',
    language: 'language|languages|tongues',
    state: 'States|countries|Member States|nations|delegations|Governments',
    meeting: 'meeting|meetings|sessions',
    body: 'coordination bod*|coordinating bod*|bodies|mechanisms|commissions',
  },
  acts: {
    investigate:
      'investigat*|inquir*|opened|initiated|under investigation|pre-trial investigation*|instituted|looked into|inquest|opened a file|under inquiry|follow* up|probe|probed|taken up',
    record:
      'record*|register*|reported|report|received|filed|came to the knowledge|came to the attention|lodged|notified|logged|counted|noted|entered|known to|brought to the notice|brought to the attention|listed|documented|tallied|came to notice|made known',
    uncover: 'uncover*|solved|cleared up|exposed|brought to light|came to light',
    arrest:
      'arrest*|into custody|taken in|detain*|detention|apprehend*|taken into custody|held|caught|seized|in custody|remand*|picked up|taken in custody|rounded up',
    prosecute:
      'prosecut*|indict*|charged|charges|brought before*|brought to trial|sent for trial|put on trial|committed for trial|stood trial|tried|referred to court|criminal proceedings|arraigned|before the court|before the courts|before a court|faced trial|on trial|accused|sent to court|criminal charges|proceedings were begun|committed to trial|went to court|prosecution*|indictments have been served|taken to court|haled before',
    convict:
      'convict*|pleaded guilty|passed sentence|found guilty|sentenc*|guilty verdict*|found to be guilty|guilty|verdict*|jailed|imprisoned|condemned|convicting|sent to prison|went to prison',
    contact: 'formal contact|cautioned|cautioning',
    identify:
      'identif*|recogni*ed|granted the status|formal status|status of victim*|acknowledged as|classified as victims|confirmed as victims|accepted as victims|verified',
    detect:
      'detect*|intercept*|discovered|found|encountered|located|came across|came to light|spotted|uncovered|came upon|turned up',
    rescue:
      'rescu*|freed|liberated|removed from|released from|set free|saved|extricated|taken out of|brought out|releas*|escaped|recovered',
    assist:
      'assist*|support*|shelter*|accommodat*|cared for|care|helped|help|received help|housed|admitted|benefited|protection|reintegrat*|aid|accepted into|stayed|hosted|lodging|took part in the assistance|looked after|taken in|given shelter|counsell*|treated|repatriat*|brought home|returned home|medical care|legal aid|food|lodged|served|clothed|benefit*|safe house*|stayed at|were received|met with help|reached by services',
    dismantle:
      'dismantl*|broken up|broke up|disrupted|neutrali*|eliminated|disband*|smashed|broken|cracked|destroyed|wound up|rolled up|busted|taken apart',
    train:
      'train*|seminar*|course|courses|workshop|workshops|instruct*|attended|curriculum|learned|took part|study visits|lecture*|taught|learnt|lessons|schooled|briefed|briefing*|study tour|refresher|completed|graduated|followed',
    specialise:
      'special*|dedicated|assigned|unit|units|staffed|serve in|serving in|division|set up|established|created|employs|strength|squad|consists of|composed of|comprises|manned by|team of|strong|desk|bureau|counts',
    inform:
      'informed|reached|distribut*|campaign|handed out|displayed|put up|printed|broadcast|published|leaflet*|awareness*|heard|listened|saw|viewed|visited|audience*|pasted|affixed|hung|circulated|warned|addressed|public meetings|explained|talks|distribution|information campaign|film',
    call: 'hotline|helpline|telephone line|telephone service|toll-free line|line|telephone|phone|dialled|called|rang',
    'on-trafficking':
      'concerned trafficking|related to trafficking|relating to trafficking|about trafficking|suspicion* of trafficking|suspected trafficking|possible trafficking|concerning trafficking|concerned suspected trafficking|on trafficking|cases of trafficking|concerned possible|suspected cases|concerned|connection with suspected trafficking|connection with trafficking|had to do with trafficking|dealt with trafficking|touched on trafficking|regarding trafficking|pointed to trafficking|bore on trafficking|reported trafficking|had to do with|in connection with trafficking',
    aware: 'awareness|sensiti*|campaign*|warn*',
    coordinate:
      'coordinat*|inter-agency|interministerial|interdepartmental|commission|committee|council|met|meets|meet|convenes|sits|gathers|gathered|task force|round table|steering|mechanism|working group',
    workshop:
      'workshop|seminar|represented|participants from|took part|attended|brought together|gathered|hosted|conference|regional|attendance|delegates',
    'help-in-regions': 'victim assistance worker*|assigned|victim support worker*',
    'teach-material': 'training material*|manual|handbook|training module*',
  },
  breakdowns: {
    'audience=public': 'members of the public|general public',
    'audience=ngos': 'non-governmental organi*|NGOs|NGO staff',
    'audience=investigators': 'investigator|investigators|detectives',
    'audience=domestic-workers': 'domestic workers|housemaids|maids',
    'audience=probation-officers': 'probation officer*',
    'sex=female': 'woman|women|female|females|girl|girls|teenage girls',
    'sex=male': 'man|men|male|males|boy|boys',
    'age=child':
      'child|children|minor|minors|girl|girls|boy|boys|under 18|under the age of 18|below the age of 18|teenager*|juvenile*|infant*|adolescent*',
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
    'form-of-exploitation=sexual-exploitation':
      'sexual exploitation|sexually exploited|prostitution|sex trade|commercial sex|sexual purposes',
    'form-of-exploitation=forced-labour':
      'forced labour|forced labor|labour exploitation|servitude|slavery|domestic servitude|bonded labour|forced work|exploitation of labour|exploitation of their labour|domestic service|labour',
    'form-of-exploitation=other-forms':
      'begging|forced marriage|removal of organs|forced criminality|other forms of exploitation|other purposes',
  },
  topics: englishTopics,
};
