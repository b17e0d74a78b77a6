/**
 * Hard words of nationality with their answers, written down before the rules: a sample for tests.
 * `word = NG`: taken as NG. `word = ?UA`: UA is taken or proposed, and nobody else taken. `word = ?NE NG`: all these
 * are proposed, and none is taken. `word = -`: unknown, and nothing is proposed.
 */
const english = `
Nigerians = NG; Nigerian = NG; NIGERIANS = NG; Nigerien = NE; Nigeriens = NE; Niger = NE; Nigerin = ?NE NG; Nigeran = ?NE NG
Niger Rep = NE; Nigeri = ?NE NG; Guinean = ?GN GQ GW; Guineans = ?GN GQ GW; Equatorial Guinean = GQ; Bissau-Guinean = GW
Guinea-Bissauan = GW; Guinean (Conakry) = GN; Papua New Guinean = PG; Papuan = ?PG; Guinea = GN; Congolese = ?CG CD
Congolese (DRC) = CD; Congolese (Kinshasa) = CD; Congolese (Brazzaville) = CG; Congolese (Republic of the Congo) = CG
Dominican = ?DO DM; Dominicans = ?DO DM; Dominican Rep = DO; Dominican (Dominica) = DM; Dominican Rebublic = ?DO
Korean = ?KR KP; Koreans = ?KR KP; South Korean = KR; South Koreans = KR; North Korean = KP; Korean (South) = KR
Samoan = ?WS AS; American Samoan = AS; Western Samoan = WS; Virgin Islander = ?VG VI; British Virgin Islander = VG
US Virgin Islander = VI; Sudanese = SD; South Sudanese = SS; North Sudanese = ?SD; Indian = IN; Indians = IN; American Indian = ?US IN
British = GB; Briton = GB; Britons = GB; Brits = ?GB; English = ?GB; Welsh = ?GB; Scottish = ?GB GB-SCT; Irish = IE
Northern Irish = ?GB GB-NIR; Irishman = IE; American = US; Americans = US; South American = -; Central African = ?CF; Central africa = ?CF
South African = ZA; South Africans = ZA; Southern African = -; North African = -; West African = -; African = -; Asian = -
European = -; Arab = -; Arabian = ?SA; Saudi = SA; Saudis = SA; Saudi Arabian = SA; Latino = -; Slav = -; Kurdish = -; Kurd = -
Rohingya = -; Roma = -; Romani = -; Tamil = -; Tibetan = -; Filipino = PH; Filipina = PH; Filipinos = PH; Filipinas = PH
Philippine = PH; Filippino = ?PH; Phillipino = ?PH; Philipino = ?PH; Ukraineans = ?UA; Ukrainians = UA; Ukranian = ?UA; The Ukraine = UA
Lybians = ?LY; Lybian = ?LY; Libyans = LY; Liberian = LR; Lebanese = LB; Morrocan = ?MA; Moroccans = MA; Tunesian = ?TN; Algierian = ?DZ
Egyption = ?EG; Egyptians = EG; Syriah = ?SY; Syrians = SY; Iraqi = IQ; Iraqis = IQ; Iranian = IR; Persian = ?IR; Vietnameese = ?VN
Vietnamese = VN; Camodian = ?KH; Cambodians = KH; Kampuchean = KH; Burmese = MM; Burmeese = ?MM; Siamese = ?TH; Thai = TH; Thais = TH
Laotian = LA; Lao = LA; Indonisian = ?ID; Malasian = ?MY; Malaysian = MY; Malawian = MW; Malian = ML; Maldivian = MV; Maltese = MT
Malagasy = MG; Madagascarian = ?MG; Mauritian = MU; Mauritanian = MR; Chinese = CN; Chineese = ?CN; Chinese (Taiwan) = ?TW
Hong Kong Chinese = ?HK; Taiwanese = TW; Columbian = ?CO; Colombians = CO; Brasilian = ?BR; Brazilians = BR; Venezuelian = ?VE; Peruan = ?PE
Bolivan = ?BO; Paraguayan = PY; Paraguaian = ?PY; Ecuadorian = EC; Ecuadorean = EC; Salvadoran = SV; Salvadorian = SV; Hodruanian = ?HN
Honduranian = ?HN; Honduran = HN; Guatemalan = GT; Costa Rican = CR; Costa Ricans = CR; Puerto Rican = PR; Argentine = AR; Argentinian = AR
Guyanese = GY; French Guianese = ?GF; Surinamese = SR; Trinidadian = TT; Tobagonian = TT; Barbadian = BB; Bahamian = BS; Bahraini = BH
Kittitian = KN; Vincentian = VC; St. Lucian = LC; Antiguan = AG; Grenadian = GD; Gambian = GM; Zambian = ZM; Gabonese = GA
Ghanaian = GH; Ghanian = ?GH; Ivorian = CI; Ivorians = CI; Burkinabe = BF; Beninese = BJ; Dahomean = ?BJ; Sierra Leonean = SL
Sierra Leonian = ?SL; Cape Verdean = CV; Somali = SO; Somalis = SO; Somalian = SO; Ugandans = UG; Mosotho = LS; Basotho = LS; Swazi = SZ
Motswana = BW; Batswana = BW; Zairean = ?CD; Rhodesian = ?ZW ZM; Afghan = AF; Afghani = AF; Afghanis = AF; Afgan = ?AF; Bangladeshis = BD
Bengali = ?BD IN; Nepali = NP; Nepalese = NP; Sri Lankan = LK; Srilankan = LK; Ceylonese = ?LK; Bhuatnese = ?BT; Kyrgyz = KG; Kirghiz = KG
Kazakh = KZ; Kazakhstani = KZ; Uzbek = UZ; Uzbeks = UZ; Uzbekh = ?UZ; Tajik = TJ; Turkmen = TM; Turkish = TR; Turks = TR; Turkish Cypriot = ?TR CY
Azeri = AZ; Georgian = GE; Belarusian = BY; Belarussian = BY; Byelorussian = BY; Moldovan = MD; Moldavian = MD; Romanians = RO; Rumanian = RO
Bosnian = BA; Kosovar = XK; Kosovan = XK; Kosovo Albanian = ?XK AL; Macedonian = MK; Montenegrin = ME; Serbs = RS; Croats = HR; Croation = ?HR
Yugoslav = ?RS HR BA SI ME MK; Czechoslovak = ?CZ SK; Soviet = ?RU; Serbia and Montenegro = ?RS ME; Slovak = SK; Slovene = SI; Slovenian = SI
Poles = PL; Polish = PL; Czech = CZ; Danes = DK; Finns = FI; Swedes = SE; Spaniards = ES; Dutch = NL; Dutchman = NL; German = DE; Germen = ?DE
Greek = GR; Swiss = CH; Austrian = AT; Australian = AU; Austalian = ?AU; Lithunian = ?LT; Bulgerian = ?BG; Albanan = ?AL; 97 albanian = ?AL
Emirati = AE; Omani = OM; Timorese = ?TL; East Timorese = TL; Sahrawi = EH; Palestinian = PS; Israelis = IL; New Zealander = NZ; Kiwi = ?NZ
Nigerian nationals = NG; citizen of Nigeria = NG; Chinese nationals = CN; Nigerians and Ghanaians = ?NG GH; Nigerian/Ghanaian = ?NG GH
Mumbai, India = ?IN; Netherlands (own country) = ?NL; non-Nigerian = ?NG; Icelander = IS; Niue = NU; Monegasque = MC; Manx = IM`;

const french = `
nigérian = NG; nigérianes = NG; nigérien = NE; nigériennes = NE; 2 maliens = ?ML; 3 nigériens et 1 tunisien = ?NE TN; guinéenne = ?GN GQ GW
équato-guinéenne = GQ; bissau-guinéen = GW; congolaise = ?CG CD; Congolais (RDC) = CD; dominicaine = ?DO DM; République dominicaine = DO
dominiquaise = DM; sud-coréenne = KR; nord-coréens = KP; coréen = ?KR KP; soudanaise = SD; sud-soudanaises = SS; sud-africaine = ZA
centrafricaine = CF; camerounaise = CM; sénégalaises = SN; béninois = BJ; togolaises = TG; ivoirienne = CI; malienne = ML; burkinabè = BF
tchadiennes = TD; marocaine = MA; marocains = MA; algérienne = DZ; tunisiens = TN; libyenne = LY; égyptienne = EG; malgaches = MG
mauricienne = MU; mauritanienne = MR; roumaine = RO; Roumaines = RO; bulgares = BG; russes = RU; biélorusse = BY; moldaves = MD; grecque = GR
turque = TR; turcs = TR; espagnole = ES; allemande = DE; néerlandaise = NL; hollandaise = NL; belge = BE; anglaise = ?GB; britannique = GB
irlandaise = IE; polonaise = PL; tchèques = CZ; slovaque = SK; slovènes = SI; brésilienne = BR; bresilien = BR; équatorienne = EC
haïtiennes = HT; chinoise = CN; chinois = CN; vietnamienne = VN; thaïlandaise = TH; philippines = PH; philippin = PH; indienne = IN; indien = IN
bangladaise = BD; afghanes = AF; irakienne = IQ; iranienne = IR; syriennes = SY; palestinienne = PS; américaine = US; néo-zélandaise = NZ
guyanaise = ?GF GY; luxembourgeoise = LU; ressortissants maliens = ML; de nationalité roumaine = RO; française = FR; francais = FR
étrangère = -; Inconnue = -; Autres = -; Apatride = -; Sans nationalité = -; européenne = -; africaine = -; arabe = -; maghrébin = -`;

const spanish = `
Boliviana = BO; bolivianos = BO; NICARAGUENSE = NI; nicaragüenses = NI; COLOMBIANA = CO; colombianos = CO; peruanas = PE; PERUANA = PE
ecuatoriana = EC; ecuatoguineana = GQ; venezolanas = VE; hondureña = HN; HONDURENA = HN; HONDURE\uFFFDA = ?HN; SALVADORE\uFFFDA = ?SV
salvadoreñas = SV; guatemaltecos = GT; costarricenses = CR; panameña = PA; DOMINICANA = ?DO DM; dominicanos = ?DO DM; R.Dominicana = DO
República Dominicana = DO; cubanas = CU; haitianos = HT; jamaiquina = ?JM; mexicanas = MX; argentinas = AR; Argentino = AR; paraguayas = PY
uruguaya = UY; brasileña = BR; BRASILERA = BR; BARSIL = ?BR; Chino = CN; chinas = CN; española = ES; Españoles = ES; ESPA\uFFFDA = ?ES
rumanas = RO; búlgara = BG; BULGARA = BG; rusas = RU; ucraniana = UA; marroquíes = MA; MARROQUI = MA; nigeriana = NG; nigerinas = NE
Nigerino = NE; guineana = ?GN GQ GW; congoleña = ?CG CD; coreana = ?KR KP; surcoreano = KR; norcoreana = KP; sudanés = SD; sursudanesa = SS
sudafricana = ZA; centroafricano = CF; marfileña = CI; ghanesa = ?GH; senegalesas = SN; camerunesa = CM; maliense = ML; tailandesa = TH
filipina = PH; vietnamitas = VN; pakistaníes = PK; bangladesí = BD; Indio = ?IN; hindú = ?IN; indígena = -; estadounidenses = US; americano = ?US
norteamericana = ?US; inglesa = ?GB; británicas = GB; puertorriqueña = PR; beliceña = BZ; alemanas = DE; Alemana = DE; francesas = FR; suiza = CH
sueca = SE; danesa = DK; holandesa = NL; polaca = PL; griega = GR; turca = TR; siria = SY; saudita = SA; iraquí = IQ; iraní = IR; israelíes = IL
ciudadana colombiana = CO; nacionalidad boliviana = BO; Keniano = KE; PER\uFFFD = ?PE; T\u00C3\u00BCrkiye = ?TR; (especifique el pa\uFFFDs) = -
árabe = -; sudamericana = -; africana = -; Desconocido = -; DESCONOCIDA = -; OTROS = -; Otras nacionalidades = -; Sin determinar = -
TOTAL POR AÑO = -; extranjera = -; apátrida = -; NO REGISTRA = -`;

const russian = `
нигериец = NG; нигерийка = NG; нигерийцы = NG; нигерийский = NG; нигерец = NE; Нигер = NE; Нигерия = NG; украинка = UA; украинцы = UA
украинец = UA; украинские = UA; гражданка Украины = ?UA; россиянин = RU; россиянки = RU; русская = ?RU; белоруска = BY; белорусы = BY
молдаванка = MD; молдаване = MD; узбек = UZ; узбечка = UZ; таджики = TJ; таджичка = TJ; киргизка = KG; кыргыз = KG; казах = KZ; казашка = KZ
казахстанцы = KZ; туркменка = TM; армянин = AM; армянка = AM; грузинка = GE; азербайджанцы = AZ; турок = TR; турчанка = TR; китаянка = CN
китайцы = CN; вьетнамец = VN; вьетнамки = VN; филиппинка = PH; индиец = IN; индийцы = IN; индеец = ?IN; индус = ?IN; пакистанец = PK
афганцы = AF; иранец = IR; иракец = IQ; сирийка = SY; немец = DE; немка = DE; француженка = FR; англичанин = ?GB; британка = GB
итальянцы = IT; испанка = ES; поляк = PL; полька = PL; румынка = RO; болгарка = BG; серб = RS; литовец = LT; латыш = LV; эстонка = EE
кореец = ?KR KP; южнокорейский = KR; американка = US; кубинец = CU; бразильянка = BR; колумбийка = CO; доминиканец = ?DO DM
конголезка = ?CG CD; гвинеец = ?GN GQ GW; ганец = GH; камерунка = CM; марокканец = MA; египтянин = EG; эфиоп = ET; кенийка = KE
суданец = SD; южносуданец = SS; австриец = AT; австралиец = AU; словак = SK; словенка = SI; малиец = ML; ливиец = LY; ливанец = LB
иностранец = -; Неизвестно = -; Всего = -; Итого = -; Прочие = -; без гражданства = -; араб = -; африканец = -`;

const chinese = `
尼日利亚人 = NG; 尼日尔人 = NE; 尼日利亚籍 = NG; 越南籍 = VN; 越南公民 = VN; 缅甸人 = MM; 缅甸籍 = MM; 中国人 = CN; 中国公民 = CN; 中国籍 = CN
泰国人 = TH; 老挝人 = LA; 柬埔寨人 = KH; 菲律宾人 = PH; 印度人 = IN; 印度尼西亚人 = ID; 印尼人 = ID; 多米尼加人 = DO; 多米尼克人 = DM
刚果人 = ?CG CD; 韩国人 = KR; 朝鲜人 = ?KP; 美国人 = US; 英国人 = GB; 几内亚人 = ?GN GQ GW; 赤道几内亚人 = GQ; 几内亚比绍人 = GW
台湾人 = ?TW; 香港人 = ?HK; 俄罗斯人 = RU; 乌克兰人 = UA; 苏丹人 = SD; 南苏丹人 = SS; 马里人 = ML; 毛里求斯人 = MU; 毛里塔尼亚人 = MR
伊朗人 = IR; 伊拉克人 = IQ; 澳大利亚人 = AU; 奥地利人 = AT; 斯洛伐克人 = SK; 斯洛文尼亚人 = SI; 利比亚人 = LY; 利比里亚人 = LR
外国人 = -; 外国籍 = -; 不详 = -; 其他 = -; 合计 = -; 总计 = -; 无国籍 = -; 无国籍人 = -; 本国人 = -; 成年人 = -`;

const arabic = `
نيجيري = NG; نيجيرية = NG; نيجيريا = NG; نيجري = NE; النيجر = NE; سوري = SY; سورية = SY; سوريون = SY; السوريين = SY; لبنانية = LB; مصري = EG
مصريون = EG; مصريات = EG; عراقي = IQ; عراقيين = IQ; أردني = JO; سعودي = SA; سعودية = SA; يمنية = YE; سوداني = SD; سودانية = SD
جنوب سوداني = SS; مغربي = MA; مغربية = MA; مغاربة = MA; جزائري = DZ; تونسيات = TN; ليبي = LY; موريتاني = MR; صومالية = SO; إثيوبي = ET
إثيوبيات = ET; كيني = KE; هندي = IN; هنود = IN; باكستانيون = PK; بنغلاديشي = BD; بنغالي = ?BD; فلبينية = PH; فلبينيات = PH; إندونيسية = ID
تايلندي = TH; صينيون = CN; روسية = RU; أوكرانية = UA; تركي = TR; أتراك = TR; إيراني = IR; أفغاني = AF; أفغان = AF; فلسطيني = PS
فرنسية = FR; ألماني = DE; بريطاني = GB; أمريكية = US; كوري = ?KR KP; كوري جنوبي = KR; كونغولي = ?CG CD; غيني = ?GN GQ GW; دومينيكاني = ?DO DM
عماني = OM; كويتية = KW; قطري = QA; إماراتي = AE; بحريني = BH; مالي = ML; غاني = GH; عربي = -; أجنبي = -; أخرى = -; غير معروف = -; المجموع = -`;

const noNationality = `
0 = -; 12 = -; - = -; … = -; TOTAL = -; Total = -; (specify the country) = -; (specify) = -; Other = -; Others = -; N/A = -; NA = -; n.a. = -; NO = -
Unknown = -; without = -; own country = -; Nationals = -; Abroad = -; Stateless = -; Disputed = -; foreigner = -; no information = -; Nationality = -
male = -; Female = -; Adult = -; Minor = -; Men = -; EU = -; Non-EU = -; European Union = -; M49 Region: Africa = -; Not stated = -; Human = -`;

export interface HardWord {
  readonly word: string;
  /** One code for a word that is taken, those that must be among the proposals, or nothing. */
  readonly answer: string | readonly string[] | undefined;
}

function readLine(line: string): HardWord {
  const at = line.lastIndexOf(' = ');
  const [word, answer] = [line.slice(0, at), line.slice(at + 3)];
  if (answer === '-') return { word, answer: undefined };
  return { word, answer: answer.startsWith('?') ? answer.slice(1).split(' ') : answer };
}

const lists = [english, french, spanish, russian, chinese, arabic, noNationality];

export const hardWords: readonly HardWord[] = lists
  .flatMap((list) => list.split(/[;\n]/u))
  .map((line) => line.trim())
  .filter((line) => line !== '')
  .map(readLine);
