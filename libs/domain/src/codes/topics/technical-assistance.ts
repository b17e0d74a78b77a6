/** Topics of findings on technical assistance (theme III). */
import type { Topic } from './topic.js';

/* prettier-ignore */
export const technicalAssistanceTopics: readonly Topic[] = [
  { code: 'technical-assistance-mandate', theme: 'III',
    definition: 'What the resolution asks of the Office by way of technical assistance.',
    names: { en: 'Mandate for technical assistance', zh: '技术援助任务', fr: 'Mandat d’assistance technique', es: 'Mandato de asistencia técnica', ru: 'Мандат на техническую помощь', ar: 'ولاية المساعدة التقنية' } },
  { code: 'interagency-meeting', theme: 'III',
    definition: 'A meeting that coordinates the work of international organisations.',
    names: { en: 'Inter-agency meeting', zh: '机构间会议', fr: 'Réunion interinstitutions', es: 'Reunión interinstitucional', ru: 'Межучрежденческое совещание', ar: 'اجتماع مشترك بين الوكالات' } },
  { code: 'interagency-group', theme: 'III',
    definition: 'The inter-agency group against trafficking in persons was founded.',
    names: { en: 'Inter-agency group', zh: '机构间合作小组', fr: 'Groupe interinstitutions', es: 'Grupo interinstitucional', ru: 'Межучрежденческая группа', ar: 'الفريق المشترك بين الوكالات' } },
  { code: 'interagency-participant', theme: 'III',
    definition: 'An organisation that took part in meetings of the inter-agency group.',
    names: { en: 'Participants in the inter-agency group', zh: '机构间小组与会组织', fr: 'Participants au groupe interinstitutions', es: 'Participantes en el grupo interinstitucional', ru: 'Участники межучрежденческой группы', ar: 'المشاركون في الفريق المشترك بين الوكالات' } },
  { code: 'meeting-hosted', theme: 'III',
    definition: 'Has hosted a meeting of international organisations.',
    names: { en: 'Meeting hosted', zh: '主办会议', fr: 'Réunion accueillie', es: 'Reunión acogida', ru: 'Проведение совещания', ar: 'استضافة اجتماع' } },
  { code: 'funding-contributed', theme: 'III',
    definition: 'Has given money for work against trafficking in persons.',
    names: { en: 'Funding contributed', zh: '提供捐款', fr: 'Contribution financière', es: 'Contribución financiera', ru: 'Финансовый взнос', ar: 'مساهمة مالية' } },
];
