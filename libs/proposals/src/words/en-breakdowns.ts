/** English words of dimensions: who was trained, of which sex and age, how they were exploited. */
import type { Words } from '../notation.js';

export const englishBreakdowns: Readonly<Record<string, Words>> = {
  'audience=potential-clients': 'potential clients|customers of prostitut*',
  'audience=law-enforcement':
    'law enforcement officers|law enforcement officials|law-enforcement officers|law-enforcement officials|law enforcement personnel',
  'audience=service-providers': 'service providers',
  'audience=trafficking-specialists': 'trafficking specialists|anti-trafficking specialists',
  'audience=school-psychologists': 'school psychologist*|school counsellor*',
  'audience=criminal-justice-officials': 'criminal justice officials|criminal justice practitioners',
  'audience=justice-officials': 'justice officials|court officials|judicial officers|judicial officials',
  'audience=magistrates': 'magistrate*',
  'audience=refugee-workers': 'refugee workers|asylum officers|asylum officials',
  'audience=public': 'members of the public|general public',
  'audience=ngos':
    'non-governmental organi*|NGOs|NGO staff|members of non-governmental organi*|representatives of non-governmental organi*|civil society representatives',
  'audience=investigators': 'investigator|investigators|detectives',
  'audience=domestic-workers': 'domestic workers|housemaids|maids',
  'audience=probation-officers': 'probation officer*',
  'sex=female': 'woman|women|female|females|girl|girls|teenage girls',
  'sex=male': 'man|men|male|males|boy|boys',
  'age=child':
    'child|children|minor|minors|girl|girls|boy|boys|under 18|under the age of 18|below the age of 18|teenager*|juvenile*|infant*|adolescent*',
  'age=adult': 'adult|adults',
  'audience=police':
    'police officer*|policemen|police|gardaí|members of the Garda|constables|members of the police',
  'audience=prosecutors': 'prosecutor|prosecutors',
  'audience=judges': 'judge|judges',
  'audience=border-guards': 'border guard*|border police|border officers|border personnel',
  'audience=teachers': 'teacher|teachers|headmasters|educators|schoolteachers',
  'audience=social-workers': 'social worker*',
  'audience=immigration-officials':
    'immigration officer*|immigration official*|immigration staff|immigration personnel|immigration service',
  'audience=consular-officials':
    'diplomat*|consular officer*|consular official*|consular staff|embassy staff|consuls',
  'audience=schoolchildren': 'pupil*|schoolchildren|students|school children',
  'audience=government-officials': 'civil servant*|government official*',
  'audience=health-workers':
    'nurse*|health worker*|doctors|health professionals|medical staff|midwives|physicians|health-care workers|health personnel',
  'audience=military': 'soldiers|military personnel|peacekeepers|armed forces|troops',
  'audience=employment-and-welfare-officials':
    'labour officer*|labour inspector*|labour officers|employment officers|welfare officers',
  'audience=young-people': 'young people|youth',
  'form-of-exploitation=sexual-exploitation':
    'sexual exploitation|sexually exploited|prostitution|sex trade|commercial sex|sexual purposes',
  'form-of-exploitation=forced-labour':
    'forced labour|forced labor|labour exploitation|servitude|slavery|domestic servitude|bonded labour|forced work|exploitation of labour|exploitation of their labour|domestic service|labour',
  'form-of-exploitation=other-forms':
    'begging|forced marriage|removal of organs|forced criminality|other forms of exploitation|other purposes',
};
