/** French words of dimensions: who was trained, of which sex and age, how they were exploited. */
import type { Words } from '../notation.js';

export const frenchBreakdowns: Readonly<Record<string, Words>> = {
  'audience=potential-clients': 'clients éventuels|clients potentiels',
  'audience=service-providers': 'prestataires de services',
  'audience=school-psychologists': 'psychologues scolaires',
  'audience=justice-officials': 'auxiliaires de justice|personnel judiciaire|acteurs judiciaires|greffiers',
  'audience=refugee-workers': 'agents chargés des réfugiés|officiers de protection',
  'audience=ngos': "organisations non gouvernementales|membres d'ONG|ONG",
  'audience=probation-officers': 'agents de probation',
  'audience=investigators': 'enquêteur*|officiers de police judiciaire',
  'audience=law-enforcement':
    "forces de l'ordre|agents des forces de l'ordre|agents d'application de la loi|services de répression|forces de sécurité|agents des services de répression",
  'sex=female':
    'femme|femmes|fille|filles|fillettes|de sexe féminin|adolescentes|féminin|fillette|jeunes filles|adolescente|femmes adultes',
  'sex=male': 'homme|hommes|garçon|garçons|de sexe masculin|masculin|hommes adultes',
  'age=child':
    'enfant|enfants|mineur|mineurs|mineure|mineures|fille|filles|garçon|garçons|fillettes|moins de 18 ans|jeunes filles|adolescent*|âgés de moins de 18 ans|âge inférieur à 18 ans',
  'age=adult': 'adulte|adultes|majeurs|majeures',
  'audience=police': 'policier*|officiers de police|agents de police|gendarmes|fonctionnaires de police',
  'audience=prosecutors': 'procureur*',
  'audience=judges': 'juge|juges',
  'audience=magistrates': 'magistrat*',
  'audience=border-guards':
    'gardes-frontière|gardes-frontières|garde-frontières|agents des frontières|police des frontières|police aux frontières',
  'audience=teachers': 'enseignant*|instituteur*|professeurs|maîtres|instituteurs',
  'audience=social-workers':
    'travailleurs sociaux|assistants sociaux|assistantes sociales|agents sociaux|travailleuses sociales|intervenants sociaux',
  'audience=immigration-officials':
    "agents de l'immigration|agents d'immigration|fonctionnaires de l'immigration|services de l'immigration",
  'audience=consular-officials':
    'diplomate*|agents consulaires|agents diplomatiques|consuls|personnel diplomatique|fonctionnaires consulaires',
  'audience=schoolchildren': 'élève*|écolier*|lycéen*',
  'audience=government-officials': "fonctionnaires|agents de l'État|agents publics",
  'audience=health-workers':
    'infirmier*|personnel de santé|médecins|agents de santé|professionnels de la santé|personnels de santé|infirmières|sages-femmes|médecin*',
  'audience=military': 'militaires|soldats|soldats de la paix|casques bleus',
  'audience=employment-and-welfare-officials':
    'inspecteurs du travail|contrôleurs du travail|inspecteurs et contrôleurs',
  'audience=young-people': 'jeunes',
  'form-of-exploitation=sexual-exploitation':
    'exploitation sexuelle|exploitées sexuellement|prostitution|proxénétisme|fins sexuelles|prostituti*|sexuellement',
  'form-of-exploitation=forced-labour':
    'travail forcé|exploitation par le travail|servitude|servitude domestique|esclavage|exploitation du travail|travaux forcés|travail domestique|exploitation économique|travail dans les champs|travail domestique forcé|esclavage domestique',
  'form-of-exploitation=other-forms':
    "mendicité|mariage forcé|prélèvement d'organes|autres formes d'exploitation",
};
