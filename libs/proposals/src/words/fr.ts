/** Words of French. */
import type { Language } from '../language.js';
import { frenchContext } from './fr-context.js';
import { nationsInFrench } from './nations.js';
import { frenchBreakdowns } from './fr-breakdowns.js';
import { frenchTopics } from './topics/fr.js';

export const french: Language = {
  code: 'fr',
  numbers: {},
  qualifiers: [
    {
      qualifier: 'fewer-than',
      before:
        "moins de|moins d'|inférieur à|inférieure à|pas plus de|tout au plus|au plus|à peine|n'excède pas|un maximum de|au maximum",
    },
    {
      qualifier: 'at-least',
      before:
        "au moins|plus de|plus d'|au minimum|pas moins de|supérieur à|un minimum de|au-delà de|plus d’|un peu plus de|bien plus de|largement plus de|au bas mot|excédant|dépassant|dépasse|dépassé|supérieur* à|au moins de|quelque peu plus de|non moins de|pas moins d'",
      after: 'au moins|ou plus|et plus|au minimum|au bas mot',
    },
    {
      qualifier: 'approximately',
      before:
        "environ|près de|quelque|quelques|à peu près|aux alentours de|une estimation de|approximativement|autour de|presque|grosso modo|dans les|de l'ordre de|avoisinant|approchant|estimé à|estimées à|estimés à|aux environs de|évalué à|évalués à|évaluées à",
      after: 'environ|approximativement|à peu près',
    },
  ],
  otherBefore:
    "sur les|article|articles|art|loi|no|n°|nº|numéro|numéros|décret|décret-loi|ordonnance|résolution|paragraphe|paragraphes|par|page|annexe|chapitre|titre|âgé de|âgée de|âgés de|âgées de|âgés de moins de|âgées de moins de|âgé de moins de|téléphone|tél|convention|dahir|le|au|du|objectif|phase|protocole|arrêté|alinéa|alinéas|ces|chacune des|chacun des|capacité de|capacité d'accueil de|accueil de|amende de|montant de|somme de|budget de|une personne sur|un sur|une sur|sur|place de|zone|rue|bâtiment|salle|boîte postale|BP|capable de|dotation de|coût de|ligne|groupe de|délai de|d'un|d’un|de l’article",
  otherAfter:
    "pour cent|pour 100|%|an|ans|année|années|mois|jour|jours|heure|heures|semaine|semaines|euro|euros|dollar*|million|millions|milliard*|francs|dinars|dirhams|FCFA|km|kilom*|du Code|du code|bis|ter|ème|er|e|et 5 du|lits|places|pages|exemplaires|tiers|quarts|de plus que|de moins que|chambres|véhicules|minutes|salaires|ministères|organisations non gouvernementales|ONG|cantons|villes|villages|centres|foyers|hôpitaux|ambassades|consulats|aéroports|ports|postes frontière*|postes-frontière*|écoles|institutions|entités|départements ministériels|services|bureaux|associations|entreprises|partenaires|roupies|gourdes|ariary|livres|fois plus|fois supérieur*|chapitres|paragraphes|domaines|points|objectifs|mesures|étapes|recommandations|questions|nuits|passeports|documents|dépliants|brochures|tracts|livrets|vidéos|films|groupes de travail|jours ouvrables|types|catégories|formes|niveaux|phases|axes|volets|composantes|modules|décennies|communes|communautés|paroisses|localités|sites|établissements|usines|préfectures|conférences intercantonales|services fédéraux|structures d'accueil|organisations internationales|organes de presse|stations|radios|conventions|accords|membres du comité|représentants de ministères|chaînes|numéros d'urgence|sur cinq|sur dix|sur quatre|sur trois|sur deux|de francs|de dinars|de dirhams|de dollars|d'euros|d'habitants|de gourdes|d'ariary|de CFA|de roupies|derniers|dernières|premiers|premières|prochaines|semestres|trimestres|numéros|volumes",
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
  half: 'une demi|demi|une demie',
  single: 'une seule|un seul|un unique|une unique',
  article: 'un|une',
  none: "aucun|aucune|nul|nulle|pas une seule|pas un seul|pas un|pas une|aucune des|aucun des|zéro|pas le moindre|pas la moindre|sans aucun|sans aucune|n'a été prononcé aucune|il n'y a eu ni|il n'y a pas eu de|il n'y a eu aucun|il n'y a eu aucune",
  nobody:
    "aucun tribunal|aucune juridiction|aucune cour|aucun n'était|aucune n'était|aucune n'avait|aucun n'avait|rien|personne n'a été|aucune d'entre elles|aucun d'entre eux|personne n'a|nul n'a|néant|nul|aucun d'eux|aucune d'elles|aucun d'entre eux|aucune d'entre elles|aucun n'a|aucune n'a|pas un seul n'a",
  missing: {
    'not-available':
      "ne pouvoir indiquer|pas encore communiqué*|pas encore reçu*|ne disposons pas|ne savons pas|ne sait pas|ne tenons pas|ne connaissons pas|ne comptons pas|n'avons pas|registre détruit|registres détruits|détruit*|perdu|perdus|perdue|perdues|égaré*|total inconnu|nombre inconnu|inconnus|inconnue|inconnues|non communiqué*|non renseigné*|non recensé*|non ventilé*|n'est pas recensé|n'a pas été compté|n'ont pas été comptés|n'ont pas été comptées|n'ont pas été recensés|pas encore consolidé*|n'est pas établi|n'est pas encore établi|n'ont pas été établis|pas encore arrêté*|n'existe pas|n'existent pas|ne figure pas|ne figurent pas|n'est pas consigné|non disponible*|n'est pas suivi|ne peut être précisé|ne peuvent être précisé*|ne peut être indiqué|ne peuvent être indiqué*|ne peut être établi|impossible de dire|impossible d'indiquer|impossible de préciser|ne pouvons indiquer|ne pouvons dire|ne pouvons préciser|n'a pas pu être|n'ont pas pu être|regrette de ne pouvoir|n'est pas en mesure d'indiquer|ne dispose d'aucune information|aucune information n'est disponible|pas disponibles|ne sont pas disponibles|pas encore disponibles|aucune statistique|aucune donnée|ne dispose pas de|ne sont pas ventilées|ne sont pas recueillies|non disponible*|n'est pas connu|ne sont pas connus|ne sont pas connues|n'est pas tenu|n'est pas disponible|n'ont pas encore transmis|ne disposent pas|ignore|on ignore|pas encore connu|pas encore connus|pas encore été établi*|pas encore été compilé*|non disponible|non disponibles|n'est pas ventilé*|ne sont pas ventilé*|ne peut être communiqué|ne peuvent être communiqué*|fait défaut|font défaut|n'a pas été établi|inconnu|n'existe pas de statistiques|il n'existe pas de données|n'est tenu|aucun chiffre|aucun relevé|pas de statistiques|pas de données|n'est pas recensé|ne sont pas recensé*|ne sont pas comptabilisé*|n'est pas comptabilisé|n'est pas encore connu|ne sont pas encore disponibles|ne sauraient être communiqué*|n'est pas en mesure|ne sommes pas en mesure|pas possible de préciser|ne permettent pas de|ne permet pas de|sont en cours de compilation|n'a pas été recensé|font encore défaut|reste inconnu|demeure inconnu|restent inconnu*|reste à établir|manquent|manque encore|ne tient pas de|ne tiennent pas de|n'a pas encore été|n'ont pas été ventilé*|indisponible*",
    'none-known':
      "n'est connue|n'est connu|ne sont connues|ne sont connus|n'est connue des services|n'a connaissance d'aucun|n'a connaissance d'aucune|pas connaissance|aucun cas connu|n'a pas eu connaissance|aucune connaissance|n'ont pas connaissance|on ne connaît|aucun cas n'est connu|aucun cas n’a été porté|n'a pas été informé|n'ont pas été informé*|à notre connaissance|ne connaît aucun|ne connaît pas|ne nous est connu|n'est connu|n'est connue|n'est venu à|n'a été portée à|n'a été porté à|ignorons tout",
    withheld:
      "confidentiel*|ne peuvent être communiqué*|secret|ne peut être divulgué*|ne peuvent être divulgué*|non divulgué*|tenu secret|pour des raisons opérationnelles|n'est pas rendu public|n'est pas divulgué|secret de l'instruction|n'est pas communiqué",
  },
  perYear:
    "fois par an|fois l'an|fois l’an|fois chaque année|fois par année|réunions par an|séances par an|fois dans l'année|fois par an et|séances chaque année|réunions chaque année|réunions annuelles|sessions par an|sessions annuelles|rencontres par an|fois l'année",
  ...frenchContext,
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
    to: "à|au|jusqu'en|jusqu'à|jusqu'au|à fin|jusqu'au mois de|jusqu'au mois d'|jusqu'à la fin de|jusqu'à fin|à la fin de|au mois de|et la fin de|et fin|jusqu'au mois d’",
    since:
      "depuis|depuis l'année|à partir de|dès|depuis la fin de|depuis le début de|à compter de|à compter du|dès le|depuis le mois de|depuis le|à partir du",
    upTo: "jusqu'en|jusqu'à|jusqu'au|jusqu'à fin|à la fin de|fin|à la fin du mois de|jusqu'à la fin de|jusqu'à la fin du mois de|avant|au terme de|à l'issue de|à la date du|au terme de l'année|avant la fin de|en fin d'année|à la fin de l'année",
    same: 'la même année|cette année-là|cette même année|même période|de la même année|ladite année|la même période|cette période|cette même période|durant cette période|au cours de la même période|ladite période|dans le même temps|pendant ce temps|le même exercice|mêmes mois|cet exercice|ce même laps de temps|dans le même intervalle|de cette année-là|l’année en question',
    next: "l'année suivante|année suivante|un an plus tard|l'année d'après",
    previous:
      "l'exercice précédent|l'exercice antérieur|l'exercice d'avant|exercice précédent|l'année précédente|année précédente|un an plus tôt|un an auparavant|l'année d'avant",
    lastYear: "l'an dernier|l'année dernière|l'an passé|l'année passée",
    thisYear: "cette année|l'année en cours|la présente année",
    theseYears:
      'ces mêmes années|ces deux années|ces trois années|ces années|les mêmes années|ces deux ans|ces trois ans|les deux années|les trois années|ces deux exercices|mêmes exercices|ces quatre années',
    now: "à ce jour|jusqu'ici|jusqu'à présent|actuellement|à l'heure actuelle|pour l'instant|aujourd'hui|à la date de la présente|présentement|en ce moment|encore",
    founded:
      'ouvert|ouverte|créé|créée|institué|instituée|lancé|lancée|mis en service|mise en service|inauguré|inaugurée|mis en place|mise en place|fondé|fondée|a commencé|établi|établie',
    yearEnd: "la fin de l'année|fin de l'année|fin d'année|la fin de la même année|la fin de cette année",
    reported:
      "l'exercice|l'année considérée|l'année sous revue|l'année du rapport|l'exercice écoulé|l'année écoulée|la période considérée|la période sous revue|la période examinée|durant l'année|au cours de l'année|pendant l'année",
    yearWord: 'année|exercice|douze mois|douze derniers mois|12 mois',
    yearBegins: 'commence|commençant|débute|débutant|commençait|court du|court de|commencé|va du|ouvre',
    yearEnds:
      "clos|close|s'achève|s'achevant|finit|finissant|se termine|terminé|terminée|prend fin|achevé|s'est achevé|s'est achevée|clôturé|clôt|arrêté",
    fiscal:
      'exercice|exercices|année budgétaire|année scolaire|année judiciaire|exercice budgétaire|année financière',
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
  question: 'question|questions|q|point|rubrique',
  partOf:
    "dont|parmi lesquelles|parmi lesquels|parmi elles|parmi eux|parmi celles-ci|parmi ces|d'entre eux|d'entre elles|de ces derniers|de ces dernières|parmi ces dernières|parmi ces derniers|au nombre desquels|au nombre desquelles|y compris|de ceux-ci|de celles-ci|sur ce total|de ce nombre|soit|sur ces|parmi les victimes|parmi ceux-ci|d'entre celles-ci|d'entre ceux-ci|parmi ces enfants|sur ce nombre|de ces victimes|de ce total|au total desquels|comprenant|au sein de ce groupe|sur l'ensemble|notamment|parmi ces personnes|parmi les personnes|l'ont été|l'a été|l'avaient été|l'avait été|le furent|le sont",
  nations: nationsInFrench,
  origin:
    "nationalité|ressortissant*|originaires|venaient|provenaient|originaire|ressortissants|natifs|d'origine|citoyens|venant de|nationaux|originaires du|provenant|venus|venues|nés|nées|de nationalité|issues de|issus de|ressortissantes|en provenance|étrangers|étrangères",
  subject:
    "El Salvador|traite des personnes|traite des êtres humains|traite de personnes|traite d'êtres humains|traite des femmes|traite des enfants|traite d'enfants|traite des femmes et des enfants|traite de femmes|trafic d'enfants|trafic de personnes|trafic de migrants|droits de l'enfant|vente d'enfants|exploitation des enfants|protection de l'enfant|protection des enfants|protection des mineurs|protection de l'enfance|protection des mineures|protection judiciaire|protection civile",
  nouns: {
    listener:
      "élèves|écoliers|lycéens|collégiens|étudiants|spectateurs|auditeurs|villageois|habitants|ménages|lecteurs|téléspectateurs|paysans|parents d'élèves|fidèles|visiteurs|usagers|écolières|lycéennes|élèves et étudiants",
    trainee:
      'apprenants|personnes formées|participant|participants|participantes|stagiaires|stagiaire|apprenants|auditeurs de justice|séminaristes|bénéficiaires de la formation',
    defendant:
      'prévenu|prévenus|accusé|accusés|inculpés|inculpé|prévenues|accusées|personnes poursuivies|personnes déférées',
    detainee:
      'détenus|interpellés|personnes interpellées|personnes arrêtées|personnes détenues|gardés à vue|arrêtés',
    time: 'fois',
    case: 'affaire|affaires|cas|dossier|dossiers|plainte|plaintes|procédure|procédures|signalement|signalements|procès-verbaux|faits de traite|cas de traite|cas présumés|dénonciations|faits|signalements de traite|affaires pénales|affaires de traite|procédures judiciaires|dossiers judiciaires|procès-verbal|fiches|cas suspects',
    investigation:
      'enquête|enquêtes|information judiciaire|informations judiciaires|investigations|informations|enquêtes judiciaires|enquêtes préliminaires|enquête préliminaire|enquêtes pénales|instructions|procédures d’enquête',
    offence:
      'infraction|infractions|crimes|délits|crime|délit|faits délictueux|faits criminels|actes de traite|infractions pénales|violations',
    person:
      'passeur|passeurs|recruteurs|individus|personne|personnes|individu|individus|ressortissant*|participant*|étrangers|travailleurs|migrants|jeunes|citoyens|gens|hommes et femmes|planteurs|parents|voyageurs|touristes|employeurs|proxénètes|rabatteurs|recruteur|complices|intermédiaires|coupables|malfaiteurs|nationaux|agriculteurs|familles|citoyennes|population|femmes et enfants|travailleuses|passagers|pêcheurs|marins|ouvriers|prostituées|danseuses|mendiants|entremetteurs|entremetteuses|tenanciers|fugitifs|membres de réseaux|voyageuses|ressortissantes|recruteuses|passeuses|courtiers|logeurs|maquereaux|employeuses|inconnus|compatriotes|sujets',
    suspect:
      'suspect|suspects|mis en cause|trafiquants présumés|auteurs présumés|suspectes|personnes soupçonnées|trafiquant présumé|personnes mises en cause',
    offender: 'auteur|auteurs|trafiquant|trafiquants|délinquants|malfaiteur|responsables',
    arrest:
      'arrestation|arrestations|interpellations|interpellation|gardes à vue|captures|arrestations opérées|placements en garde à vue|mises aux arrêts',
    prosecution:
      'poursuite|poursuites|poursuites pénales|mises en examen|inculpations|renvois|inculpation|mise en examen|procès|actions publiques|déférements|renvoi|mises en accusation|poursuites judiciaires|comparutions|saisines|réquisitoires',
    conviction:
      "condamnation|condamnations|jugement|jugements|peines de prison|verdicts|verdict|condamnations pénales|peines d'emprisonnement|décisions de condamnation|jugements de condamnation|arrêts de condamnation|sentences|sentence|peines privatives de liberté|décisions de justice|peines fermes",
    victim:
      'victime|victimes|rescapés|rescapées|survivantes|personnes victimes|victimes présumées|victimes avérées|victimes potentielles|personnes exploitées|victimes de traite|pensionnaires|bénéficiaires|survivants|personnes secourues|rapatriés|rapatriées|personnes rapatriées|victimes identifiées|survivante|rescapé|rescapée|victime présumée',
    child:
      'enfant|enfants|mineur|mineurs|mineure|mineures|fille|filles|garçon|garçons|fillettes|adolescentes|adolescents|adolescente|adolescent|jeunes filles|fillette|garçonnets|nourrissons|jeunes mineurs|enfants des rues|talibés|adolescentes et adolescents|garçonnet|bébés|nouveau-nés|petites filles|gamins|écolières mineures',
    woman: 'femme|femmes|dames|jeunes femmes|mères|épouses|dame',
    man: 'homme|hommes|individus de sexe masculin|jeunes hommes|garçons majeurs',
    adult:
      'adulte|adultes|majeurs|majeures|majeur|majeure|adultes des deux sexes|personnes majeures|personnes adultes',
    group:
      'groupe criminel*|groupes criminels|réseau|réseaux|groupe|groupes|organisation criminelle|organisations criminelles|filière|filières|bande|bandes|cellules criminelles|organisations|bandes organisées|gang|gangs|filière criminelle|réseaux de traite|réseau de trafiquants|réseaux de trafiquants|réseaux criminels|réseau criminel|réseaux internationaux|bande organisée|filières criminelles|organisations mafieuses|groupement*|officines|réseaux de passeurs|filière de traite|filières de traite|filière d’exploitation',
    officer:
      "garde-frontière|garde-frontières|gardes-côtes|garde-côte|inspecteurs de police|inspecteurs|agents spécialisés|agent spécialisé|policière|officiers de police|officier de police|sous-brigadiers|gardiens de la paix|soldats|casques bleus|recrues|élèves policiers|élèves gendarmes|agents d'immigration|agents frontaliers|agents des douanes|agents de la douane|agents de migration|agents des services de l'immigration|agent|agents|policier|policiers|gendarme|gendarmes|enquêteur|enquêteurs|officier|officiers|fonctionnaires de police|douaniers|gardes-frontière|fonctionnaire de police|effectifs|militaires|gardes|douanier|agents de police|agents des forces|membres des forces|éléments|commissaires|brigadiers|garde-frontières|gardes-frontières|inspecteur|policières|membres des forces de l'ordre|membres des forces de sécurité|fonctionnaires de la police|agents de la police|agents de sécurité|agents des frontières|agents de l'immigration|officiers de police judiciaire|agents de la force publique|personnels de police|militaires de la gendarmerie|garde-côtes|policiers et gendarmes|gradés|sous-officiers|commissaire|agent de police|agents de terrain|douanières|personnels|membres du personnel|fonctionnaires spécialisés",
    professional:
      "spécialistes|spécialiste|experts|experte|expertes|garde-malades|animatrices|pairs éducateurs|relais communautaires|maîtres coraniques|marabouts|guides religieux|chefs de quartier|membres de comités|agents communautaires de santé|agents de l'inspection du travail|hôtesses|guides|réceptionnistes|commerçants|parlementaires|députés|députées|étudiants en droit|travailleuses sociales|aides-soignants|puéricultrices|cadres judiciaires|agents pénitentiaires|surveillants|surveillants pénitentiaires|procureur|procureurs|juge|juges|magistrat|magistrats|enseignant*|travailleurs sociaux|fonctionnaires|diplomates|avocat*|médecins|assistants sociaux|assistantes sociales|formateurs|professionnels|praticiens|journalistes|agents consulaires|inspecteurs du travail|éducateurs|cadres|chefs de village|leaders|intervenants|acteurs|imams|prêtres|chefs|psychologues|infirmiers|sages-femmes|conseillers|instituteurs|professeurs|maîtres|greffiers|interprètes|bénévoles|volontaires|hôteliers|employés|représentants|consuls|assistants|travailleuses sociales|personnes-ressources|agents de l'État|responsables d'associations|substituts|juristes|transporteurs|chauffeurs|agents de l'état civil|agents de santé|personnels de santé|infirmières|avocates|magistrats du siège|magistrats du parquet|auxiliaires de justice|chefs coutumiers|chefs religieux|chefs traditionnels|leaders religieux|leaders communautaires|élus|maires|conducteurs|routiers|taximen|employés d'hôtel|agents sociaux|agents communautaires|éducatrices|enseignants|directeurs d'école|inspecteurs|contrôleurs du travail|membres d'associations|membres d'ONG|membres de la société civile|fonctionnaires consulaires|personnel diplomatique|agents diplomatiques|professionnels de la santé|formatrices|animateurs|intervenants sociaux|acteurs judiciaires|acteurs sociaux|agents publics|cadres de l'administration|officiers de protection|délégués|greffières",
    unit: 'unité|unités|brigade|brigades|cellule|cellules|groupe spécialisé|unités spécialisées|bureaux|sections|services spécialisés|antennes',
    region: 'région|régions|province|provinces|département|départements',
    call: 'appel|appels|appel téléphonique|appels téléphoniques|coups de téléphone|communications|appels téléphoniques reçus|coups de fil',
    poster: 'affiche|affiches|placards|panneaux|affichettes|banderoles|panneaux publicitaires',
    'media-report':
      'émission|émissions|reportage|reportages|articles de presse|articles|spots|spots radiophoniques|émissions de radio|émissions télévisées|reportages télévisés|émissions radiophoniques|émissions de télévision|articles de journaux|dépêches|émission radiophonique',
    project: 'projet|projets|campagnes',
    lecture:
      'conférence|conférences|exposés|causeries|causerie|conférences-débats|séances de sensibilisation|séances d’information',
    language: 'langue|langues',
    state: 'États|pays|délégations|nations',
    meeting:
      'réunion|réunions|séances|sessions|séance|rencontres|séances plénières|réunions plénières|réunions ordinaires|sessions ordinaires',
    body: 'organe|organes|organes de coordination|mécanismes|commissions|comités',
  },
  acts: {
    acquit:
      'acquitt*|relaxé*|relaxe|relaxes|non-lieu|non-lieux|classé* sans suite|sans suite|mis hors de cause|relâché*|absous',
    exploit:
      "exploité*|soumis*|soumises|astreint*|contraint*|forcé*|victimes d'exploitation|réduit* en|réduites en|livré*|destiné* à la|aux fins de prostitution",
    investigate:
      'enquêt*|ouvert|ouverte|ouverts|ouvertes|ouvert*|instruction|diligent*|investigat*|engagé|engagées|enquête|instruit|instruites|investigations|information judiciaire|ouverture|mené|menées|diligenté*|instrui*|approfondi*|lancé*|entam*|déclench*|saisi le|investigu*|mené*|conduit*|à l’instruction|a diligenté',
    record:
      'enregistr*|signalé*|signalement*|signalent|signalaient|ont signalé|recens*|portée* à la connaissance|consign*|constat*|dépos*|reçu|reçues|comptabilis*|déclar*|relev*|dénombr*|compté|comptait|portées à|connu|connus|connues|saisi|saisies|saisi*|parvenu*|fait état|signalement*|inscrit*|répertori*|chiffr*|établi*|dénonc*|porté* plainte|fait l’objet d’un signalement|rapport*|transmis*|notifi*|porté*|connaissance|traité*',
    uncover:
      'mis au jour|mise au jour|mises au jour|élucid*|découvert*|révél*|dévoil*|éclairci*|résolu*|démasqu*|élucidation',
    arrest:
      'arrêt*|interpell*|arrestation*|placé* en garde à vue|gardes à vue|appréhend*|mis en détention|détenus|incarcér*|captur*|détention|garde à vue|écrou*|prévent*|arrêté*|mis aux arrêts|appréhension|mis en garde à vue|mis sous les verrous|placé* en détention|écroué*|sous mandat de dépôt|mandat de dépôt|pris en flagrant délit|emprisonné* préventivement|cueilli*|placé* sous mandat|neutralisé* et arrêté*|interpel*',
    prosecute:
      'poursui*|inculp*|mis en examen|mises en examen|traduit* en justice|traduites en justice|déféré*|renvoy*|jugé|jugés|jugées|comparu|mise en accusation|action publique|citée* devant|mis en accusation|devant le tribunal|devant les tribunaux|devant la justice|procès|attrait*|assign*|procédures pénales|renvoi|parquet|jugement|mises en accusation|poursuite*|accus*|devant le juge|action pénale|mise en examen|mis en cause|traduit*|mis en cause devant|déférés au parquet|comparu*|compara*|citées à comparaître|saisi* d’une plainte|devant les juridictions|devant la cour|devant les assises|renvoyé* devant|renvoyées devant|sur le banc des|poursuivi*|mis en jugement|en instance de jugement|attendent leur procès|attend son procès|en attente de jugement|réquisitoire',
    convict:
      'condamn*|jugées coupables|jugés coupables|jugé* coupable*|reconnu* coupable|reconnus coupables|reconnues coupables|déclaré* coupable|déclarées coupables|peines|reconnu coupable|sanctionn*|écopé|frappé*|verdict|emprisonn*|reconnue* coupable*|peine|jugé coupable|condamnés|condamnées|personnes condamnées|trafiquants condamnés|purg*|coupable*|condamné*|peines de prison|prison ferme|verdict*|a été condamn*|réclusion|prononcé* des peines|infligé*|écop*|sentences',
    contact: 'contact formel|avertissement',
    identify:
      'identifi*|reconnu* comme victime|reconnues comme|reconnus comme|statut de victime|qualité de victime|identification|considérées comme victimes|reconnues victimes|reconnus victimes|reconnu*|qualifié* de victimes|attest*|confirm*|formellement identifi*|considéré* comme victime*|reconnue* victime*|avéré*|désigné*|orienté*|établi* qu|formellement reconnu*|qualité de victimes',
    detect:
      'détect*|intercept*|repér*|décel*|trouvé*|rencontr*|découv*|trouv*|localis*|signalé*|retrouv*|recueilli*|dépist*|mis en évidence|croisé*|surpris*|démasqué*',
    rescue:
      'secour*|libér*|sauv*|soustrait*|délivr*|arraché*|tirés|tirées|affranchi*|extrait*|récupér*|retirés|retirées|retiré*|sauvetage|libération|secours|tiré* des griffes|mis à l’abri|mise à l’abri|mises à l’abri|sorti* de|arrach*|secouru*|mis en sécurité|mises en sécurité|remis* en liberté|retirés de|retirées de',
    assist:
      "aid*|assist*|pris en charge|prise en charge|prises en charge|accueilli*|hébergé*|hébergement|soutien|soutenu*|bénéfici*|accompagn*|protection|réinsertion|prêté|soins|foyer|refuge|reçu un|logé*|ramen*|rapatri*|secourue|réconfort*|suivies|suivis|suivi par|reçu une aide|nourri*|loge*|accueil|accueill*|centre de transit|centre d’accueil|centres d'accueil|prêter|conseill*|soign*|appui|foyers|refuges|assistance|réintégr*|réinsér*|a reçu|ont reçu|ont été reçu*|mis à l'abri|placé* dans|placé* en foyer|abrité*|reconduit*|raccompagn*|regagn* leur|rendu* à leur*|remis* à leur*|réunis à leur famille|pris soin|séjourné*|passé* par|admis au|admis dans|admises au|admises dans|admis*|resté* au|resté* dans|héberg*|épaul*|entour*|soulag*|secours|aide au retour|retour volontaire|transité|ont été suivi*",
    dismantle:
      "démantel*|neutralis*|dissous|mis hors d'état|démantèl*|démantèlement*|anéanti*|démont*|éradiqu*|bris*|désorganis*|mis fin aux activités|mis fin aux agissements|mis hors d’état de nuire|mis hors d'état de nuire|liquid*|défait*|cass*|tombé*|tomber|éliminé*|désarticul*|détruit*|dispers*",
    train:
      "form*|séminaire*|stage|stages|cours|atelier*|suivi|sessions|participé|module*|perfectionn*|stagiaire*|initi*|instrui*|enseign*|colloque*|session de|journées d'étude|recycl*|apprent*|séance*|reçu une formation|assist* à un|outillé*|renforcement des capacités|renforcé* leurs capacités|renforc* les capacités|formation*|formé*|sensibilisés au cours|instruction|cycle*|ont pris part à|pris part à une formation|pris part|capacité*|encadré*|assisté à|sessions de formation|session de formation|diplômé*|prépar*",
    specialise:
      'effectif de|effectifs de|compte dans ses rangs|spécialis*|affect*|effectif*|compos*|brigade|unité|cellule|créée|créé|mis en place|mise en place|compte|détaché*|office central|dispose de|se compose|comprend|comporte|fort|forte|comptant|rattaché*|équipe|office|dédié*|chargé*|spécialement|se composent|constitué*|dotée de|doté de|doté d’|regroup*|comprenant|rassembl*|à temps plein|détachés|mis à disposition|emploie|emploient|employant',
    inform:
      'sensibilis*|informé*|distribu*|touch*|diffus*|imprim*|appos*|publié*|campagne|placard*|affich*|atteint*|visit*|suivi les|écout*|entendu|caravane*|public|placé*|collé*|tiré*|édité*|remis*|exposition|spectateurs|auditoire|vu|lu|publi*|touché*|toucher|sensibilisé*|causeries|projection*|réunions publiques|entretenu*|mis en garde|mise en garde|averti*|ont assisté aux|ont assisté à|éclair*|toucha|atteint',
    call: "ligne téléphonique|numéro vert|ligne d'assistance|ligne d'écoute|permanence téléphonique|ligne gratuite|ligne|numéro|téléphon*|standard|appelé|numéro gratuit|centre d'appels",
    'on-trafficking':
      'concern* la traite|ayant trait à la traite|relatif* à la traite|portaient sur|concernaient|liés à la traite|soupçons de traite|cas présumés de traite|cas de traite|un soupçon de traite|concernaient un soupçon|rapport avec la traite|rapport à la traite|relevaient de la traite|touchant la traite|sur la traite|avaient trait|concernant la traite|à propos de la traite|traite présumée|relatifs à|relevaient|se rapportaient|concernaient des faits|concernait la traite|avaient pour objet|avaient la traite|en rapport avec|liés à la|liées à la|au sujet de la traite|ayant trait|faisaient état de|évoquaient|signalaient|soupçon*|portant sur',
    aware: 'sensibilis*|campagne*|alert*|mise en garde',
    coordinate:
      'coordin*|interministériel*|comité|commission|réuni*|se réunit|réunit|siège|tient|tenu|concert*|conseil|groupe de travail|plateforme|table ronde|cellule|se tient|se tiennent|tient séance|réunion*',
    workshop:
      'atelier|séminaire|représenté*|réuni*|rassembl*|colloque|pris part|participants|régional*|conférence|accueilli',
    'help-in-regions': "agents d'aide aux victimes|affectés",
    'teach-material': 'supports de formation|manuel|manuels',
  },
  breakdowns: frenchBreakdowns,
  inGeneral:
    'de nombreux pays|certains pays|la plupart des pays|plusieurs pays|nombre de pays|de nombreux États|certains États|la plupart des États|plusieurs États Membres|la plupart des réponses|les États Membres devraient|les États devraient|les répondants|États ayant répondu',
  topics: frenchTopics,
};
