/** Words of Spanish. */
import type { Language } from '../language.js';

export const spanish: Language = {
  code: 'es',
  numbers: {
    ...{ cien: 100, ciento: 100, doscientos: 200, doscientas: 200, trescientos: 300, trescientas: 300 },
    ...{ cuatrocientos: 400, cuatrocientas: 400, quinientos: 500, quinientas: 500, mil: 1000 },
    ...{ veintiuno: 21, veintiún: 21, veintiuna: 21, veintidós: 22, veintitrés: 23, veinticuatro: 24 },
    ...{ veinticinco: 25, veintiséis: 26, veintisiete: 27, veintiocho: 28, veintinueve: 29 },
  },
  joins: 'y',
  qualifiers: [
    { qualifier: 'fewer-than', before: 'menos de|inferior a' },
    {
      qualifier: 'at-least',
      before: 'al menos|por lo menos|más de|no menos de|como mínimo|superior a|un mínimo de',
      after: 'como mínimo|o más|por lo menos',
    },
    {
      qualifier: 'approximately',
      before: 'unos|unas|aproximadamente|alrededor de|cerca de|casi|en torno a|aproximado de',
      after: 'aproximadamente',
    },
  ],
  otherBefore:
    'artículo|artículos|art|arts|ley|núm|no|n|nº|n°|número|números|decreto|resolución|párrafo|párrafos|párr|página|anexo|capítulo|título|inciso|literal|menor de|menores de|mayores de|edad de|de entre|teléfono|tel|línea|convenio|convención|objetivo|fase|acuerdo|decreto legislativo|el|del|al',
  otherAfter:
    'por ciento|%|año|años|mes|meses|día|días|hora|horas|semana|semanas|euro|euros|dólar*|millón|millones|pesos|soles|córdobas|lempiras|quetzales|colones|km|kilómetro*|veces|del Código|bis|ter|ª|º|de prisión',
  instruments:
    'ley|leyes|decreto|convención|convenio|protocolo|código|resolución|acuerdo|memorando|tratado|plan|estrategia|constitución|reglamento|política',
  rounded: {
    decena: 10,
    quincena: 15,
    veintena: 20,
    treintena: 30,
    cuarentena: 40,
    cincuentena: 50,
    centenar: 100,
  },
  none: 'ningún|ninguna|ni un solo|ni una sola',
  nobody: 'nadie',
  missing: {
    'not-available':
      'no se dispone de|no están disponibles|no disponible*|no hay datos|no se cuenta con|no existen datos|no existen estadísticas|no se llevan estadísticas|aún no están disponibles|carece de datos',
    'none-known': 'no se tiene conocimiento|no tiene conocimiento|no se conoce ningún|no se conocen',
    withheld: 'reserva|confidencial*|no pueden divulgarse',
  },
  perYear: 'veces al año|veces por año',
  classifiers: {},
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre|setiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  periods: {
    of: 'de|del|del año|de año|del presente año',
    between: 'entre|entre los años|entre el',
    and: 'y|y el',
    from: 'de|desde|del|durante|en|en el período|en el período comprendido entre',
    to: 'a|hasta|al|hasta el|hasta fines de|a fines de|hasta el final de',
    since:
      'desde|desde el año|a partir de|a partir del año|desde fines de|desde principios de|desde finales de',
    upTo: 'hasta|hasta el|hasta fines de|hasta finales de|a fines de|hasta el mes de|antes de|al final de',
    same: 'el mismo año|ese año|ese mismo año|dicho año|en ese año|ese mismo lapso',
    next: 'el año siguiente|al año siguiente|un año después|un año más tarde',
    previous: 'el año anterior|un año antes|del año anterior|al año anterior',
    parts: [
      [
        'primer semestre de|primer semestre del año|primera mitad de|primera mitad del año|primeros seis meses de|seis primeros meses de',
        1,
        6,
      ],
      ['segundo semestre de|segundo semestre del año|segunda mitad de|últimos seis meses de', 7, 12],
      ['primeros nueve meses de|nueve primeros meses de|primeros tres trimestres de', 1, 9],
      ['primer trimestre de|primer trimestre del año|primeros tres meses de', 1, 3],
      ['primeros diez meses de|diez primeros meses de', 1, 10],
      ['primeros once meses de', 1, 11],
      ['segundo trimestre de', 4, 6],
      ['tercer trimestre de', 7, 9],
      ['cuarto trimestre de|último trimestre de', 10, 12],
    ],
  },
  partOf: 'de los cuales|de las cuales|de ellas|de ellos|entre ellas|entre ellos|de estos|de estas',
  origin: 'nacionalidad|nacionales de|procedían|procedentes|originari*|provenían|de origen',
  nouns: {
    case: 'caso|casos|denuncia|denuncias|expediente|expedientes|causa|causas|proceso|procesos',
    investigation: 'investigación|investigaciones|averiguación previa|averiguaciones previas|diligencias',
    offence: 'delito|delitos|infracciones|hechos delictivos',
    person:
      'persona|personas|individuo|individuos|imputado|imputados|acusado|acusados|detenidos|procesados|nacional|nacionales|ciudadan*|participantes|extranjer*|habitantes|estudiantes|alumnos|jóvenes|trabajador*|migrantes',
    suspect: 'sospechoso|sospechosos|presuntos tratantes|presuntos autores|presuntos responsables',
    offender: 'tratante|tratantes|autor|autores|delincuente|delincuentes|traficantes|responsables',
    arrest: 'detención|detenciones|arrestos|capturas|captura',
    prosecution: 'procesamientos|enjuiciamientos|acusaciones|imputaciones|acusación',
    conviction: 'condena|condenas|sentencia|sentencias|sentencias condenatorias',
    victim: 'víctima|víctimas',
    child: 'niño|niños|niña|niñas|menor|menores|adolescente|adolescentes|menores de edad|menor de edad',
    woman: 'mujer|mujeres',
    man: 'hombre|hombres|varones|varón',
    adult: 'adulto|adultos|adulta|adultas|mayores de edad',
    group:
      'grupo delictivo|grupos delictivos|grupo|grupos|red|redes|organización delictiva|organizaciones delictivas|banda|bandas|organizaciones criminales|estructuras criminales|organización criminal',
    officer:
      'agente|agentes|policía|policías|oficial|oficiales|efectivos|investigadores|funcionarios policiales|detectives|guardias|agentes de policía',
    professional:
      'fiscal|fiscales|juez|jueces|magistrad*|docente|docentes|maestr*|trabajadores sociales|funcionari*|diplomátic*|abogad*|médicos|psicólog*|profesionales|periodistas|cónsules|operadores|servidores públicos|inspectores|personal|facilitadores|líderes',
    unit: 'unidad|unidades|brigada|brigadas|división|grupo especializado|unidades especializadas',
    region: 'región|regiones|provincia|provincias|departamento|departamentos',
    call: 'llamada|llamadas',
    poster: 'cartel|carteles|afiche|afiches',
    'media-report': 'noticia|noticias|artículos de prensa|reportajes|notas de prensa|publicaciones|cuñas',
    project: 'proyecto|proyectos|campañas',
    lecture: 'conferencia|conferencias|charla|charlas',
    language: 'idioma|idiomas|lengua|lenguas',
    state: 'Estados|países',
    meeting: 'reunión|reuniones|sesiones',
    body: 'órgano|órganos|órganos de coordinación|mecanismos|comisiones|comités',
  },
  acts: {
    investigate: 'investig*|abier*|abrieron|abrió|inici*|incoa*|instru*|averigua*',
    record:
      'registr*|denunci*|recib*|conoc*|consign*|present*|reportad*|reportaron|ingres*|contabiliz*|notific*',
    uncover: 'descubr*|descubier*|esclarec*|desvel*|resuel*',
    arrest: 'detuv*|deten*|detención|arrest*|captur*|aprehen*|prisión preventiva',
    prosecute:
      'procesad*|procesó|procesaron|enjuici*|acus*|imput*|judicializ*|llevad* a juicio|sometid* a juicio|sometid* a proceso|formul* cargos|proceso penal|encausad*|ejerció la acción penal|acción penal|a juicio',
    convict:
      'conden*|declarad* culpable*|declarados culpables|sentenciad*|sentencias condenatorias|culpable*',
    contact: 'contacto formal|apercib*',
    identify: 'identific*|reconocid* como víctima*|reconocidas como|condición de víctima|estatuto de víctima',
    detect: 'detect*|intercept*|localiz*|hallad*|encontrad*|hallaron',
    rescue: 'rescat*|liberad*|liberó|liberaron|rescatad*|libertad a',
    assist:
      'asisti*|atendi*|atenc*|ayud*|apoy*|acogid*|acogi*|albergad*|albergu*|benefici*|protec*|reinser*|recibieron|hospedad*|alojad*|acompañ*|refugio',
    dismantle: 'desarticul*|desmantel*|neutraliz*|desbarat*|disuel*',
    train:
      'capacit*|form*|seminario*|curso|cursos|taller|talleres|adiestr*|instruc*|particip*|asistieron a|diplomado',
    specialise:
      'especial*|adscrit*|destinad*|asignad*|integrad*|cuenta con|dotad*|compuest*|unidad|brigada|división|creó|creada|plantilla',
    inform:
      'inform*|sensibiliz*|distribu*|difund*|difus*|alcanz*|coloc*|imprim*|campaña|publicad*|reparti*|lleg* a',
    call: 'línea telefónica|línea de ayuda|línea gratuita|línea|teléfono de ayuda|servicio telefónico',
    'on-trafficking':
      'relacionad* con la trata|referent* a la trata|relativ* a la trata|sobre trata|sospech* de trata|posibles casos de trata|casos de trata|presunt* trata|por presunta trata|se referían|referidas a',
    aware: 'sensibiliz*|concienci*',
    coordinate: 'coordin*|interinstitucional*|interministerial*|comité|comisión|consejo|mesa|reuni*',
    workshop: 'taller|seminario|representad*|participaron',
    'help-in-regions': 'personal de asistencia|asignado',
    'teach-material': 'material* de capacitación|manual|manuales|módulo*',
  },
  breakdowns: {
    'sex=female':
      'niños y niñas|niñas y niños|muchachas|mujer|mujeres|niña|niñas|de sexo femenino|del sexo femenino',
    'sex=male':
      'niños y niñas|niñas y niños|muchachos|hombre|hombres|varones|de sexo masculino|del sexo masculino',
    'age=child':
      'niños y niñas|niñas y niños|niño|niños|niña|niñas|menor|menores|menores de edad|menor de edad|adolescente|adolescentes|menores de 18 años',
    'age=adult': 'adulto|adultos|adulta|adultas|mayores de edad',
    'audience=police': 'policía*|agentes de policía|oficiales de policía|efectivos policiales',
    'audience=prosecutors': 'fiscal|fiscales',
    'audience=judges': 'juez|jueces',
    'audience=magistrates': 'magistrad*',
    'audience=border-guards': 'guardias de frontera*',
    'audience=teachers': 'docente*|maestr*|profesor*',
    'audience=social-workers': 'trabajadores sociales|trabajadoras sociales',
    'audience=immigration-officials':
      'agentes de inmigración|oficiales de migración|funcionarios de migración',
    'audience=consular-officials': 'diplomátic*|cónsules|funcionarios consulares',
    'audience=schoolchildren': 'estudiantes|alumn*|escolares',
    'audience=government-officials': 'funcionarios públicos|servidores públicos',
    'audience=health-workers': 'médicos|enfermer*|personal de salud',
    'audience=military': 'militares|soldados',
    'audience=employment-and-welfare-officials': 'inspectores de trabajo',
    'audience=young-people': 'jóvenes',
    'form-of-exploitation=sexual-exploitation':
      'explotación sexual|explotadas sexualmente|prostitución|con fines sexuales',
    'form-of-exploitation=forced-labour':
      'trabajo forzoso|trabajos forzados|explotación laboral|servidumbre|esclavitud|trabajo forzado',
    'form-of-exploitation=other-forms':
      'mendicidad|matrimonio forzado|extracción de órganos|otras formas de explotación|mendicidad forzada',
  },
};
