/** Words of French. */
import type { Language } from '../language.js';

export const french: Language = {
  code: 'fr',
  numbers: {
    ...{ cent: 100, cents: 100, mille: 1000, 'quatre-vingt': 80, 'quatre-vingts': 80, 'soixante-dix': 70 },
    ...{ 'quatre-vingt-dix': 90, 'vingt-deux': 22, 'vingt-trois': 23, 'vingt-quatre': 24, 'vingt-cinq': 25 },
    ...{ 'vingt-six': 26, 'vingt-sept': 27, 'vingt-huit': 28, 'vingt-neuf': 29, 'trente-deux': 32 },
    ...{ 'trente-trois': 33, 'trente-quatre': 34, 'trente-cinq': 35, 'trente-six': 36, 'trente-sept': 37 },
    ...{
      'trente-huit': 38,
      'trente-neuf': 39,
      'quarante-deux': 42,
      'quarante-cinq': 45,
      'quarante-huit': 48,
    },
  },
  joins: 'et',
  qualifiers: [
    { qualifier: 'fewer-than', before: "moins de|moins d'|inférieur à|inférieure à" },
    {
      qualifier: 'at-least',
      before: "au moins|plus de|plus d'|au minimum|pas moins de|supérieur à|un minimum de",
      after: 'au moins|ou plus',
    },
    {
      qualifier: 'approximately',
      before:
        'environ|près de|quelque|quelques|à peu près|aux alentours de|une estimation de|approximativement',
      after: 'environ',
    },
  ],
  otherBefore:
    'sur les|article|articles|art|loi|no|n°|nº|numéro|numéros|décret|décret-loi|ordonnance|résolution|paragraphe|paragraphes|par|page|annexe|chapitre|titre|âgé de|âgée de|âgés de|âgées de|âgés de moins de|âgées de moins de|âgé de moins de|moins de|téléphone|tél|convention|dahir|le|au|du|objectif|phase|protocole|arrêté|alinéa|alinéas',
  otherAfter:
    'pour cent|pour 100|%|an|ans|année|années|mois|jour|jours|heure|heures|semaine|semaines|euro|euros|dollar*|million|millions|milliard*|francs|dinars|dirhams|FCFA|km|kilom*|fois|du Code|du code|bis|ter|ème|er|e|et 5 du',
  instruments:
    'loi|lois|décret|convention|protocole|code|ordonnance|résolution|accord|mémorandum|traité|directive|plan|stratégie|constitution|dahir|arrêté',
  rounded: {
    dizaine: 10,
    quinzaine: 15,
    vingtaine: 20,
    trentaine: 30,
    quarantaine: 40,
    cinquantaine: 50,
    soixantaine: 60,
    centaine: 100,
  },
  none: 'aucun|aucune|nul|nulle|pas une seule|pas un seul',
  nobody: "personne n'a|nul n'a",
  missing: {
    'not-available':
      'pas disponibles|ne sont pas disponibles|pas encore disponibles|aucune statistique|aucune donnée|ne dispose pas de|ne sont pas ventilées|ne sont pas recueillies|non disponible*',
    'none-known': "n'a connaissance d'aucun|n'a connaissance d'aucune|pas connaissance",
    withheld: 'confidentiel*|ne peuvent être communiqué*|secret',
  },
  perYear: "fois par an|fois l'an",
  classifiers: {},
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  periods: {
    of: "de|de l'année",
    between: 'entre|entre les années',
    and: 'et',
    from: "de|du|pendant|durant|au cours de|dans|en|d'",
    to: "à|au|jusqu'en|jusqu'à|jusqu'au|à fin",
    since: "depuis|depuis l'année|à partir de|dès|depuis la fin de|depuis le début de",
    upTo: "jusqu'en|jusqu'à|jusqu'au|jusqu'à fin|à la fin de|fin|à la fin du mois de|jusqu'à la fin de|jusqu'à la fin du mois de|avant",
    same: 'la même année|cette année-là|cette même année|même période|de la même année|ladite année',
    next: "l'année suivante|année suivante|un an plus tard|l'année d'après",
    previous: "l'année précédente|année précédente|un an plus tôt|un an auparavant|l'année d'avant",
    parts: [
      [
        "premier semestre|premier semestre de|premier semestre de l'année|première moitié de|première moitié de l'année|six premiers mois de|six premiers mois de l'année",
        1,
        6,
      ],
      [
        'second semestre|deuxième semestre|second semestre de|deuxième semestre de|seconde moitié de|six derniers mois de',
        7,
        12,
      ],
      ["neuf premiers mois de|neuf premiers mois de l'année|trois premiers trimestres de", 1, 9],
      ['premier trimestre|premier trimestre de|trois premiers mois de', 1, 3],
      ['dix premiers mois de', 1, 10],
      ['onze premiers mois de', 1, 11],
      ['deuxième trimestre|deuxième trimestre de', 4, 6],
      ['troisième trimestre|troisième trimestre de', 7, 9],
      ['quatrième trimestre|dernier trimestre|quatrième trimestre de', 10, 12],
    ],
  },
  partOf: 'dont|parmi lesquelles|parmi lesquels|parmi elles|parmi eux|parmi celles-ci|parmi ces',
  origin: 'nationalité|ressortissant*|originaires|venaient|provenaient|originaire',
  nouns: {
    case: 'affaire|affaires|cas|dossier|dossiers|plainte|plaintes|procédure|procédures|signalement|signalements',
    investigation: 'enquête|enquêtes|information judiciaire|informations judiciaires',
    offence: 'infraction|infractions|crimes|délits|crime|délit',
    person:
      'passeur|passeurs|recruteurs|individus|personne|personnes|individu|individus|prévenu|prévenus|accusé|accusés|ressortissant*|participant*|étrangers|habitants|élèves|étudiants|travailleurs|migrants|jeunes|citoyens',
    suspect: 'suspect|suspects|mis en cause|trafiquants présumés|auteurs présumés',
    offender: 'auteur|auteurs|trafiquant|trafiquants|délinquants',
    arrest: 'arrestation|arrestations|interpellations|interpellation',
    prosecution: 'poursuite|poursuites|poursuites pénales|mises en examen|inculpations|renvois',
    conviction: 'condamnation|condamnations|jugement|jugements',
    victim: 'victime|victimes',
    child:
      'enfant|enfants|mineur|mineurs|mineure|mineures|fille|filles|garçon|garçons|fillettes|adolescentes',
    woman: 'femme|femmes',
    man: 'homme|hommes',
    adult: 'adulte|adultes|majeurs|majeures',
    group:
      'groupe criminel*|groupes criminels|réseau|réseaux|groupe|groupes|organisation criminelle|organisations criminelles|filière|filières|bande|bandes',
    officer:
      'agent|agents|policier|policiers|gendarme|gendarmes|enquêteur|enquêteurs|officier|officiers|fonctionnaires de police|douaniers|gardes-frontière|inspecteurs',
    professional:
      'procureur|procureurs|juge|juges|magistrat|magistrats|enseignant*|travailleurs sociaux|fonctionnaires|diplomates|avocat*|médecins|assistants sociaux|assistantes sociales|formateurs|professionnels|praticiens|journalistes|agents consulaires|inspecteurs du travail|éducateurs|cadres|chefs de village|leaders',
    unit: 'unité|unités|brigade|brigades|cellule|cellules|groupe spécialisé|unités spécialisées',
    region: 'région|régions|province|provinces|département|départements',
    call: 'appel|appels|appel téléphonique|appels téléphoniques',
    poster: 'affiche|affiches',
    'media-report': 'émission|émissions|reportage|reportages|articles de presse',
    project: 'projet|projets|campagnes',
    lecture: 'conférence|conférences|exposés|causeries',
    language: 'langue|langues',
    state: 'États|pays',
    meeting: 'réunion|réunions|séances|sessions',
    body: 'organe|organes|organes de coordination|mécanismes|commissions|comités',
  },
  acts: {
    investigate:
      'enquêt*|ouvert|ouverte|ouverts|ouvertes|ouvert*|instruction|diligent*|investigat*|engagé|engagées',
    record:
      'enregistr*|signal*|recens*|portée* à la connaissance|consign*|constat*|dépos*|reçu|reçues|comptabilis*|déclar*|relev*',
    uncover: 'mis au jour|mise au jour|mises au jour|élucid*|découvert*|révél*|dévoil*',
    arrest:
      'arrêt*|interpell*|arrestation*|placé* en garde à vue|gardes à vue|appréhend*|mis en détention|détenus|incarcér*',
    prosecute:
      'poursui*|inculp*|mis en examen|mises en examen|traduit* en justice|traduites en justice|déféré*|renvoy*|jugé|jugés|jugées|comparu|mise en accusation|action publique|citée* devant',
    convict:
      'condamn*|jugées coupables|jugés coupables|jugé* coupable*|reconnu* coupable|reconnus coupables|reconnues coupables|déclaré* coupable|déclarées coupables|peines',
    contact: 'contact formel|avertissement',
    identify:
      'identifi*|reconnu* comme victime|reconnues comme|reconnus comme|statut de victime|qualité de victime',
    detect: 'détect*|intercept*|repér*|décel*|trouvé*|rencontr*',
    rescue: 'secour*|libér*|sauv*|soustrait*|délivr*|arraché*',
    assist:
      'aid*|assist*|pris en charge|prise en charge|prises en charge|accueilli*|hébergé*|hébergement|soutien|soutenu*|bénéfici*|accompagn*|protection|réinsertion|prêté|soins|foyer|refuge|reçu un|logé*',
    dismantle: "démantel*|neutralis*|dissous|mis hors d'état",
    train: 'form*|séminaire*|stage|stages|cours|atelier*|suivi|sessions|participé|module*|perfectionn*',
    specialise:
      'spécialis*|affect*|effectif*|compos*|brigade|unité|cellule|créée|créé|mis en place|mise en place|compte|détaché*|office central',
    inform: 'sensibilis*|informé*|distribu*|touch*|diffus*|imprim*|appos*|publié*|campagne|placard*|affich*',
    call: "ligne téléphonique|numéro vert|ligne d'assistance|ligne d'écoute|permanence téléphonique|ligne gratuite|ligne",
    'on-trafficking':
      'concern* la traite|ayant trait à la traite|relatif* à la traite|portaient sur|concernaient|liés à la traite|soupçons de traite|cas présumés de traite|cas de traite',
    aware: 'sensibilis*',
    coordinate: 'coordin*|interministériel*|comité|commission|réuni*',
    workshop: 'atelier|séminaire|représenté*|réuni*',
    'help-in-regions': "agents d'aide aux victimes|affectés",
    'teach-material': 'supports de formation|manuel|manuels',
  },
  breakdowns: {
    'sex=female': 'femme|femmes|fille|filles|fillettes|de sexe féminin|adolescentes',
    'sex=male': 'homme|hommes|garçon|garçons|de sexe masculin',
    'age=child':
      'enfant|enfants|mineur|mineurs|mineure|mineures|fille|filles|garçon|garçons|fillettes|moins de 18 ans',
    'age=adult': 'adulte|adultes|majeurs|majeures',
    'audience=police': 'policier*|officiers de police|agents de police|gendarmes|fonctionnaires de police',
    'audience=prosecutors': 'procureur*',
    'audience=judges': 'juge|juges',
    'audience=magistrates': 'magistrat*',
    'audience=border-guards': 'gardes-frontière|gardes-frontières',
    'audience=teachers': 'enseignant*|instituteur*',
    'audience=social-workers': 'travailleurs sociaux|assistants sociaux|assistantes sociales',
    'audience=immigration-officials': "agents de l'immigration",
    'audience=consular-officials': 'diplomate*|agents consulaires',
    'audience=schoolchildren': 'élève*|écolier*|lycéen*',
    'audience=government-officials': 'fonctionnaires',
    'audience=health-workers': 'infirmier*|personnel de santé|médecins|agents de santé',
    'audience=military': 'militaires|soldats',
    'audience=employment-and-welfare-officials': 'inspecteurs du travail',
    'audience=young-people': 'jeunes',
    'form-of-exploitation=sexual-exploitation':
      'exploitation sexuelle|exploitées sexuellement|prostitution|proxénétisme',
    'form-of-exploitation=forced-labour':
      'travail forcé|exploitation par le travail|servitude|servitude domestique|esclavage|exploitation du travail',
    'form-of-exploitation=other-forms':
      "mendicité|mariage forcé|prélèvement d'organes|autres formes d'exploitation",
  },
};
