/** Words of English. */
import type { Language } from '../language.js';
import { englishBreakdowns } from './en-breakdowns.js';
import { englishContext } from './en-context.js';
import { nationsInEnglish } from './nations.js';
import { englishTopics } from './topics/en.js';

export const english: Language = {
  code: 'en',
  numbers: { twice: 2, dozen: 12, score: 20 },
  qualifiers: [
    {
      qualifier: 'fewer-than',
      before: 'fewer than|less than|under|below|not more than|no more than|at most|a maximum of|short of',
    },
    {
      qualifier: 'at-least',
      before:
        'at least|more than|over|no fewer than|not fewer than|no less than|not less than|a minimum of|in excess of|exceeding|upwards of|well over|just over|slightly over|a little over|slightly more than|a little more than|a good|not below|north of|beyond|above',
      after: 'or more|at least',
    },
    {
      qualifier: 'approximately',
      before:
        'close on|getting on for|not far short of|about|approximately|some|around|nearly|almost|roughly|an estimated|circa|close to|in the region of|something like|in the order of|on the order of|estimated at|approaching|just about|some estimated|very nearly|an approximate|well nigh',
      after: 'or so|or thereabouts|approximately',
    },
  ],
  otherBefore:
    'grades|region|regions|class|classes|table|figure|ward|wards|lot|clause|articles|article*|art|section|sections|sect|no|nos|number|law|act|decree|ordinance|resolution|paragraph|paragraphs|para|page|annex|chapter|title|part|aged|age|ages|age of|ages of|the age of|under|USD|EUR|euros|dollar|telephone|tel|phone|fax|convention|hotline number|helpline|line|step|phase|goal|target|item|directive|protocol|rule|order|grade|room|box|building|block|floor|street|road|volume|chamber|channel|per|every|one in|one out of|capacity of|capacity for|room for|places for|beds for|space for|fine of|fines of|sum of|budget of|cost of|amount of|loans of|worth|zone|plot|clause|clauses|regulation|form|question|group of',
  otherAfter:
    "that number|as many|as much|lats|litas|levs|where the victim|if the victim|when the victim|per cent|percent|percentage*|year|years|year-old|years-old|month|months|day|days|hour|hours|week|weeks|euro|euros|dollar|dollars|million|billion|USD|EUR|km|kilomet*|of the Criminal|of the Penal|bis|th|st|nd|rd|pounds|hectares|o'clock|and older|and over|beds|places|pages|copies|thirds|quarters|more than it|more than in|fewer than in|more than the|percentage points|rooms|vehicles|seats|articles|clauses|minutes|computers|ministries|agencies|organizations|organisations|non-governmental*|NGOs|cantons|cities|towns|villages|centres|centers|shelters|transit shelters|homes|hospitals|embassies|consulates|airports|ports|border posts|border crossings|checkpoints|schools|institutions|entities|departments|government departments|services|stations|offices|associations|companies|firms|churches|partners|rupees|naira|shillings|pesos|francs|kroner|baht|rand|times more|times as|times higher|fold|occasions|chapters|paragraphs|subjects|areas|points|objectives|measures|steps|goals|recommendations|questions|nights|boats|passports|documents|leaflets|brochures|booklets|flyers|pamphlets|videos|films|out of|in every|in ten|in four|in three|in five|in two|of every|working groups|working days|working parties|kinds|types|categories|forms|levels|phases|pillars|components|modules|other working|decades|governmental|public bodies|state bodies|communities|parishes|counties|islands|sites|premises|factories|farms|brothels|of the ministries",
  instruments:
    'law|laws|act|decree|convention|protocol|code|ordinance|resolution|agreement|memorandum|treaty|directive|plan|strategy|amendment|constitution',
  rounded: {},
  half: 'half a|a half',
  single: 'a single|just one|only one|a lone|a sole',
  article: 'a|an',
  none: 'no|not one|not a single|no such|none of the|none of these|none of those|not any|neither|zero|nil|not a single one of the|no further|no new|no other|without any|without a single|without a',
  nobody:
    'no court|no judge|none was|none were|none had|none has|none have|no one else|not anybody|no one|nobody|none|not one|no persons|no one was|nobody was|nil|zero',
  missing: {
    'not-available':
      'hold no information on|not yet communicated|not yet received|yet to be received|not received|do not know|does not know|we do not know|do not keep|does not keep|do not have|does not have|not consolidated|not yet consolidated|not been consolidated|are lost|were lost|was lost|have been lost|has been lost|destroyed|mislaid|not reported|not supplied|not counted|no count is kept|no count|keeps no|keep no|kept no|holds no|hold no|have no figures|has no figures|have no data|has no data|not possible to give|cannot say|could not be established|could not be ascertained|not ascertained|not documented|remain unknown|not been counted|was not counted|not been recorded|were not recorded|not yet been established|not yet published|not separated|no separate count|not distinguished|cannot be separated|is unknown|are unknown|is not known|are not known|not to hand|holds no information on|no information is available|no information is held|have no information on|not available|not yet available|no data|no statistics|no figures|not collected|not collected separately|data are not available|unavailable|not known|unknown|is not kept|are not kept|not recorded|not recorded separately|cannot be given|cannot be provided|no record is kept|no records are kept|have yet to be compiled|not yet been compiled|not been compiled|remain to be compiled|not compiled|not broken down|not disaggregated|no breakdown|not published|not at hand|have not been compiled|has not been compiled|not maintained|not kept|are lacking|is lacking|not recorded centrally|no separate figures|no separate statistics|cannot be stated|not able to say|unable to say|unable to provide|unable to state|not in a position to|not been published|still being compiled|not centrally recorded|no consolidated|cannot be established|no reliable|not counted|not separately counted|not yet known|not gathered|not tracked|does not exist|do not exist|not possible to say|no statistical|remains unknown|could not be obtained|not held|are awaited|not registered separately',
    'none-known':
      'no knowledge of|no known|not aware of|has no information on any|did not come to the knowledge|no indication of|no information on any|came to notice|has not come across|no evidence of|is not aware of|are not aware of|no case is known|no cases are known|none is known|as far as is known|to our knowledge|has no knowledge|have no knowledge|never come across|did not learn|has not learned of|have not been informed of any|no reports of|no victims are known|not been made aware of',
    withheld:
      'confidential|cannot be disclosed|not disclosed|for operational reasons|classified information|not be made public|not made public|cannot be made public|withheld|kept secret|may not be disclosed|is not disclosed',
  },
  perYear:
    'times a year|times per year|times every year|times annually|times each year|a year|times yearly|times in the year|times in a year|times over the year|times per annum|times per calendar year|times every twelve months|times in each year|times a calendar year|meetings a year|meetings per year|meetings each year|meetings every year',
  ...englishContext,
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
    to: 'to|until|till|through|up to|and until|to the end of|to the end of the year|until the end of|up to the end of|and the end of|through to|and up to|up to the close of',
    since:
      'since|since the year|from the beginning of|since the beginning of|since early|as from|since the end of',
    upTo: 'up to|until|by|by the end of|at the end of|as of|as at|up to the end of|up until|before|until the end of|up to and including|to date, as of|as at the end of|by the close of|by the middle of|up to the middle of|by early|by late|as at the close of|until the middle of|by mid',
    same: 'in the same year|that year|the same year|that same year|of that year|the year in question|the same period|over the same period|during that period|in the same period|during the same period|that period|in that period|during this period|the period in question|the said period|the said year|in the course of that year|the period under review|the same months|the same span|over that time|in that time|in those months',
    next: 'the following year|in the following year|the year after|a year later|one year later|the next year',
    previous:
      'the year before that|the previous financial year|the previous fiscal year|the preceding financial year|the previous reporting year|the year preceding|the prior year|the preceding fiscal year|the previous year|the preceding year|a year earlier|the year before|one year earlier|the year prior',
    lastYear: 'last year|in the past year',
    thisYear: 'this year|the current year|the present year',
    theseYears:
      'those years|these years|the same years|those two years|those three years|the two years|the three years|both years|these two years|these three years|over the three years|the four years|the years in question|the same three years',
    now: 'to date|so far|thus far|as yet|by the time of writing|at present|currently|presently|at the moment|until now|up to now|to this day|hitherto|nowadays|now|since it began|since its inception|since the beginning of its work|ever',
    founded:
      'opened|created|established|set up|launched|began|founded|inaugurated|in operation|introduced|started|formed|put into service',
    yearEnd:
      "the end of the year|the end of that year|year's end|the year end|the close of the year|the end of the same year",
    reported:
      'the reporting year|the year under review|the reporting period|the period under review|the year of the report|the course of the year|in the year|during the year|over the year|the year under report|the year covered|the financial year|the fiscal year|this reporting period',
    yearWord: 'year|twelve months|12 months|twelve-month period|12-month period',
    yearBegins: 'begins|begin|starts|start|beginning|starting|began|started|commences|commencing|runs from',
    yearEnds: 'ends|ended|ending|end|closes|closed|closing|up to|to',
    fiscal:
      'fiscal year|fiscal years|financial year|financial years|FY|school year|budget year|reporting year',
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
  question: 'question|questions|q|item|part|chapter',
  partOf:
    'of whom|of them|of these|of those|of which|among them|including|of the former|of the latter|of that number|of the total|among those|among whom|of which number|of this number|amongst them|out of these|out of those|out of whom|out of which|out of that total|among this number|from among them|of the above|of this total|of that group|counting among them|amongst whom|of the victims|of this group|of such persons|of the total number|the rest being|comprising',
  nations: nationsInEnglish,
  origin:
    'nationality|nationals of|citizens|citizens of|came from|originated|coming from|from abroad|were from|citizenship|hailed from|nationals|born in|natives of|arrived from|come from|originating|originally from|hailing from|recruited in|from outside|foreigners|foreign nationals',
  subject:
    'El Salvador|San Salvador|trafficking in persons|trafficking in human beings|trafficking in women|trafficking in women and children|trafficking in children|trafficking in women and girls|human trafficking|trafficking of persons|trafficking of children|trafficking of women|trafficking of human beings|child trafficking|persons trafficking|smuggling of migrants|sale of children|rights of the child|exploitation of children|exploitation of women',
  nouns: {
    listener:
      'pupils|schoolchildren|viewers|listeners|readers|students|villagers|spectators|members of the public|job-seekers|households|parishioners|passers-by|visitors|school children|schoolboys',
    trainee: 'participants|participant|trainees|trainee|attendees|graduates|learners',
    defendant: 'defendant|defendants|accused|accused persons',
    detainee: 'arrestees|detainees|arrested persons',
    time: 'times',
    case: 'case|cases|complaint|complaints|report of trafficking|file|files|incident|incidents|proceedings|proceeding|matters|matter|instances|instance|occurrences|referrals|referral|reports of suspected trafficking|reports of trafficking|incident reports|police reports|allegations|criminal cases|case files|dossiers|dossier|tip-offs',
    investigation:
      'investigation|investigations|inquiry|inquiries|enquiries|preliminary investigations|probes|probe|criminal investigations|criminal investigation|inquests|criminal inquiries',
    offence:
      'offence|offences|offense|offenses|crime|crimes|criminal offences|criminal acts|violations|felonies|acts of trafficking',
    person:
      'recruiters|recruiter|agents|suspected recruiters|person|persons|people|individual|individuals|nationals|national|foreigners|citizens|inhabitants|migrants|workers|young people|men and women|parents|employees|travellers|tourists|farmers|prisoners|pimps|brothel-keepers|smugglers|middlemen|culprits|culprit|ringleaders|accomplices|candidates|applicants|subjects|aliens|passengers|fishermen|sailors|labourers|housemaids|dancers|hostesses|sex workers|prostitutes|beggars|intermediaries|touts|procurers|fugitives|gang members|arrivals|travelers|recruits|brokers|accused traffickers|adults and children|women and men|women and children',
    suspect:
      'suspect|suspects|suspected trafficker*|alleged trafficker*|alleged offender*|alleged perpetrators|suspected offenders',
    offender: 'offender|offenders|perpetrator|perpetrators|trafficker|traffickers|wrongdoers|felons',
    arrest: 'arrest|arrests|detentions',
    prosecution: 'prosecution|prosecutions|indictments|indictment',
    conviction:
      'conviction|convictions|convicting judgement*|convicting judgment*|judgements|judgments|sentences|guilty verdicts|guilty verdict|guilty pleas|prison terms|prison sentences|custodial sentences|findings of guilt',
    victim:
      'victim|victims|survivor|survivors|trafficked persons|trafficked person|trafficked women|trafficked children|potential victims|presumed victims|persons trafficked|trafficking victims|victims of trafficking|possible victims|alleged victims|beneficiaries|clients|residents|returnees|rescued persons|suspected victims|trafficked people|trafficked girls|trafficked men',
    child:
      'child|children|minor|minors|girls|boys|girl|boy|teenager|teenagers|juvenile|juveniles|infants|infant|adolescents|adolescent|youngsters|youths|underage girls|schoolgirls|babies|newborns|street children',
    woman: 'woman|women|ladies|female|females|young women|mothers|brides',
    man: 'man|men|male|males|gentlemen',
    adult: 'adult|adults',
    group:
      'criminal group*|organized criminal group*|organised criminal group*|criminal network*|trafficking network*|trafficking ring*|criminal organi*|group|groups|networks|rings|network|ring|gang|gangs|syndicate|syndicates|criminal organization|criminal organizations|cells|criminal organisations|organised groups|organized groups|criminal rings|crime rings|crime groups|criminal gangs|smuggling rings|criminal enterprises|bands',
    officer:
      'police officer*|officer|officers|policemen|investigators|detectives|border guards|staff|inspectors|members of the police|policemen and policewomen|constables|detective|investigator|gendarmes|soldiers|guards|troops|peacekeepers|customs officers|agents of the police|gardaí|police|policewomen|sergeants|immigration officers|customs officials|prison officers|coastguards|personnel|staff members|investigating officers|law enforcement officers|law-enforcement officers|patrol officers|recruits to the police|cadets|marshals|members of the constabulary|members of the Garda|members of the security forces|members of the armed forces',
    professional:
      'prosecutor|prosecutors|judge|judges|magistrate*|teacher|teachers|social worker*|official|officials|diplomat*|consular officer*|lawyer*|doctors|nurses|health worker*|trainers|professionals|practitioners|journalists|specialists|labour inspectors|interpreters|experts|civil servants|representatives|attorneys|counsel|counsellors|psychologists|doctor|physicians|clergy|priests|imams|monks|community leaders|leaders|volunteers|managers|consuls|embassy staff|civil servant|probation officers|airline staff|taxi drivers|headmasters|educators|caseworkers|lecturers|students of law|law students|employers|judicial officers|justices|court staff|welfare officers|child protection officers|health professionals|medical staff|midwives|labour officers|local leaders|religious leaders|chiefs|hotel staff|hoteliers|transport workers|bus drivers|truck drivers|consular staff|consular officials|public servants|government employees|councillors|mayors|aid workers|service providers|first responders|front-line workers|frontline workers|law enforcement officials|law-enforcement officials|counselors|guardians|hotline operators|reporters|editors|immigration officials|health-care workers|youth workers|police and prosecutors',
    unit: 'unit|units|task force*|squad|squads|specialized units|specialised units|desks|desk|bureaux|sections|teams',
    region: 'region|regions|province|provinces|district|districts',
    call: 'call|calls|telephone call*|telephone calls|enquiries by telephone|telephone enquiries',
    poster: 'poster|posters|billboards|placards|hoardings|banners',
    'media-report':
      'media report*|press report*|article in the press|newspaper article*|broadcasts|television programmes|radio programmes|press articles|publications in the media|reports in the press|reports on the subject|reports in newspapers|stories in the press|articles|news items|radio spots|television spots|television broadcasts|radio broadcasts|news stories|news reports|feature articles|press items|broadcasts on the subject',
    project: 'project|projects|campaigns',
    lecture: 'lecture|lectures|talks',
    language: 'language|languages|tongues',
    state: 'States|countries|Member States|nations|delegations|Governments',
    meeting: 'meeting|meetings|sessions|sittings|plenary meetings|plenary sessions',
    body: 'coordination bod*|coordinating bod*|bodies|mechanisms|commissions',
  },
  acts: {
    acquit:
      'acquit*|acquittal*|discharged|released without charge|cleared of|found not guilty|charges were dropped|charges dropped|case dismissed|cases dismissed|were dismissed|withdrawn for lack|withdrawn against',
    exploit:
      'exploited|trafficked|subjected to|forced into|forced to|made to work|coerced|compelled to|lured|in forced labour|suffered',
    investigate:
      'investigat*|inquir*|opened|initiated|under investigation|pre-trial investigation*|instituted|looked into|inquest|opened a file|under inquiry|follow* up|probe|probed|taken up|examined|pursued|launched|commenced|begun|under examination|inquiries were opened',
    record:
      'record*|register*|reported|report|received|filed|came to the knowledge|came to the attention|lodged|notified|logged|counted|noted|entered|known to|brought to the notice|brought to the attention|listed|documented|tallied|came to notice|made known|booked|docketed|submitted|on file|on record|communicated|complained|drawn up',
    uncover: 'uncover*|solved|cleared up|exposed|brought to light|came to light',
    arrest:
      'arrest*|into custody|taken in|detain*|detention|apprehend*|taken into custody|held|caught|seized|in custody|remand*|picked up|taken in custody|rounded up|nabbed|captured|under arrest|behind bars|police custody|in detention',
    prosecute:
      'prosecut*|indict*|charged|charges|brought before*|brought to trial|sent for trial|put on trial|committed for trial|stood trial|tried|referred to court|criminal proceedings|arraigned|before the court|before the courts|before a court|faced trial|on trial|accused|sent to court|criminal charges|proceedings were begun|committed to trial|went to court|prosecution*|indictments have been served|taken to court|haled before|brought to justice|sent up for trial|proceeded against|trial|court proceedings|appeared in court|appeared before|referred for prosecution|awaiting trial|awaits trial|await trial|facing trial|face trial|faced charges|facing charges|prosecutors brought|laid charges|in the dock',
    convict:
      'convict*|pleaded guilty|passed sentence|found guilty|sentenc*|guilty verdict*|found to be guilty|guilty|verdict*|jailed|imprisoned|condemned|convicting|sent to prison|went to prison|convicts|convicted persons|convicted traffickers|convicted offenders|prison terms|received sentences|custodial|serving sentences|terms of imprisonment|received prison|adjudged|handed down|pleading guilty|given prison',
    contact: 'formal contact|cautioned|cautioning',
    identify:
      'identif*|recogni*ed|granted the status|formal status|status of victim*|acknowledged as|classified as victims|confirmed as victims|accepted as victims|verified|determined to be|found to be victims|established as|deemed|certified|considered victims|regarded as victims|positively identified|registered as victims|ascertained|turned out to be|proved to be|classified as|referred to the national referral mechanism',
    detect:
      'detect*|intercept*|discovered|found|encountered|located|came across|came to light|spotted|uncovered|came upon|turned up|traced|stopped at',
    rescue:
      'rescu*|freed|liberated|removed from|released from|set free|saved|extricated|taken out of|brought out|releas*|escaped|recovered|removed|retrieved|pulled out|withdrawn from|led out',
    assist:
      'places of safety|placed|in safety|assist*|support*|shelter*|accommodat*|cared for|care|helped|help|received help|housed|admitted|benefited|protection|reintegrat*|aid|accepted into|stayed|hosted|lodging|took part in the assistance|looked after|taken in|given shelter|counsell*|treated|repatriat*|brought home|returned home|medical care|legal aid|food|lodged|served|clothed|benefit*|safe house*|stayed at|were received|met with help|reached by services|took in|given refuge|rehabilitat*|resettled|placed in|lived in|stayed in|passed through|cater*|flown home|sent home|went home|reunited|enrolled in|harboured|return to their|helped to return|reunification|for care|into care|psychological|treatment',
    dismantle:
      'dismantl*|broken up|broke up|disrupted|neutrali*|eliminated|disband*|smashed|broken|cracked|destroyed|wound up|rolled up|busted|taken apart|put out of action|put out of business|taken down|shut down|closed down|suppressed|wiped out|brought down|stamped out|dissolved|taken out',
    train:
      'train*|seminar*|course|courses|workshop|workshops|instruct*|attended|curriculum|learned|took part|study visits|lecture*|taught|learnt|lessons|schooled|briefed|briefing*|study tour|refresher|completed|graduated|followed|instruction|induction|sensitized|sensitised|lectured|capacity-building|capacity building|educated|in-service|tutored|passed through the',
    specialise:
      'cell|team has|unit has|section has|squad has|division has|cell has|work in|works in|employ*|headed by|serve|serves|staff of|establishment of|complement of|special*|dedicated|assigned|unit|units|staffed|serve in|serving in|division|set up|established|created|employs|strength|squad|consists of|composed of|comprises|manned by|team of|strong|desk|bureau|counts|complement|made up of|comprising|comprised of|numbers|numbering|attached to|full-time|seconded|posted to|manpower|works exclusively',
    inform:
      'seen by|watched|drew|informed|reached|distribut*|campaign|handed out|displayed|put up|printed|broadcast|published|leaflet*|awareness*|heard|listened|saw|viewed|visited|audience*|pasted|affixed|hung|circulated|warned|addressed|public meetings|explained|talks|distribution|information campaign|film|made aware|spoke to|spoken to|listened to|outreach|reach|shown|attended talks|sensitized|sensitised|addressed by|heard talks|read',
    call: 'hotline|helpline|telephone line|telephone service|toll-free line|line|telephone|phone|dialled|called|rang',
    'on-trafficking':
      'concerned trafficking|related to trafficking|relating to trafficking|about trafficking|suspicion* of trafficking|suspected trafficking|possible trafficking|concerning trafficking|concerned suspected trafficking|on trafficking|cases of trafficking|concerned possible|suspected cases|concerned|connection with suspected trafficking|connection with trafficking|had to do with trafficking|dealt with trafficking|touched on trafficking|regarding trafficking|pointed to trafficking|bore on trafficking|reported trafficking|had to do with|in connection with trafficking|was about trafficking|were about trafficking|referred to trafficking|dealt with suspected|raised suspicions|concerned human trafficking|suspected human trafficking|linked to trafficking|involved trafficking|related to human trafficking|touched upon trafficking|related to suspected',
    aware: 'awareness|sensiti*|campaign*|warn*',
    coordinate:
      'coordinat*|inter-agency|interministerial|interdepartmental|commission|committee|council|met|meets|meet|convenes|sits|gathers|gathered|task force|round table|steering|mechanism|working group|steering committee|holds',
    workshop:
      'workshop|seminar|represented|participants from|took part|attended|brought together|gathered|hosted|conference|regional|attendance|delegates',
    'help-in-regions': 'victim assistance worker*|assigned|victim support worker*',
    'teach-material':
      'bench book*|handbook*|guide for officers|training guide*|manuals|toolkit*|course book*|training material*|manual|handbook|training module*',
  },
  breakdowns: englishBreakdowns,
  inGeneral:
    'many countries|some countries|most countries|several countries|a number of countries|many States|some States|most States|several States|a number of States|most replies|many replies|some replies|respondent States|responding States|most respondents|Member States should|States should|Member States may wish|the majority of respondents',
  topics: englishTopics,
};
