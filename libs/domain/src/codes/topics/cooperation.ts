/** Topics of findings on international cooperation (theme G). */
import type { Topic } from './topic.js';

/* prettier-ignore */
export const cooperationTopics: readonly Topic[] = [
  { code: 'regional-workshop', theme: 'G',
    definition: 'Holds or organises a regional workshop or seminar.',
    names: { en: 'Regional workshop', zh: '区域讲习班', fr: 'Atelier régional', es: 'Taller regional', ru: 'Региональный семинар', ar: 'حلقة عمل إقليمية' } },
  { code: 'overview-cooperation', theme: 'G',
    definition: 'What the compiler says of international cooperation in general, naming no State.',
    names: { en: 'International cooperation in general', zh: '国际合作概况', fr: 'Coopération internationale : aperçu', es: 'Cooperación internacional: panorama', ru: 'Международное сотрудничество в целом', ar: 'التعاون الدولي عموما' } },
];
