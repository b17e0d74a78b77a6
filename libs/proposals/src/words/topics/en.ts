/** English terms of topics. */
import type { TopicTerms } from '../../notation.js';

export const englishTopics: TopicTerms = {
  'protocol-ratified':
    'ratif*|acceded|accession|became a party|party to|joined & Protocol & -not yet|not ratified|not been ratified|being prepared|Optional Protocol|under way|Bill|to allow|papers for|intended to|signed the Protocol, and',
  'ratification-under-way':
    'ratif*|accession|accede|acceding & being prepared|under way|in progress|Bill|procedure*|process|papers|under consideration|being examined|preparing|before Parliament|steps',
  'legislation-incomplete': [
    'law|legislation|act|provisions & not yet been|not yet adopted|has not been adopted|incomplete|as yet no|lacks|no specific|remains to be|absence of|no separate|not finished|does not yet',
  ],
  'domestic-law-without-ratification':
    'not ratified|not yet ratified|has signed|not a party|not yet a party & offence*|punish*|Code|criminal|penal',
  'legislation-reported': [
    'Act|law|ordinance|legislation|decree & enacted|passed|adopted|prohibit*|entered into force|came into force|came into effect|criminali*|outlaw*|created|defines|makes|deals with|in force & -Bill|draft|amend*',
    'trafficking & offence|offences|crime & Code|Act|law|section|article & -Bill|draft|amend*',
  ],
  'legislation-amended':
    'amend*|inserted|brought into line|revised|supplemented|reformed|new section|widened & act|law|code|penal|criminal|provisions & -Bill|draft',
  'legislation-drafted':
    'Bill|draft law|draft act|draft legislation|being drafted|is drafting|comprehensive law|drafting & trafficking|law|legislation|Cabinet|Parliament|offence|before|prepared|Counter-Trafficking',
  'use-of-services-criminalised':
    'services & victim*|trafficked|prostitution & knowing*|use of|takes advantage|solicit',
  'penalties-reported':
    'years|life|months & penalt*|imprisonment|liable|punish*|carries|maximum|prison & -residence|were sentenced|was sentenced|course*|aged|permit|per cent',
  'related-offences': 'other offences|usually|often|together with & prosecut*|charged & trafficking|offences',
  'money-laundering-predicate':
    'predicate|money-laundering|money laundering|laundering of money|proceeds of crime',
  'crc-optional-protocol': 'Optional Protocol & child*|Rights of the Child|sale',
  'data-registry':
    'database|register of|data bank|registry|information system|data base|records system & trafficking|crime*|cases|data|offences',
  'document-security':
    'passport*|identity card*|travel document* & machine|forg*|security|hologram|fingerprint*|secure* & -chip*|biometric*',
  'document-security:biometric-passports': 'passport*|document* & biometric*',
  'document-security:passport-chips': 'passport*|document* & chip*',
  'document-security:border-checks':
    'passport*|document* & border*|airport*|checkpoint* & check*|examin*|inspect*|scrutin*|verif*',
  'international-investigation:joint-investigation':
    'joint investigation*|investigated jointly|joint team*|joint operation*|joint investigative|investigations together with|together with the police of|investigated together',
  'international-investigation:information-exchange':
    'exchang*|shar* & information|intelligence|data & police|neighbouring|countries|States|counterparts|Interpol|Europol',
  'international-investigation:mutual-legal-assistance':
    'mutual legal assistance|mutual assistance|rogatory|judicial assistance|legal assistance in criminal matters|requests for legal assistance',
  'international-investigation:fugitive-handover': 'extradit*|arrest warrant|handed over|surrendered',
  'specialised-police-unit': [
    'unit|desk|division|squad|section|branch|bureau|task force & police|criminal investigation|garda|crime & trafficking|vice|special|specialised|specialized|anti-trafficking',
    'Anti-Trafficking Unit|Anti-Human Trafficking Unit|Human Trafficking Unit|Trafficking in Persons Unit|anti-trafficking police',
  ],
  'agency-cooperation':
    'police & prosecut*|courts|judiciary|judges & cooperat*|work* together|jointly|works with|joint',
  'expertise-centre': 'centre of expertise|expertise centre|expert centre',
  'tip-offs-encouraged':
    'public|citizens|anyone & encourag*|urged|invited|called upon|asked & report|information|inform|tell',
  'awareness-demand': 'demand|clients|customers|sex tourists|buyers & reduc*|discourag*|deter*|campaign|curb',
  'awareness-schools':
    'school|schools|curriculum|curricula|pupils|textbook*|syllabus & talks|taught|lesson*|teaching|subject|introduced|dangers|trafficking|part of|risks & -training was given|trained',
  'awareness-job-seekers':
    'job-seekers|job seekers|employment abroad|migrant workers|work abroad|domestic worker*|leave for|jobs abroad|offers of work|offers of employment & warn*|inform*|explain*|notice*|orientation|briefing|course',
  'awareness-campaign': 'campaign|campaigns',
  'awareness-media':
    'radio|television|film|films|press|newspaper*|cinema|advertisement*|spots|broadcast* & programme*|warn*|describe*|show*|message*|trafficking|running|series|spots|broadcast*',
  'awareness-materials': 'leaflet*|poster*|brochure*|booklet*|pamphlet*|flyer*|comic*',
  'awareness-talks':
    'talks|lectures|discussions|village meetings|public meetings|sessions & held|given|village*|school*|communit*|organi*|public',
  'awareness-talks:at-prayers':
    'prayer*|mosque*|church*|imam*|priest*|temple*|monk*|sermon*|pagoda*|worship & trafficking|danger*|spoke|speak|address*|warn*|preach*',
  hotline:
    'hotline|hot line|helpline|help line|telephone line|toll-free|support line|free line|free telephone|crisis line',
  'information-website': 'website|web site|internet|web page|portal',
  'crime-reporting-line': 'line|number & report* & crime|crimes|anonymous*',
  'licensed-agencies-published': 'licen* & agent*|agenc* & list|publish*|printed|posted',
  'childrens-ombudsperson': "ombuds*|Children's Advocate|Commissioner for Children & child*",
  'coordinated-support': 'one place|under one roof|one-stop|single place|one and the same place',
  'needs-assessment': 'needs & assess*|evaluat*|examin*|individual*',
  'victim-protection-drafted':
    'draft*|Bill|being prepared & protection of victims|victim protection|support of victims',
  shelters:
    'shelter|shelters|safe house*|refuge|refuges|crisis centre*|counselling centre*|home for victims|homes for victims',
  'shelter-regulation': 'shelter* & rules|standards|regulations|regulated',
  'assistance-type:accommodation': 'accommodation|housing|lodging*|a bed|place to stay|housed|roof',
  'assistance-type:food': 'food|meals|nutrition|board and lodging',
  'assistance-type:legal-services':
    'lawyer*|legal aid|legal advice|legal assistance|legal counsel|legal services|advocate* & -persons|mutual',
  'assistance-type:transport': 'fare|fares|transport|escorted|travel expenses|ticket*',
  'assistance-type:rights-information': 'their rights|of rights & inform*|told|explain*|advis*',
  'other-assistance':
    'medical care|medical treatment|psychological|counselling|therapy|health care|psychosocial|medical & -training|course',
  'vocational-training':
    'vocational|learn a trade|trades|job skills|sewing|tailoring|carpentry|hairdress*|handicraft*|skills training|apprentice*',
  'temporary-visas': 'temporary visa*',
  'residence-permit':
    'residence permit*|residence permission|permit to stay|leave to remain|permission to remain|right to stay|residency permit*|permit of residence',
  'recovery-period': 'reflect*|recover|recovery & days|months|period|weeks',
  'victims-informed': 'language* & understand*|own language*|interpret* & proceedings|inform*|case|told',
  repatriation:
    'repatriat*|return home|returned home|voluntary return|taken back to|return to their|returned to their|come home|brought home|safe return|escorted to the border',
  'repatriation-manual': 'manual|handbook|guidelines|standard operating procedures & return|repatriation',
  'consular-assistance':
    'embass*|consulate*|missions abroad|our missions|diplomatic missions|consular & help*|assist*|nationals|papers|issue*|support*|safe house*|come home|return',
  'witness-protection': 'witness* & protect*|identity|anonym*|relocat*|screen',
  'reception-centre':
    'reception centre*|transit centre*|centres of the Reception|received in a centre|centre & met|received|receives|until',
  'support-programme': 'national programme & support|victims',
  'victim-profile':
    'most of them|most victims|majority|mainly|two thirds|predominant*|almost all|chiefly|typical victim',
  'regional-workshop':
    'regional|subregional|States of|countries of|neighbouring States & workshop|seminar|conference|brought together',
  'training-provided':
    'trained|training|course|courses|seminar*|workshop*|module|instructed|study visit* & police*|officer*|judge*|prosecutor*|magistrate*|teacher*|social worker*|official*|staff|lawyer*|guard*|personnel|people|investigator*|persons|members & -vocational|regional',
  'training-materials':
    'manual|manuals|handbook*|training material*|training kit|training module*|textbook for & train*|written|wrote|published|drafted|used|printed|prepared|developed|officers & -return|repatriation',
  'international-training':
    'seminar*|training|course*|workshop* & abroad|International Organization for Migration|IOM|UNODC|neighbouring|foreign|other countries & -regional',
  'national-seminar': 'national seminar|national conference|national workshop|national symposium',
  'coordination-mechanism':
    'national task force|coordination mechanism|coordinating mechanism|national coordinator|division of responsibilit*|division of tasks|questions of competence|national mechanism',
  'national-action-plan': 'plan of action|action plan|national plan & -sexual abuse',
  'child-protection-plan':
    'plan & sexual abuse|abuse of children|child protection|sexual exploitation of children',
  'national-strategy': 'national strategy|strategy against',
  'national-programme': 'national programme|State programme',
  'national-commission':
    'national commission|national committee|national council|interministerial committee|inter-ministerial committee|inter-agency committee|interdepartmental committee|council against trafficking|commission against trafficking|committee against trafficking',
  'national-rapporteur': 'rapporteur',
  'interagency-coordination':
    'ministries|departments|government bodies|agencies & members|coordinat*|composed|drawn from|represented|together|brings together|consists of',
  'working-group': 'working group|working groups',
  'coordination-meetings':
    'meets|meet|meetings|met|convenes|sits|round table & times a year|once a month|monthly|quarterly|regularly|every month|twice|every quarter|times a',
  'referral-mechanism': 'referral mechanism|referral system|national referral|refers victims',
  'ngo-cooperation':
    'non-governmental|NGOs|civil society|religious orders|voluntary organi*|church* & cooperat*|agreement*|works with|work with|partnership|together with|concluded|memorand*|contract*',
  'funding-needed':
    'funds|funding|financial|resources|support from|means|money|sum & need*|lack*|insufficient|require*|grateful|cannot|not sufficient|additional|without|limited|has no',
  'working-group:interdepartmental':
    'interdepartmental working group*|interministerial working group*|inter-agency working group*',
  'working-group:interdisciplinary': 'interdisciplinary working group*|multidisciplinary working group*',
  'working-group:national': 'national working group*',
  'working-group:trafficking': 'small group|team & set up|formed & combat trafficking|handle trafficking',
  'interagency-coordination:law-enforcement':
    'coordinat* & law enforcement agencies|law enforcement authorities|law-enforcement agencies',
  'interagency-coordination:ministries':
    'coordinat* & work of the ministries|between ministries|among ministries',
  'national-commission:trafficking': 'national commission*|national committee* & two & combat trafficking',
  'national-commission:child-trafficking':
    'commission|committee & child trafficking|trafficking in children & dedicated|deals|exclusively',
  'multi-agency-approach': 'multi-agency|multisectoral|multidisciplinary & approach|response|cooperation',
  'technical-assistance-mandate':
    'resolution & requests|requested|mandate & UNODC|Office on Drugs and Crime|Secretariat',
  'interagency-meeting': 'inter-agency|interagency & coordination meeting|meeting of the inter-agency',
  'interagency-group':
    'inter-agency cooperation group|inter-agency coordination group|interagency group|ICAT',
  'meeting-hosted': 'hosted|convened & meeting & international organizations|inter-agency',
  'funding-contributed':
    'contributed|contribution|donated & trust fund|United Nations|UNODC|Office on Drugs and Crime',
  'media-covenant':
    'covenant|code|agreement & newspaper*|publishers|press|media & advertisement*|sex advertisement*',
  'victim-assistance-workers': 'victim assistance worker*|victim support worker*|victim assistance officer*',
  'awareness-targeted': 'aimed at|targeted at|directed at & awareness & agencies|officials|organizations',
  'data-limitation': 'statistics|data|figures & difficult*|incomplete|not include|impossible|do not cover',
  'enforcement-reported':
    'border checks|inspections|raids|illegal immigration & stepped up|intensified|strengthened|tightened',
  'release-notified': 'release|released & notif*|informed|told & victim*',
  'interagency-participant:ilo':
    'International Labour Organization|ILO & inter-agency group|interagency group|inter-agency cooperation|Cooperation Group',
  'interagency-participant:iom':
    'International Organization for Migration|IOM & inter-agency group|interagency group|inter-agency cooperation|Cooperation Group',
  'interagency-participant:unicef':
    'UNICEF & inter-agency group|interagency group|inter-agency cooperation|Cooperation Group',
  'interagency-participant:unifem':
    'UNIFEM & inter-agency group|interagency group|inter-agency cooperation|Cooperation Group',
  'interagency-participant:daw':
    'Division for the Advancement of Women & inter-agency group|interagency group|inter-agency cooperation|Cooperation Group',
  'interagency-participant:unhcr':
    'UNHCR|High Commissioner for Refugees & inter-agency group|interagency group|inter-agency cooperation|Cooperation Group',
  'interagency-participant:unfpa':
    'UNFPA|Population Fund & inter-agency group|interagency group|inter-agency cooperation|Cooperation Group',
  'interagency-participant:ohchr':
    'OHCHR|High Commissioner for Human Rights & inter-agency group|interagency group|inter-agency cooperation|Cooperation Group',
  'interagency-participant:unfip':
    'Fund for International Partnerships & inter-agency group|interagency group|inter-agency cooperation|Cooperation Group',
  'interagency-participant:srsg-caac':
    'children and armed conflict & inter-agency group|interagency group|inter-agency cooperation|Cooperation Group',
  'interagency-participant:interpol':
    'Interpol|INTERPOL & inter-agency group|interagency group|inter-agency cooperation|Cooperation Group',
  'interagency-participant:world-bank':
    'World Bank & inter-agency group|interagency group|inter-agency cooperation|Cooperation Group',
  'interagency-participant:instraw':
    'INSTRAW & inter-agency group|interagency group|inter-agency cooperation|Cooperation Group',
  'interagency-participant:unodc':
    'UNODC|Office on Drugs and Crime & inter-agency group|interagency group|inter-agency cooperation|Cooperation Group',
  'overview-legislation': 'law|legislation|Protocol|penalt*|offence*',
  'overview-enforcement': 'police|investigat*|enforcement|prosecut*',
  'overview-training': 'training|seminars|courses',
  'overview-prevention': 'awareness|prevention|media|campaigns',
  'overview-victims': 'victims & protect*|assist*|support|visas|repatriation|shelter*',
  'overview-coordination': 'coordinat* & mechanism*|bodies|response',
  'overview-cooperation': 'international cooperation|neighbouring|bilateral|regional & cooperat*',
};
