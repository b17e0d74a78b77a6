/**
 * Arabic demonyms. No package has them, so these are the ones that do not follow from the country's name by
 * `fromArabicName`, and the plurals that are no suffix; other forms of these words are made by rule.
 */
export const arabicDemonyms = `
AE إماراتي; AF أفغاني; AF أفغان; AL ألبان; AM أرمني; AM أرمن; AM أرميني; AT نمساوي; AZ أذري; BA بوسني; BA بوشناقي; BF بوركيني
BF بوركينابي; BG بلغار; BO بوليفي; BR برازيلي; BY بيلاروسي; BY بيلاروسيا; CF أفريقي وسطي; CI إيفواري; CI عاجي; CL تشيلي; CL شيلي; CN صيني
CR كوستاريكي; CZ تشيكي; DE ألمان; DK دنماركي; EG مصاروة; ER إريتري; ER إرتري; ES إسبان; ET أثيوبي; ET حبشي; FR فرنسي; GB بريطاني
GE جورجي; GH غاني; GQ غيني استوائي; GR يونان; GW غيني بيساوي; HU مجري; HU هنغاري; ID إندونيسي; ID أندونيسي; IE إيرلندي; IE أيرلندي; IL إسرائيلي
IN هنود; IT إيطالي; IT إيطاليان; JO أردني; KE كيني; KG قيرغيزي; KG قرغيزي; KM قمري; KP كوري شمالي; KR كوري جنوبي; KZ كازاخي; KZ كازاخستاني; LB لبناني
LK سريلانكي; LY ليبي; MA مغربي; MA مغاربة; MD مولدوفي; MD مولدافي; ME مونتينيغري; MG مدغشقري; MG ملغاشي; MK مقدوني; MM بورمي; MM ميانماري; MN منغول
MV مالديفي; NE نيجري; NG نيجيري; NL هولندي; NP نيبالي; NZ نيوزيلندي; PE بيروفي; PE بيرواني; PH فلبيني; PH فليبيني; PL بولندي; PL بولوني; PS فلسطيني
PT برتغالي; RO روماني; RS صربي; RS صرب; RU روس; SA سعودي; SD سوداني; SD سودانيين; SE سويدي; SK سلوفاكي; SL سيراليوني; SO صومالي; SS جنوب سوداني
SS سوداني جنوبي; SV سلفادوري; SY سوري; SY سورية; TH تايلندي; TH تايلاندي; TJ طاجيكي; TJ طاجيك; TM تركماني; TM تركمان; TR تركي; TR أتراك; TW تايواني
TZ تنزاني; UA أوكراني; UA أوكرانيا; UA أكراني; US أمريكي; US أميركي; US أمريكان; UZ أوزبكي; UZ أوزبك; VE فنزويلي; VN فيتنامي; XK كوسوفي
YE يمني; YE يمنيين; ZA جنوب أفريقي; ZA جنوب إفريقي; ZM زامبي; ZW زيمبابوي`;

/** As `doubtfulDemonyms`, in Arabic. */
export const doubtfulArabicDemonyms = `
GN/GQ/GW غيني; CG/CD كونغولي; CG/CD كونغوي; DO/DM دومينيكاني; DO/DM دومينيكي; KR/KP كوري; WS/AS ساموي; GB/GB-EAW إنجليزي; GB/GB-EAW إنكليزي
GB/GB-EAW إنجليز; GB/GB-SCT اسكتلندي; BD/IN بنغالي; IR فارسي; RS/BA/HR/ME/MK/SI/XK يوغوسلافي; CZ/SK تشيكوسلوفاكي`;
