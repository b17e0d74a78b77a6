/** How the names of the folders of received files begin, by which those are found that were left behind. */
export const uploadPrefix = 'rapporteur-import-';
