/** French terms of topics. */
import type { TopicTerms } from '../../notation.js';

export const frenchTopics: TopicTerms = {
  'protocol-ratified':
    "ratifi*|adhér*|adhésion|partie au & Protocole & -pas encore|non ratifié|n'est pas|n'a pas|facultatif|en cours|procédure|engagée|projet de loi",
  'ratification-under-way':
    'ratification|adhésion|adhérer|ratifier & en cours|procédure|engagée|engagé|projet de loi|examen|préparation|processus',
  'legislation-incomplete':
    "loi|législation|textes|dispositions & pas encore|inachev*|n'a pas encore|lacune*|aucune loi|absence de|reste à|incomplèt*|en attente",
  'domestic-law-without-ratification':
    "pas ratifié|non ratifié|pas encore partie|pas encore ratifié|n'est pas partie & code|pénal|puni*|infraction*",
  'legislation-reported': [
    'loi|code|ordonnance|décret & adopté*|promulgu*|interdit|réprim*|érige|puni*|entré* en vigueur|incrimin*|prévoi*|défini*|vise & -projet|avant-projet|modifi*|amend*',
    'traite & infraction|crime|délit & code|loi|article & -projet|avant-projet|modifi*',
  ],
  'legislation-amended':
    'modifi*|amend*|introduit*|inséré*|insérés|complété*|révis*|réform* & loi|code|pénal & -projet|avant-projet',
  'legislation-drafted':
    "projet de loi|avant-projet|projet de code|élabor* une loi|en cours d'élaboration|proposition de loi",
  'use-of-services-criminalised': 'services & victime* & sciemment|connaissance|recour*|client*',
  'penalties-reported':
    'ans|années|mois|perpétuité & peine*|emprisonnement|réclusion|puni*|encour*|passible*|prison & -séjour|âgé*|ont été condamné*|condamnés à|stage|titre',
  'related-offences':
    'autres infractions|autres faits|qualification|le plus souvent|connexes & poursuiv*|infraction*',
  'money-laundering-predicate': 'blanchiment & infraction|sous-jacente|principale|préalable|traite',
  'crc-optional-protocol': 'Protocole facultatif & enfant*|vente',
  'data-registry':
    "base de données|fichier|registre|système d'information|système de collecte|celui qui est en cours & traite|infraction*|données|constitution|statistique*",
  'document-security':
    "passeport*|titres de voyage|documents d'identité & sécuris*|lisible*|falsifi*|empreinte*|infalsifiable* & -puce|biométri*",
  'document-security:biometric-passports': 'passeport*|document* & biométri*',
  'document-security:passport-chips': 'passeport*|document* & puce',
  'document-security:border-checks':
    'passeport*|document*|identité & frontière*|aéroport*|poste* & contrôl*|vérifi*|examin*',
  'international-investigation:joint-investigation':
    'équipes communes|équipe commune|enquêtes communes|enquête commune|enquêtes conjointes|enquête conjointe|opération conjointe|opérations conjointes|conjointement avec',
  'international-investigation:information-exchange':
    'échang*|partag* & information*|renseignement* & police*|pays|voisins|États|étranger*|Interpol|Europol',
  'international-investigation:mutual-legal-assistance':
    'entraide judiciaire|commission rogatoire|commissions rogatoires|entraide pénale',
  'international-investigation:fugitive-handover':
    "extrad*|mandat d'arrêt|remise de suspects|remis aux autorités",
  'specialised-police-unit': [
    'brigade|unité|cellule|section|office central|division|bureau|service & police|gendarmerie|judiciaire|mineurs & traite|spécialis*|chargé*|mineurs|créé*|moeurs',
    'office central pour la répression de la traite|brigade des mineurs',
  ],
  'agency-cooperation':
    'police|gendarmerie|parquet & parquet|magistrat*|douane*|gendarmerie & collabor*|travaill*|coopèr*|coopér*|ensemble|répartition',
  'expertise-centre': "centre d'expertise|pôle d'expertise",
  'tip-offs-encouraged': 'public|population|citoyens & encourag*|invit*|appel* & signal*|dénonc*|inform*',
  'awareness-demand': 'demande|clients|touristes & réduire|décourag*|dissuad*',
  'awareness-schools':
    'école*|élève*|lycée*|collège*|scolaire*|manuels scolaires|programmes scolaires & sensibilis*|enseign*|cours|leçon*|programme*|causeries|dangers|traite|inscrit*',
  'awareness-job-seekers':
    "emploi à l'étranger|travail à l'étranger|candidats à l'émigration|candidates au départ|demandeurs d'emploi|demandeurs de visa|travailleurs migrants & mis* en garde|inform*|avert*|remis*|explique*|alert*",
  'awareness-campaign': 'campagne|campagnes',
  'awareness-media':
    'radio|radios|télévision|presse|film*|médias|émission*|spots|sketches|cinéma & diffus*|émission*|campagne*|messages|sensibilis*|message*|projet*|programmes',
  'awareness-materials': 'brochure*|dépliant*|affiche|affiches|tract*|prospectus|livret*|bandes dessinées',
  'awareness-talks':
    "causerie*|conférences|séances de sensibilisation|débats|réunions d'information|conférences-débats|discussions & organis*|villages|tenu*|animé*|quartier*|lieu|communauté*",
  'awareness-talks:at-prayers': 'imam*|mosquée*|église*|prêche*|sermon*|prière|prêtre*|pasteur*',
  hotline:
    "ligne téléphonique|numéro vert|ligne d'assistance|ligne d'écoute|permanence téléphonique|ligne gratuite|numéro gratuit|numéro d'appel|numéro, gratuit|appel gratuit|le numéro",
  'information-website': 'site internet|site web|site Web|page internet|portail',
  'crime-reporting-line': 'ligne|numéro & dénonc*|signal* & infraction*|crime*|anonym*',
  'licensed-agencies-published': 'agréé*|licence & agences & liste|publi*',
  'childrens-ombudsperson': 'défenseur des enfants|défenseure des enfants|médiateur & enfant*',
  'coordinated-support': 'guichet unique|en un même lieu|en un seul lieu|sous un même toit',
  'needs-assessment': 'besoins & évalu*|examin*|individuel*',
  'victim-protection-drafted': 'projet|élabor* & protection des victimes|soutien aux victimes',
  shelters:
    "centre d'accueil|centres d'accueil|foyer|foyers|refuge|refuges|centres agréés|maison d'accueil|hébergement|centre de transit|centres de transit|accueillies dans les centres|centres de",
  'shelter-regulation': 'foyer*|centre*|accueil & règles|normes|règlement*|agrément',
  'assistance-type:accommodation': 'héberg*|logé*|logement|abri',
  'assistance-type:food': 'repas|nourri*|alimenta*|vivres',
  'assistance-type:legal-services':
    'avocat*|appui juridique|assistance juridique|aide juridictionnelle|aide juridique|conseil juridique|assistance judiciaire',
  'assistance-type:transport': 'transport|billet*|frais de voyage|escorté*|raccompagn*',
  'assistance-type:rights-information': 'leurs droits & inform*|expliqu*',
  'other-assistance': 'psycholog*|soins|médical*|suivi psycho*|habits|vêtements|thérap*|psychosocial*',
  'vocational-training':
    'métier*|formation professionnelle|apprentissage|couture|menuiserie|coiffure|apprenn*|artisanat',
  'temporary-visas': 'visa temporaire|visas temporaires',
  'residence-permit':
    'titre de séjour|carte de séjour|permis de séjour|autorisation de séjour|titres de séjour',
  'recovery-period': 'réflexion|réfléchir|rétablissement|se rétablir & délai|jours|mois|période',
  'victims-informed': 'langue & comprend|comprennent|maternelle & inform*|procédure|expliqu*',
  repatriation: 'rapatri*|retour volontaire|retour dans|ramené*|retour des|regagn*|raccompagn*',
  'repatriation-manual': 'manuel|guide|procédures & retour|rapatriement',
  'consular-assistance':
    'ambassade*|consulat*|consulaire*|postes diplomatiques & aid*|assist*|ressortissant*|délivr*|retour|secour*',
  'witness-protection': 'témoin* & protég*|protection|identité|anonym*',
  'reception-centre':
    "centre d'accueil|centres d'accueil|centre de transit|centres de transit|reçus dans|centre ouvert|accueille",
  'support-programme': 'programme national & soutien|victimes',
  'victim-profile':
    'la plupart|majorité|deux tiers|surtout|principalement|presque toutes|presque tous & victimes|elles|eux|garçons|filles|femmes|sont',
  'regional-workshop': 'régional*|sous-régional*|États|pays & atelier|séminaire|conférence|colloque',
  'training-provided':
    'form*|séminaire*|stage*|cours|atelier*|session* & policier*|juge*|magistrat*|agent*|gendarme*|enquêteur*|procureur*|enseignant*|travailleurs sociaux|assistants sociaux|éducateurs|inspecteur*|fonctionnaire*|personnel*|chefs|douanier*|transporteurs & -professionnelle|métier*',
  'training-materials':
    'manuel|manuels|mallette|support* de formation|guide|module* & form*|rédig*|élabor*|publi*|imprim*|pédagogique|existe & -rapatriement|retour',
  'international-training':
    "séminaire*|formation*|stage*|cours & à l'étranger|OIM|ONUDC|voisins|autres pays|international*",
  'national-seminar': 'séminaire national|conférence nationale|atelier national|colloque national',
  'coordination-mechanism':
    'mécanisme de coordination|mécanisme national|coordonnateur national|répartition des tâches|répartition des compétences|qui fait quoi|dispositif national',
  'national-action-plan': "plan d'action|plan national",
  'child-protection-plan': 'plan & enfant* & abus|exploitation sexuelle|protection',
  'national-strategy': 'stratégie nationale',
  'national-programme': "programme national|programme d'État",
  'national-commission':
    'comité national|commission nationale|conseil national|comité interministériel|commission interministérielle|comités de vigilance|comité de coordination',
  'national-rapporteur': 'rapporteur national|rapporteuse nationale|rapporteur',
  'interagency-coordination':
    'ministères|départements ministériels|administrations|interdépartementale|interministériel* & réuni*|siègent|coordination|coordonn*|compos*|représent*|assurée',
  'working-group': 'groupe de travail|groupes de travail',
  'coordination-meetings':
    'se réunit|réunie|réunions|séances|réuni & fois|par an|trimestr*|mensuel*|régulièrement|chaque mois|par mois',
  'referral-mechanism':
    "mécanisme d'orientation|mécanisme national d'orientation|orientation des victimes|référencement",
  'ngo-cooperation':
    'organisations non gouvernementales|ONG|société civile|associations|congrégations & coopér*|convention*|collabor*|partenariat*|travaill*|appui|conclu*|avec',
  'funding-needed':
    'fonds|ressources|moyens|financ*|budget & besoin|manqu*|insuffisan*|nécessaire*|suffi*|supplémentaires|appui|faute de|souhait*|sollicit*',
  'working-group:interdepartmental':
    'groupe de travail interministériel|groupes de travail interministériels|groupe de travail interinstitutions',
  'working-group:interdisciplinary':
    'groupe de travail interdisciplinaire|groupe de travail pluridisciplinaire|groupe de travail multidisciplinaire',
  'working-group:national': 'groupe de travail national',
  'working-group:trafficking': 'équipe|petit groupe & créé|mis en place & lutte contre la traite',
  'interagency-coordination:law-enforcement':
    "coordonn*|coordination & services de répression|forces de l'ordre",
  'interagency-coordination:ministries':
    'coordonn*|coordination & travaux des ministères|entre les ministères',
  'national-commission:trafficking':
    'commissions nationales|comités nationaux & deux & lutte contre la traite',
  'national-commission:child-trafficking':
    "commission|comité & traite des enfants|traite d'enfants & exclusivement|spécialement|s'occupe",
  'multi-agency-approach':
    'multisectoriel*|pluridisciplinaire*|multidisciplinaire*|multipartite* & approche|démarche|action',
  'technical-assistance-mandate':
    'résolution & prie|prié|mandat & ONUDC|Office des Nations Unies|Secrétariat',
  'interagency-meeting': 'interinstitutions|interorganisations & réunion de coordination|réunion',
  'interagency-group': 'groupe interinstitutions|groupe de coopération interinstitutions',
  'meeting-hosted': 'accueilli|organisé & réunion & organisations internationales|interinstitutions',
  'funding-contributed': 'versé|contribution|contribué & fonds d’affectation|Nations Unies|ONUDC',
  'media-covenant': 'pacte|accord|charte & journaux|presse|éditeurs|médias & annonces|publicités',
  'victim-assistance-workers': "agents d'aide aux victimes|agents d'assistance aux victimes",
  'awareness-targeted':
    "à l'intention des|destinée* aux|visant les & sensibilis* & organismes|fonctionnaires|organisations",
  'data-limitation':
    'statistiques|données|chiffres & difficile*|incompl*|ne comprennent pas|ne couvrent pas|impossible',
  'enforcement-reported':
    'contrôles|descentes|immigration clandestine|inspections & renforc*|intensifi*|multipli*',
  'release-notified': 'libération|remise en liberté & inform*|averti*|notifi* & victime*',
  'interagency-participant:ilo':
    'Organisation internationale du Travail|OIT & groupe interinstitutions|groupe de coopération interinstitutions|interinstitutions',
  'interagency-participant:iom':
    'Organisation internationale pour les migrations|OIM & groupe interinstitutions|groupe de coopération interinstitutions|interinstitutions',
  'interagency-participant:unicef':
    'UNICEF & groupe interinstitutions|groupe de coopération interinstitutions|interinstitutions',
  'interagency-participant:unifem':
    'UNIFEM & groupe interinstitutions|groupe de coopération interinstitutions|interinstitutions',
  'interagency-participant:daw':
    'Division de la promotion de la femme & groupe interinstitutions|groupe de coopération interinstitutions|interinstitutions',
  'interagency-participant:unhcr':
    'HCR|Haut-Commissariat pour les réfugiés & groupe interinstitutions|groupe de coopération interinstitutions|interinstitutions',
  'interagency-participant:unfpa':
    'FNUAP|Fonds des Nations Unies pour la population & groupe interinstitutions|groupe de coopération interinstitutions|interinstitutions',
  'interagency-participant:ohchr':
    'Haut-Commissariat aux droits de l’homme|HCDH & groupe interinstitutions|groupe de coopération interinstitutions|interinstitutions',
  'interagency-participant:unfip':
    'Fonds des Nations Unies pour les partenariats & groupe interinstitutions|groupe de coopération interinstitutions|interinstitutions',
  'interagency-participant:srsg-caac':
    'enfants et les conflits armés & groupe interinstitutions|groupe de coopération interinstitutions|interinstitutions',
  'interagency-participant:interpol':
    'Interpol & groupe interinstitutions|groupe de coopération interinstitutions|interinstitutions',
  'interagency-participant:world-bank':
    'Banque mondiale & groupe interinstitutions|groupe de coopération interinstitutions|interinstitutions',
  'interagency-participant:instraw':
    'INSTRAW & groupe interinstitutions|groupe de coopération interinstitutions|interinstitutions',
  'interagency-participant:unodc':
    'ONUDC & groupe interinstitutions|groupe de coopération interinstitutions|interinstitutions',
  'overview-legislation': 'loi*|législation|Protocole|peine*|infraction*',
  'overview-enforcement': 'police|enquêt*|répression|poursui*',
  'overview-training': 'formation*|séminaire*|stages',
  'overview-prevention': 'sensibilis*|prévention|médias|campagne*',
  'overview-victims': 'victimes & protection|assistance|aide|visas|rapatriement|foyers',
  'overview-coordination': 'coordination & mécanisme*|organe*',
  'overview-cooperation': 'coopération internationale|voisins|bilatéra*|régiona* & coopér*',
};
