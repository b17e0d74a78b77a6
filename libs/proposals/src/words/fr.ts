/** Words of French. */
import type { Language } from '../language.js';
import { frenchTopics } from './topics/fr.js';

export const french: Language = {
  code: 'fr',
  numbers: {},
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
    'pour cent|pour 100|%|an|ans|année|années|mois|jour|jours|heure|heures|semaine|semaines|euro|euros|dollar*|million|millions|milliard*|francs|dinars|dirhams|FCFA|km|kilom*|du Code|du code|bis|ter|ème|er|e|et 5 du|lits|places|pages|exemplaires|tiers|quarts|de plus que|de moins que|chambres|véhicules|minutes|salaires',
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
  article: 'un|une',
  none: 'aucun|aucune|nul|nulle|pas une seule|pas un seul',
  nobody: "personne n'a|nul n'a",
  missing: {
    'not-available':
      "pas disponibles|ne sont pas disponibles|pas encore disponibles|aucune statistique|aucune donnée|ne dispose pas de|ne sont pas ventilées|ne sont pas recueillies|non disponible*|n'est pas connu|ne sont pas connus|ne sont pas connues|n'est pas tenu|n'est pas disponible|n'ont pas encore transmis|ne disposent pas|ignore|on ignore|pas encore connu|pas encore connus|pas encore été établi*|pas encore été compilé*|non disponible|non disponibles|n'est pas ventilé*|ne sont pas ventilé*|ne peut être communiqué|ne peuvent être communiqué*|fait défaut|font défaut|n'a pas été établi|inconnu|n'existe pas de statistiques|il n'existe pas de données|n'est tenu",
    'none-known':
      "n'a connaissance d'aucun|n'a connaissance d'aucune|pas connaissance|aucun cas connu|n'a pas eu connaissance|aucune connaissance|n'ont pas connaissance",
    withheld: 'confidentiel*|ne peuvent être communiqué*|secret',
  },
  perYear: "fois par an|fois l'an|fois l’an|fois chaque année|fois par année|réunions par an|séances par an",
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
  partOf:
    "dont|parmi lesquelles|parmi lesquels|parmi elles|parmi eux|parmi celles-ci|parmi ces|d'entre eux|d'entre elles|de ces derniers|de ces dernières|parmi ces dernières|parmi ces derniers|au nombre desquels|au nombre desquelles|y compris|de ceux-ci|de celles-ci|sur ce total|de ce nombre|soit",
  origin:
    "nationalité|ressortissant*|originaires|venaient|provenaient|originaire|ressortissants|natifs|d'origine|citoyens|venant de|nationaux",
  subject:
    "traite des personnes|traite des êtres humains|traite de personnes|traite d'êtres humains|traite des femmes|traite des enfants|traite d'enfants|traite des femmes et des enfants|traite de femmes|trafic d'enfants|trafic de personnes|trafic de migrants|droits de l'enfant|vente d'enfants|exploitation des enfants|protection de l'enfant|protection des enfants|protection des mineurs|protection de l'enfance|protection des mineures|protection judiciaire|protection civile",
  nouns: {
    time: 'fois',
    case: 'affaire|affaires|cas|dossier|dossiers|plainte|plaintes|procédure|procédures|signalement|signalements|procès-verbaux|faits de traite|cas de traite',
    investigation:
      'enquête|enquêtes|information judiciaire|informations judiciaires|investigations|informations',
    offence: 'infraction|infractions|crimes|délits|crime|délit',
    person:
      'passeur|passeurs|recruteurs|individus|personne|personnes|individu|individus|prévenu|prévenus|accusé|accusés|ressortissant*|participant*|étrangers|habitants|élèves|étudiants|travailleurs|migrants|jeunes|citoyens|gens|hommes et femmes|villageois|planteurs|parents|spectateurs|auditeurs|usagers|voyageurs|touristes|employeurs|proxénètes|rabatteurs|recruteur|complices|intermédiaires|détenus|condamnés|inculpés|interpellés|coupables|malfaiteurs|nationaux|paysans|agriculteurs|écoliers|lycéens|ménages|familles|citoyennes|stagiaires|bénéficiaires|population',
    suspect:
      'suspect|suspects|mis en cause|trafiquants présumés|auteurs présumés|suspectes|personnes soupçonnées|trafiquant présumé|personnes mises en cause',
    offender: 'auteur|auteurs|trafiquant|trafiquants|délinquants|malfaiteur|responsables',
    arrest: 'arrestation|arrestations|interpellations|interpellation|gardes à vue|captures',
    prosecution:
      'poursuite|poursuites|poursuites pénales|mises en examen|inculpations|renvois|inculpation|mise en examen|procès|actions publiques|déférements|renvoi',
    conviction:
      'condamnation|condamnations|jugement|jugements|peines de prison|verdicts|verdict|condamnations pénales',
    victim: 'victime|victimes|rescapés|rescapées|survivantes|personnes victimes|victimes présumées',
    child:
      'enfant|enfants|mineur|mineurs|mineure|mineures|fille|filles|garçon|garçons|fillettes|adolescentes|adolescents|adolescente|adolescent|jeunes filles|fillette|garçonnets|nourrissons',
    woman: 'femme|femmes|dames',
    man: 'homme|hommes|individus de sexe masculin',
    adult: 'adulte|adultes|majeurs|majeures|majeur|majeure',
    group:
      'groupe criminel*|groupes criminels|réseau|réseaux|groupe|groupes|organisation criminelle|organisations criminelles|filière|filières|bande|bandes|cellules criminelles|organisations|bandes organisées|gang|gangs|filière criminelle|réseaux de traite',
    officer:
      'agent|agents|policier|policiers|gendarme|gendarmes|enquêteur|enquêteurs|officier|officiers|fonctionnaires de police|douaniers|gardes-frontière|inspecteurs|fonctionnaire de police|effectifs|militaires|gardes|douanier|agents de police|agents des forces|membres des forces|éléments|commissaires|brigadiers|garde-frontières|gardes-frontières|inspecteur|policières',
    professional:
      "procureur|procureurs|juge|juges|magistrat|magistrats|enseignant*|travailleurs sociaux|fonctionnaires|diplomates|avocat*|médecins|assistants sociaux|assistantes sociales|formateurs|professionnels|praticiens|journalistes|agents consulaires|inspecteurs du travail|éducateurs|cadres|chefs de village|leaders|personnels|intervenants|acteurs|imams|prêtres|chefs|psychologues|infirmiers|sages-femmes|conseillers|instituteurs|professeurs|maîtres|greffiers|interprètes|bénévoles|volontaires|hôteliers|employés|représentants|consuls|assistants|travailleuses sociales|personnes-ressources|agents de l'État|responsables d'associations|substituts|juristes|transporteurs|chauffeurs",
    unit: 'unité|unités|brigade|brigades|cellule|cellules|groupe spécialisé|unités spécialisées|bureaux|sections|services spécialisés|antennes',
    region: 'région|régions|province|provinces|département|départements',
    call: 'appel|appels|appel téléphonique|appels téléphoniques|coups de téléphone|communications',
    poster: 'affiche|affiches|placards|panneaux',
    'media-report':
      'émission|émissions|reportage|reportages|articles de presse|articles|spots|spots radiophoniques|émissions de radio|émissions télévisées|reportages télévisés',
    project: 'projet|projets|campagnes',
    lecture:
      'conférence|conférences|exposés|causeries|causerie|conférences-débats|séances de sensibilisation|séances d’information',
    language: 'langue|langues',
    state: 'États|pays|délégations|nations',
    meeting: 'réunion|réunions|séances|sessions|séance|rencontres',
    body: 'organe|organes|organes de coordination|mécanismes|commissions|comités',
  },
  acts: {
    investigate:
      'enquêt*|ouvert|ouverte|ouverts|ouvertes|ouvert*|instruction|diligent*|investigat*|engagé|engagées|enquête|instruit|instruites|investigations|information judiciaire|ouverture|mené|menées|diligenté*',
    record:
      'enregistr*|signal*|recens*|portée* à la connaissance|consign*|constat*|dépos*|reçu|reçues|comptabilis*|déclar*|relev*|dénombr*|compté|comptait|portées à|connu|connus|connues|saisi|saisies|saisi*|parvenu*|fait état|signalement*|inscrit*|répertori*|chiffr*|établi*',
    uncover:
      'mis au jour|mise au jour|mises au jour|élucid*|découvert*|révél*|dévoil*|éclairci*|résolu*|démasqu*|élucidation',
    arrest:
      'arrêt*|interpell*|arrestation*|placé* en garde à vue|gardes à vue|appréhend*|mis en détention|détenus|incarcér*|captur*|détention|garde à vue|écrou*|prévent*|arrêté*|mis aux arrêts|appréhension',
    prosecute:
      'poursui*|inculp*|mis en examen|mises en examen|traduit* en justice|traduites en justice|déféré*|renvoy*|jugé|jugés|jugées|comparu|mise en accusation|action publique|citée* devant|mis en accusation|devant le tribunal|devant les tribunaux|devant la justice|procès|attrait*|assign*|procédures pénales|renvoi|parquet|jugement|mises en accusation|poursuite*|accus*|devant le juge|action pénale|mise en examen|mis en cause',
    convict:
      'condamn*|jugées coupables|jugés coupables|jugé* coupable*|reconnu* coupable|reconnus coupables|reconnues coupables|déclaré* coupable|déclarées coupables|peines|reconnu coupable|sanctionn*|écopé|frappé*|verdict|emprisonn*|reconnue* coupable*|peine|jugé coupable',
    contact: 'contact formel|avertissement',
    identify:
      'identifi*|reconnu* comme victime|reconnues comme|reconnus comme|statut de victime|qualité de victime|identification|considérées comme victimes|reconnues victimes|reconnus victimes|reconnu*|qualifié* de victimes|attest*|confirm*',
    detect:
      'détect*|intercept*|repér*|décel*|trouvé*|rencontr*|découv*|trouv*|localis*|signalé*|retrouv*|recueilli*',
    rescue:
      'secour*|libér*|sauv*|soustrait*|délivr*|arraché*|tirés|tirées|affranchi*|extrait*|récupér*|retirés|retirées|retiré*|sauvetage|libération|secours',
    assist:
      "aid*|assist*|pris en charge|prise en charge|prises en charge|accueilli*|hébergé*|hébergement|soutien|soutenu*|bénéfici*|accompagn*|protection|réinsertion|prêté|soins|foyer|refuge|reçu un|logé*|ramen*|rapatri*|secourue|réconfort*|suivies|suivis|suivi par|reçu une aide|nourri*|loge*|accueil|accueill*|centre de transit|centre d’accueil|centres d'accueil|prêter|conseill*|soign*|appui|foyers|refuges|assistance|réintégr*|réinsér*|a reçu|ont reçu|ont été reçu*",
    dismantle:
      "démantel*|neutralis*|dissous|mis hors d'état|démantèl*|démantèlement*|anéanti*|démont*|éradiqu*|bris*|désorganis*",
    train:
      "form*|séminaire*|stage|stages|cours|atelier*|suivi|sessions|participé|module*|perfectionn*|stagiaire*|initi*|instrui*|enseign*|colloque*|session de|journées d'étude|recycl*|apprent*|séance*|reçu une formation|assist* à un",
    specialise:
      'spécialis*|affect*|effectif*|compos*|brigade|unité|cellule|créée|créé|mis en place|mise en place|compte|détaché*|office central|dispose de|se compose|comprend|comporte|fort|forte|comptant|rattaché*|équipe|office|dédié*|chargé*',
    inform:
      'sensibilis*|informé*|distribu*|touch*|diffus*|imprim*|appos*|publié*|campagne|placard*|affich*|atteint*|visit*|suivi les|écout*|entendu|caravane*|public|placé*|collé*|tiré*|édité*|remis*|réparti*|exposition|spectateurs|auditoire|vu|lu|publi*',
    call: "ligne téléphonique|numéro vert|ligne d'assistance|ligne d'écoute|permanence téléphonique|ligne gratuite|ligne|numéro|téléphon*|standard|appelé|numéro gratuit|centre d'appels",
    'on-trafficking':
      'concern* la traite|ayant trait à la traite|relatif* à la traite|portaient sur|concernaient|liés à la traite|soupçons de traite|cas présumés de traite|cas de traite|un soupçon de traite|concernaient un soupçon|rapport avec la traite|rapport à la traite|relevaient de la traite|touchant la traite|sur la traite|avaient trait|concernant la traite|à propos de la traite|traite présumée|relatifs à|relevaient|se rapportaient',
    aware: 'sensibilis*|campagne*|alert*|mise en garde',
    coordinate:
      'coordin*|interministériel*|comité|commission|réuni*|se réunit|réunit|siège|tient|tenu|concert*|conseil|groupe de travail|plateforme|table ronde|cellule',
    workshop:
      'atelier|séminaire|représenté*|réuni*|rassembl*|colloque|pris part|participants|régional*|conférence|accueilli',
    'help-in-regions': "agents d'aide aux victimes|affectés",
    'teach-material': 'supports de formation|manuel|manuels',
  },
  breakdowns: {
    'audience=probation-officers': 'agents de probation',
    'audience=investigators': 'enquêteur*',
    'audience=law-enforcement': "forces de l'ordre|agents des forces de l'ordre",
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
      'exploitation sexuelle|exploitées sexuellement|prostitution|proxénétisme|fins sexuelles|prostituti*|sexuellement',
    'form-of-exploitation=forced-labour':
      'travail forcé|exploitation par le travail|servitude|servitude domestique|esclavage|exploitation du travail|travaux forcés|travail domestique|exploitation économique|travail dans les champs|travail domestique forcé|esclavage domestique',
    'form-of-exploitation=other-forms':
      "mendicité|mariage forcé|prélèvement d'organes|autres formes d'exploitation",
  },
  topics: frenchTopics,
};
