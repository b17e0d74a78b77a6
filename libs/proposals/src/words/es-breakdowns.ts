/** Spanish words of dimensions: who was trained, of which sex and age, how they were exploited. */
import type { Words } from '../notation.js';

export const spanishBreakdowns: Readonly<Record<string, Words>> = {
  'audience=potential-clients': 'clientes potenciales|posibles clientes',
  'audience=law-enforcement':
    'agentes del orden|fuerzas de seguridad|fuerzas del orden|funcionarios encargados de hacer cumplir la ley',
  'audience=school-psychologists': 'psicólogos escolares',
  'audience=justice-officials': 'operadores de justicia|funcionarios judiciales|personal judicial',
  'audience=refugee-workers': 'personal de refugiados|oficiales de asilo',
  'audience=ngos': 'organizaciones no gubernamentales|ONG',
  'audience=service-providers': 'prestadores de servicios|proveedores de servicios',
  'audience=investigators': 'investigadores|investigadores policiales|detectives',
  'audience=public': 'población en general|público en general',
  'sex=female':
    'niños y niñas|niñas y niños|muchachas|mujer|mujeres|niña|niñas|de sexo femenino|del sexo femenino|sexo femenino|adolescentes mujeres|muchacha|féminas|femenino',
  'sex=male':
    'niños y niñas|niñas y niños|muchachos|hombre|hombres|varones|de sexo masculino|del sexo masculino|sexo masculino|adolescentes varones|muchacho|masculino',
  'age=child':
    'niños y niñas|niñas y niños|niño|niños|niña|niñas|menor|menores|menores de edad|menor de edad|adolescente|adolescentes|menores de 18 años|muchachas|muchachos|adolescencia|infant*|edad inferior a 18',
  'age=adult': 'adulto|adultos|adulta|adultas|mayores de edad',
  'audience=police': 'policía*|agentes de policía|oficiales de policía|efectivos policiales',
  'audience=prosecutors': 'fiscal|fiscales',
  'audience=judges': 'juez|jueces',
  'audience=magistrates': 'magistrad*',
  'audience=border-guards':
    'guardias de frontera*|guardias fronterizos|policía de fronteras|agentes fronterizos',
  'audience=teachers': 'docente*|maestr*|profesor*|educadores',
  'audience=social-workers': 'trabajadores sociales|trabajadoras sociales|asistentes sociales',
  'audience=immigration-officials':
    'agentes de inmigración|oficiales de migración|funcionarios de migración|agentes de migración|agentes migratorios|personal de migración|funcionarios migratorios|inspectores de migración',
  'audience=consular-officials':
    'diplomátic*|cónsules|funcionarios consulares|personal consular|agentes consulares',
  'audience=schoolchildren': 'estudiantes|alumn*|escolares',
  'audience=government-officials': 'funcionarios públicos|servidores públicos|empleados públicos',
  'audience=health-workers':
    'médicos|enfermer*|personal de salud|personal sanitario|trabajadores de la salud|profesionales de la salud|enfermeras',
  'audience=military': 'militares|soldados|fuerzas armadas',
  'audience=employment-and-welfare-officials':
    'inspectores de trabajo|inspectores laborales|inspectores del trabajo',
  'audience=young-people': 'jóvenes',
  'form-of-exploitation=sexual-exploitation':
    'explotación sexual|explotadas sexualmente|prostitución|con fines sexuales|comercio sexual|prostituid*|sexualmente|fines de explotación sexual|fines sexuales',
  'form-of-exploitation=forced-labour':
    'trabajo forzoso|trabajos forzados|explotación laboral|servidumbre|esclavitud|trabajo forzado|servicio doméstico|trabajo doméstico|labores forzadas|explotación en el trabajo|servidumbre doméstica',
  'form-of-exploitation=other-forms':
    'mendicidad|matrimonio forzado|extracción de órganos|otras formas de explotación|mendicidad forzada',
};
