/**
 * Demonyms of countries in English, French and Spanish that no package has: nouns, feminine forms that follow no rule,
 * old names, usual misspellings. Code and word, by language; the package's are not repeated.
 */
export const moreDemonyms = {
  en: `
AE Emirati; AF Afghani; AG Barbudan; AI Anguillian; AM Armenain; AR Argentine; AR Argentinian; AS American Samoan
AU Aussie; AW Aruban; AZ Azeri; AZ Azerbaijanian; BA Bosnian; BA Herzegovinian; BB Bajan; BM Bermudian
BD Bangladesh national; BF Burkinan; BW Motswana; BW Botswanan; BY Belarussian; BY Byelorussian; BY Belorussian
CA Canadien; CD DR Congolese; CD DRC Congolese; CD Zairean; CD Zairian; CD Congo-Kinshasa; CG Congo-Brazzaville
CI Ivoirian; CK Cook Islander; CV Cabo Verdean; CV Cape Verdian; CW Curaçaoan; CZ Czech; DK Dane; DJ Djiboutian
DM Dominiquais; DZ Algerien; EC Ecuadorian; EC Ecuadoran; EH Sahrawi; EH Saharawi; ES Spaniard; FI Finn
FK Falkland Islander; FO Faroese; FR Frenchman; GB Briton; GB Britisher; GF French Guianese; GF French Guianan
GG Guernseyman; GI Gibraltarian; GL Greenlander; GL Greenlandic; GP Guadeloupian; GQ Equatoguinean; GR Hellenic
GN Guinea Conakry; GN Conakry Guinean; GT Guatemaltecan; GU Guamanian; GW Bissau-Guinean; GW Bissauan; HK Hong Konger
HK Hongkonger; HN Honduranian; HR Croat; IE Irishman; IL Israelite; IS Icelander; IT Italien; JM Jamacian
JE Jerseyman; KG Kirghiz; KG Kyrgyzstani; KG Kyrgyzs; KH Kampuchean; KI Kiribatian; KM Comorian; KN Kittitian
KN Kittian and Nevisian; KN Saint Kitts; KP Democratic Korean; KR Republic of Korean; KY Caymanian; KZ Kazakh
KZ Kazak; LA Lao; LC St Lucian; LK Srilankan; LS Basotho; LS Lesothan; LU Luxembourgish; LU Luxemburger
LY Libian; MC Monegasque; MD Moldavian; MG Madagascan; MH Marshall Islander; MK North Macedonian; MM Myanmarese
MM Myanma; MO Macanese; MQ Martinican; MS Montserratian; MV Maldivian; MX Mexicano; NC New Caledonian
NE Nigerois; NF Norfolk Islander; NL Dutchman; NL Netherlander; NL Hollander; NP Nepali; NU Niuean
PF French Polynesian; PG Papua New Guinean; PH Philippine; PH Filipina; PH Philippino; PH Phillipino; PL Pole; PN Pitcairn Islander; PR Puerto Rican
PS Palestinian; PT Portugese; RE Réunionese; RO Rumanian; RO Roumanian; RS Serb; RS Servian; RW Rwandese
SA Saudi Arabian; SE Swede; SH Saint Helenian; SI Slovene; SK Slovak; SL Sierra-Leonean; SM Sammarinese
SO Somalian; SO Somalilander; SR Surinamese; SS South Sudanese; ST São Toméan; ST Santomean; SV Salvadorian
SV Salvadorean; SV Salvadorenian; SX Sint Maartener; SZ Swazilander; SZ Emaswati; TC Turks and Caicos Islander
TJ Tadzhik; TJ Tajik; TJ Tajikistani; TK Tokelauan; TL Timorese; TM Turkmen; TM Turkmenistani; TM Turkoman; TR Turk
TT Trini; TW Taiwan Chinese; UG Ugandese; US U.S. American; US U.S. citizen; US United States citizen
UZ Uzbek; VA Vatican; VC Vincentian; VC Saint Vincentian; VG British Virgin Islander
VI US Virgin Islander; VI U.S. Virgin Islander; VI American Virgin Islander; VU Ni-Vanuatu; VU Vanuatuan
WF Wallis and Futuna Islander; WF Wallisian; WF Futunan; WS Western Samoan; XK Kosovar; XK Kosovan; YE Yemeni
YT Mahoran; ZW Zimbabwian`,
  fr: `
AG Barbudien; AI Anguillan; AO Angolan; AR Argentin; AS Samoan américain; AW Arubais; AX Ålandais; AZ Azéri
BA Bosniaque; BD Bangladeshi; BF Burkinabè; BG Bulgare; BN Brunéien; BW Botswanéen; BY Bélarusse; BY Bélarussien
CA Canadien; CD Zaïrois; CD Congolais de Kinshasa; CF Centre-africain; CG Congolais de Brazzaville; CH Suisse
CH Suissesse; CI Ivorien; CK Cookien; CR Costaricien; CR Costa-Ricain; CV Cap-verdien; CV Cabo-verdien; CY Cypriote
DM Dominiquais; EH Sahraoui; FK Malouin; GN Guinéen de Conakry; GQ Équatoguinéen; GW Bissau-guinéen; GY Guyanien
IQ Iraquien; JM Jamaïcain; KE Kenyan; KE Kényen; KG Kirghize; KG Kirghizistanais; KP Nord-coréen; KR Sud-coréen
KZ Kazakh; LK Sri-lankais; LR Libérien; LS Lésothien; LS Basotho; MC Monégasque; MK Nord-macédonien; MO Macanais
MM Myanmarais; MU Mauricien; NL Hollandais; PF Polynésien français; PG Papouan-néo-guinéen; PR Portoricain
PS Palestinien; QA Qatari; RE Réunionnais; RS Serbe; RW Ruandais; SA Saoudite; SB Salomonien; SC Seychellois
SL Sierra-léonais; SM Sanmarinais; SS Sud-soudanais; ST São-toméen; TL Timorais; TO Tonguien; TW Formosan; TZ Tanzanian
UZ Ouzbèke; UZ Ouzbékistanais; VC Saint-Vincentais; VU Vanuatuan; XK Kosovien; ZA Sud-africain`,
  es: `
AE Emiratense; AF Afgano; AO Angolano; AS Samoano americano; AS Samoamericano; AT Austríaco; BA Bosnio; BA Bosnioherzegovino
BA Bosnio-herzegovino; BD Bangladesí; BD Bangladeshí; BF Burkinabé; BH Bahreiní; BN Bruneano; BR Brasilero; BS Bahamés
BT Bhutanés; BW Botswano; BY Belaruso; BY Belarusio; CD Zaireño; CF Centroafricano; CI Marfileño; CR Costarriqueño
CV Caboverdeano; CZ Checoslovaqués; DM Dominiqués; EH Saharaui; ER Eritreano; FJ Fiyiano; GB Británico; GF Francoguayanés
GF Guayano-francés; GQ Guineoecuatoriano; GQ Guineano ecuatorial; GW Bisauguineano; HK Hongkongués; ID Indonesio
IQ Iraquí; IR Iraní; JM Jamaiquino; JM Jamaicano; JO Jordanio; KE Keniata; KG Kirguiso; KG Kirguizo; KH Camboyano
KM Comorano; KN Cristobaleño; KP Norcoreano; KR Surcoreano; KR Sudcoreano; KW Kuwaití; KZ Kazako; KZ Kazajistano
LA Lao; LC Santalucense; LI Liechtenstiano; LS Basoto; MG Malgache; ML Maliense; ML Malí; MN Mongol; MW Malauiano
MW Malawiano; MY Malayo; NE Nigerino; NI Nicaraguense; NL Neerlandés; NP Nepalés; NP Nepalí; PE Peruvo; PG Papuano
PK Pakistaní; PK Paquistaní; PR Puertorriqueño; PR Portorriqueño; QA Catarí; QA Qatarí; RE Reunionés; SA Saudita
SA Saudiárabe; SA Arabe saudita; SD Sudanés; SG Singapureño; SL Sierraleonés; SM Sanmarinense; SR Surinameño; SS Sursudanés
SS Sudsudanés; ST Santomense; SY Sirio; SZ Suazilandés; TH Tailandés; TJ Tayiko; TJ Tadjiko; TM Turkmeno; TN Tunesino
TT Trinitense; TT Trinitario; TT Tobaguense; TW Taiwanés; TZ Tanzaniano; UA Ucranio; US Estadunidense
VC Sanvicentino; VU Vanuatuense; WS Samoano occidental; ZA Sudafricano; ZA Surafricano; ZW Zimbabuo; ZW Zimbabwense`,
};

/**
 * Words that several countries share or claim, or that say less than a country: proposed, and never taken. "Guinean" is
 * the demonym of Guinea, and people write it of its neighbours too. Code(s) and word, by language.
 */
export const doubtfulDemonyms = {
  en: `
GN/GQ/GW Guinean; CG/CD Congolese; DO/DM Dominican; KR/KP Korean; WS/AS Samoan; VG/VI Virgin Islander; SD North Sudanese
SD Northern Sudanese; IN/US American Indian; IN/US Native American; CF Central African; CF Central Africa; GB/GB-EAW English
GB/GB-EAW Englishman; GB/GB-EAW Welsh; GB/GB-EAW Welshman; GB/GB-SCT Scottish; GB/GB-SCT Scot; GB/GB-SCT Scotsman; GB Brit
GB-NIR/GB Northern Irish; SA Arabian; IR Persian; TH Siamese; LK Ceylonese; BJ Dahomean; ZW/ZM Rhodesian; BD/IN Bengali
BD/IN Bengalese; TR/CY Turkish Cypriot; GR/CY Greek Cypriot; CY Northern Cypriot; XK/AL Kosovo Albanian
XK/RS Kosovo Serb; XK/AL Albanian Kosovar; RS/BA/HR/ME/MK/SI/XK Yugoslav; RS/BA/HR/ME/MK/SI/XK Yugoslavian; CZ/SK Czechoslovak
CZ/SK Czechoslovakian; RU/UA/BY/KZ/UZ/MD/GE/AM/AZ/KG/TJ/TM/LT/LV/EE Soviet; RS/ME Serbian and Montenegrin
RS/ME Serbia and Montenegro; NZ Kiwi; TW/CN Formosan; PG Papuan; PF Polynesian; MY Malay; BF Upper Voltan; BF Voltaic
ET Abyssinian; BY White Russian; HU Magyar; GF/GY Guianese; GG/JE Channel Islander; MF/SX Saint Martiner; BA Bosniak
DE East German; DE West German; VN South Vietnamese; VN North Vietnamese; YE South Yemeni; YE North Yemeni; TW/CN Chinese Taipei
HK/CN Hong Kong Chinese; MO/CN Macau Chinese; CN/TW Republic of China; SX/MF Saint Martin; GP/MQ French West Indian; CW/AW/BQ/SX Dutch Antillean`,
  fr: `
GN/GQ/GW Guinéen; CG/CD Congolais; DO/DM Dominicain; KR/KP Coréen; WS/AS Samoan; GB/GB-EAW Anglais; GB/GB-EAW Gallois
GB/GB-SCT Écossais; GB/GB-NIR Nord-irlandais; IR Perse; TH Siamois; LK Cinghalais; LK Ceylanais; BJ Dahoméen; BD/IN Bengali
ZW/ZM Rhodésien; RS/BA/HR/ME/MK/SI/XK Yougoslave; CZ/SK Tchécoslovaque; RU/UA/BY/KZ/UZ/MD/GE/AM/AZ/KG/TJ/TM/LT/LV/EE Soviétique
PF Polynésien; PG Papou; GF/GY Guyanais; BF Voltaïque; ET Abyssin; MY Malais; MF/SX Saint-Martinois; IN Hindou; HU Magyar`,
  es: `
GN/GQ/GW Guineano; CG/CD Congoleño; CG/CD Congolés; DO/DM Dominicano; KR/KP Coreano; WS/AS Samoano; GB/GB-EAW Inglés
GB/GB-EAW Galés; GB/GB-SCT Escocés; GB/GB-NIR Norirlandés; IN Indio; IN Hindú; IR Persa; US Americano; US/CA/MX Norteamericano
TH Siamés; LK Cingalés; LK Ceilanés; BD/IN Bengalí; ZW/ZM Rodesiano; RS/BA/HR/ME/MK/SI/XK Yugoslavo; CZ/SK Checoslovaco
CZ/SK Checoeslovaco; RU/UA/BY/KZ/UZ/MD/GE/AM/AZ/KG/TJ/TM/LT/LV/EE Soviético; PF Polinesio; PG Papú; GF/GY Guayanés; GF/GY Guyanés
VG/VI Virginiano; GH Ganés; GH Ghanés; TM/TR Turcomano; MF/SX Sanmartinense; EH Sahariano; CI Ivoriano; HU Magiar`,
};
