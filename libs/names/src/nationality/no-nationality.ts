/** Words in the place of a nationality that are none: totals, "other", "unknown", regions, peoples without a State. */
import { nameKey, wordsOf } from '../name-key.js';

/** Texts that as a whole say no nationality, whatever is close to them. */
const wholeTexts = new Set(
  `NA; N/A; n.a.; NO; no; yes; none; nil; null; various; mixed; multiple; human; male; males; man; men; female; females; woman
women; boy; boys; girl; girls; child; children; adult; adults; minor; minors; nationality; nationalities; citizenship; country
country of origin; own country; own; nationals; national; non-nationals; local; domestic; home; abroad; foreign; foreigner; foreigners; alien; aliens
migrant; migrants; refugee; refugees; without; without nationality; stateless; disputed; white; black; roma; romani; rom; gypsy; gypsies
slav; slavic; arab; arabs; arabic; latino; latina; hispanic; kurd; kurds; kurdish; rohingya; tamil; tibetan; uyghur; uighur; chechen; hmong
african; africans; asian; asians; european; europeans; south american; north african; southern african; west african; western african; east african
eastern african; sub-saharan; caribbean; central asian; central american; latin american; north american; middle eastern; balkan; scandinavian
EU; UE; non-EU; European Union; Africa; Asia; Europe; Americas; Amercias; America; Oceania; South America; Central America; North America
North Africa; West Africa; East Africa; Southern Africa; Middle East; Western Europe; Eastern Europe; EEA; Schengen
étranger; étrangère; étrangers; étrangères; nationalité; pays; apatride; apatrides; sans nationalité; sans; homme; femme; européen
européenne; africain; africaine; asiatique; arabe; arabes; maghrébin; maghrébine; tsigane; rom; kurde; mineur; majeur; aucun; aucune; non
extranjero; extranjera; extranjeros; nacional; nacionales; nacionalidad; país; apátrida; ninguno; ninguna; hombre; mujer; indígena; indígenas
africano; africana; asiático; asiática; europeo; europea; sudamericano; sudamericana; latinoamericano; centroamericana; kurdo; gitano; no registra
иностранец; иностранка; иностранцы; иностранный; гражданство; страна; без гражданства; апатрид; апатриды; араб; арабы; арабский; африканец
африканка; азиат; европеец; цыган; цыганка; цыгане; курд; мужчина; женщина; нет; чеченец
外国人; 外国籍; 外籍; 外国公民; 外国; 国籍; 国家; 无国籍; 无国籍人; 本国人; 本国; 本国公民; 成年人; 未成年人; 男人; 女人; 人; 公民; 居民; 非洲人; 亚洲人; 欧洲人
أجنبي; أجنبية; أجانب; عربي; عربية; عرب; كردي; كردية; أفريقي; إفريقي; أفريقية; آسيوي; أوروبي; أوروبية; جنسية; الجنسية; بلد; عديم الجنسية; بدون; ذكر; أنثى`
    .split(/[;\n]/u)
    .map(nameKey),
);

/** Words that say so wherever they stand: "Other countries (Panama, Brazil)", "TOTAL POR AÑO". */
const anyWords = new Set(
  `total totals subtotal sum all other others unknown unspecified undetermined specify region regions information stated known stateless
others' residual rest confidential
autre autres inconnu inconnue inconnus inconnues indéterminé indéterminée précisez préciser precisé ensemble apatride
otro otra otros otras desconocido desconocida desconocidos especifique especificar determinar determinada determinado
всего итого прочие прочее другие другое другая иные неизвестно неизвестна неизвестен неизвестные
其他 其它 合计 总计 总数 不详 未知 不明 المجموع مجموع أخرى اخرى آخرون معروف معروفة`
    .split(/\s+/u)
    .map(nameKey),
);

/** Whether a text as a whole is known to be no nationality, or has no letters. */
export const isNoNationality = (text: string): boolean =>
  !/\p{L}/u.test(text) || wholeTexts.has(nameKey(text));

/** Whether a text that is no name or demonym says that there is none to be known. */
export const saysNoNationality = (text: string): boolean =>
  isNoNationality(text) || wordsOf(text).some((word) => anyWords.has(word));
