/** Topics of findings on training (theme C). */
import type { Topic } from './topic.js';

/* prettier-ignore */
export const trainingTopics: readonly Topic[] = [
  { code: 'training-provided', theme: 'C',
    definition: 'Trains people who deal with trafficking in persons.',
    names: { en: 'Training provided', zh: '提供培训', fr: 'Formation dispensée', es: 'Capacitación impartida', ru: 'Подготовка кадров', ar: 'تدريب مقدَّم' } },
  { code: 'training-audience', theme: 'C',
    definition: 'A group that is trained.',
    names: { en: 'Groups trained', zh: '培训对象', fr: 'Publics formés', es: 'Destinatarios de la capacitación', ru: 'Группы, проходящие подготовку', ar: 'الفئات المتدربة' } },
  { code: 'training-materials', theme: 'C',
    definition: 'Has written manuals, textbooks or papers for training.',
    names: { en: 'Training materials', zh: '培训材料', fr: 'Supports de formation', es: 'Material de capacitación', ru: 'Учебные материалы', ar: 'مواد تدريبية' } },
  { code: 'international-training', theme: 'C',
    definition: 'Takes part in training together with other States or international organisations.',
    names: { en: 'International training', zh: '国际培训', fr: 'Formation internationale', es: 'Capacitación internacional', ru: 'Международная подготовка', ar: 'تدريب دولي' } },
  { code: 'national-seminar', theme: 'C',
    definition: 'Has held a national seminar on trafficking in persons.',
    names: { en: 'National seminar', zh: '全国研讨会', fr: 'Séminaire national', es: 'Seminario nacional', ru: 'Национальный семинар', ar: 'حلقة دراسية وطنية' } },
  { code: 'overview-training', theme: 'C',
    definition: 'What the compiler says of training in general, naming no State.',
    names: { en: 'Training in general', zh: '培训概况', fr: 'Formation : aperçu', es: 'Capacitación: panorama', ru: 'Подготовка кадров в целом', ar: 'التدريب عموما' } },
];
