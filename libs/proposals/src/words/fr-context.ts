/** French words around a number that say how often, of what part, or that it counts nothing. */
import type { Context } from '../notation.js';

export const frenchContext: Context = {
  howMany:
    "combien|quel nombre|le nombre|leur nombre|nombre exact|le total|la répartition|le détail|l'effectif exact",
  notSaid:
    "ne sait pas|ne savons pas|ne savent pas|ne pas savoir|ignor*|ne peut|ne peuvent|ne pouvons|ne pouvoir|ne saurait|ne sauraient|impossible|inconnu*|n'est pas|n'a pas|n'ont pas|ne sont pas|n'a été|n'ont été|ne permet*|ne dit|ne disent|ne précise*|n'indique*|ne figure*|ne ressort|n'apparaît|pas encore|n'a pu|n'ont pu|faute de|ne tient|ne tiennent|ne mentionne*|ne fait pas|ne font pas|n'est connu*|ne nous est|perdu|perdus|détruit*",
  planned:
    "il est prévu|est prévu|est prévue|sont prévus|sont prévues|prévoit de|prévoient de|l'objectif|objectif est|a pour objectif|envisage de|envisagent de|entend|devrait|devraient|devront|sera|seront|d'ici|d'ici à|projette|se propose|il est envisagé|compte former|espère|vise à|visant à|on compte|programmé|programmée|programmés",
  splits:
    "par sexe|par âge|par genre|par nationalité|par groupe|par pays|par origine|par forme|par type|par catégorie|répartition|répartis|réparties|ventilation|ventilées|ventilés|sexe|âge|âge et sexe|sexe et âge|nationalité|nationalités|pays d'origine|origine|origines|forme d'exploitation|formes d'exploitation|type d'exploitation|types d'exploitation|exploitation|profil|composition|dont|parmi elles|parmi eux|parmi celles-ci|parmi ceux-ci|selon le sexe|selon l'âge|selon la nationalité|selon la forme|s'agissant de l'âge|quant à l'âge|quant au sexe|provenance|citoyenneté",
  penalty:
    'punit|punissent|punie|puni|punis|punies|passible*|prévoit|prévoient|encourt|encourent|réprime|répriment|peine de|peines de|peines allant|maximum de|aggravée|circonstances aggravantes|est de|portées à|portée à',
  otherOffences:
    'viol|viols|homicide*|meurtre*|vol|vols|bétail|drogue*|stupéfiants|trafic de migrants|trafic illicite|clandestin*|émigration|franchissement*|refoul*|expuls*|violences conjugales|violences domestiques|sorcellerie|proxénétisme simple|enlèvement*|disparition*|asile|blanchiment|escroquerie*|pour mémoire|toutes infractions|reconduit* à la frontière|pêche illicite|armes',
  trafficking: 'traite',
};
