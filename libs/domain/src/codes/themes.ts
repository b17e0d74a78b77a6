/** The themes of a report on the resolution: sections A to G on States, III on technical assistance. */
import type { CodeNames } from './code-names.js';

export interface Theme {
  readonly code: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'III';
  readonly names: CodeNames;
}

/* prettier-ignore */
export const themes: readonly Theme[] = [
  { code: 'A', names: { en: 'Ratification and law', zh: '批准和法律条款', fr: 'Ratification et législation', es: 'Ratificación y legislación', ru: 'Ратификация и законодательство', ar: 'التصديق والتشريع' } },
  { code: 'B', names: { en: 'Enforcement', zh: '强制执行', fr: 'Répression', es: 'Aplicación de la ley', ru: 'Правоприменение', ar: 'إنفاذ القانون' } },
  { code: 'C', names: { en: 'Training and seminars', zh: '培训和研讨会', fr: 'Formation et séminaires', es: 'Capacitación y seminarios', ru: 'Подготовка кадров и семинары', ar: 'التدريب والحلقات الدراسية' } },
  { code: 'D', names: { en: 'Prevention and awareness', zh: '预防和提高认识', fr: 'Prévention et sensibilisation', es: 'Prevención y sensibilización', ru: 'Предупреждение и повышение осведомленности', ar: 'الوقاية والتوعية' } },
  { code: 'E', names: { en: 'Help and protection for victims', zh: '帮助和保护被害人', fr: 'Aide et protection des victimes', es: 'Asistencia y protección a las víctimas', ru: 'Помощь жертвам и их защита', ar: 'مساعدة الضحايا وحمايتهم' } },
  { code: 'F', names: { en: 'National coordination', zh: '国家协调机制', fr: 'Coordination nationale', es: 'Coordinación nacional', ru: 'Национальная координация', ar: 'التنسيق الوطني' } },
  { code: 'G', names: { en: 'International cooperation', zh: '国际合作', fr: 'Coopération internationale', es: 'Cooperación internacional', ru: 'Международное сотрудничество', ar: 'التعاون الدولي' } },
  { code: 'III', names: { en: 'Technical assistance', zh: '技术援助', fr: 'Assistance technique', es: 'Asistencia técnica', ru: 'Техническая помощь', ar: 'المساعدة التقنية' } },
];
