/** The words of inconsistencies and discrepancies, in Arabic. */
import type { enChecks } from '../en/checks.js';

export const arChecks: typeof enChecks = {
  kind: 'النوع',
  allKinds: 'جميع الأنواع',
  allRespondents: 'جميع الجهات المجيبة',
  allIndicators: 'جميع المؤشرات',
  state: 'الحالة',
  states: { all: 'الكل', open: 'لم يُنظر فيها بعد', seen: 'نُظر فيها' },
  seen: 'نُظر فيها',
  seenNote: 'لا يُحفظ ما نظرت فيه إلا في هذا المتصفح.',
  count: (shown, all) => `المعروض: ${shown} من ${all}`,
  noneOfChoice: 'لا شيء يطابق هذا الاختيار. اختر نوعا آخر أو جهة مجيبة أو حالة أخرى.',
  noDiscrepancies:
    'لا توجد مجموعتا بيانات تعطيان رقمين مختلفين للأمر نفسه. وإذا كانت المجموعة واحدة فلا شيء للمقارنة: استورد مجموعة أخرى (npm run import).',
  onlyFirst: (shown) => `المعروض أول القيود، وعددها ${shown}. اختر جهة مجيبة لرؤية كل ما يخصها.`,
  difference: 'الفرق',
  what: 'الموضوع',
  differences: {
    collection: 'مجموعة البيانات',
    earlier: 'المنشور السابق',
    later: 'المنشور اللاحق',
    none: 'لا توجد مجموعة بيانات لها منشوران تمكن المقارنة بينهما. استورد منشورا آخر (القسم «استيراد» أو npm run import).',
    same: 'اختر منشورين مختلفين: لا يختلف المنشور عن نفسه.',
    title: (from, to) => `ما يختلف في ${to} عن ${from}`,
    counts: (added, revised, withdrawn, unchanged) =>
      `المضاف: ${added}؛ المنقح: ${revised}؛ المسحوب: ${withdrawn}؛ ما بقي على حاله: ${unchanged}.`,
    notMentionedCount: (n) => `ما لا يذكره المنشور اللاحق، وهو جزء فقط، ويبقى قائما: ${n}.`,
    largest: (what, change) => `أكبر تنقيح: ${what}: ${change}.`,
    note: 'لمذكرة، بالإنكليزية',
    copy: 'نسخ المذكرة',
    copied: 'تم النسخ',
    byRespondent: 'حسب الجهة المجيبة',
    byIndicator: 'حسب المؤشر',
    kinds: { added: 'مضاف', revised: 'منقح', withdrawn: 'مسحوب', 'not-mentioned': 'غير مذكور' },
    list: 'الفروق، أكبرها أولا',
    nothing: 'لا فرق بين المنشورين فيما اختير. اختر منشورين آخرين، أو جميع الجهات المجيبة وجميع المؤشرات.',
    before: 'قبل',
    after: 'بعد',
    difference: 'الفرق',
    first: (n) => `المدرج أول الفروق، وعددها ${n}. اختر جهة مجيبة أو مؤشرا لرؤية كل ما يخصه.`,
    csv: 'المدرج بصيغة CSV',
    nothingSaid: 'لا شيء',
  },
  sentence: {
    'cited-but-not-listed': (paragraphs, list) =>
      `ورد ذكرها في الفقرات ${paragraphs}، لكنها ليست من بين من ردوا حسب الفقرة ${list}.`,
    'listed-but-not-cited': (list) =>
      `مذكورة في الفقرة ${list} ضمن من ردوا، لكن لم يرد لها في أي مكان رقم أو استنتاج.`,
    'name-spelt-otherwise': (written, list, name) =>
      `«${written}» في الفقرة ${list} ليس اسما معتادا؛ وقد فُهم على أنه ${name}، وهو الاسم القريب الوحيد.`,
    'part-exceeds-whole': ['', ' مجموعها ', ' أو أكثر، لكن ', ' هو ', ' على الأكثر.'],
    'conflicting-figures': ['', ' ورد على أنه ', '؛ ولم يُختر أي منها.'],
    and: ' وعلى أنه ',
    plus: ' + ',
    'figure-not-in-quote': ['', ' هو ', '، لكن مصدره يقول «', '».'],
    'figure-not-applicable': ['', ' قيل إنه لا ينطبق، لكن ', ' يحصي شيئا.'],
    'implied-finding-missing': (topic, implied) =>
      `مدرجة في «${topic}»، وهو ما يقال عن المدرجين في «${implied}»؛ لكنها غير مدرجة هناك.`,
  },
};
