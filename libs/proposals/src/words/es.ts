/** Words of Spanish. */
import type { Language } from '../language.js';
import { spanishTopics } from './topics/es.js';

export const spanish: Language = {
  code: 'es',
  numbers: {},
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
    'artículo|artículos|art|arts|ley|núm|no|n|nº|n°|número|números|decreto|resolución|párrafo|párrafos|párr|página|anexo|capítulo|título|inciso|literal|menor de|menores de|mayores de|edad de|de entre|teléfono|tel|línea|convenio|convención|objetivo|fase|acuerdo|decreto legislativo|el|del|al|capacidad para|multa de|capacidad de|cupo para',
  otherAfter:
    'por ciento|%|año|años|mes|meses|día|días|hora|horas|semana|semanas|euro|euros|dólar*|millón|millones|pesos|soles|córdobas|lempiras|quetzales|colones|km|kilómetro*|del Código|bis|ter|ª|º|de prisión|camas|plazas|páginas|ejemplares|tercios|tercio|cuartos|quintos|más que|menos que|salarios|habitaciones|vehículos|minutos|copias',
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
  article: 'un|una',
  none: 'ningún|ninguna|ni un solo|ni una sola|no hubo|no se registró ningún|no se registró ninguna|no se dictó ninguna|no se produjo ningun*|no se dictaron|no existió|no se registraron|no se produjeron|ninguno de|ninguna de|ninguno',
  nobody: 'nadie|ninguna en|ninguno en|nadie fue',
  missing: {
    'not-available':
      'no se dispone de|no están disponibles|no disponible*|no hay datos|no se cuenta con|no existen datos|no existen estadísticas|no se llevan estadísticas|aún no están disponibles|carece de datos|no se conoce|no se conocen|no se dispone|no se lleva registro|no se lleva|no se llevan|no se cuenta|no está disponible|aún no se dispone|todavía no se dispone|no hay estadísticas|se carece de|se desconoce|se desconocen|se ignora|no disponible|no se ha publicado|no se han publicado|no se desglosa*|no se han recopilado|no constan|no consta|no obran',
    'none-known':
      'no se tiene conocimiento|no tiene conocimiento|no se conoce ningún|no se conocen|no se tiene noticia|no hay constancia|no se conoce, hasta la fecha,|no se conoce hasta la fecha|no se conocen casos|sin conocimiento de|no se ha tenido conocimiento|no tiene constancia',
    withheld: 'reserva|confidencial*|no pueden divulgarse',
  },
  perYear: 'veces al año|veces por año|veces cada año|reuniones al año|reuniones anuales|sesiones al año',
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
  partOf:
    'de los cuales|de las cuales|de ellas|de ellos|entre ellas|entre ellos|de estos|de estas|de esas|de esos|de ese total|de ese número|de estas últimas|de estos últimos|de las que|de los que|entre las que|entre los que|incluid*|de todas ellas|de todos ellos|del total|entre las cuales|entre los cuales|de las mismas|de los mismos|de entre',
  origin:
    'nacionalidad|nacionales de|procedían|procedentes|originari*|provenían|de origen|oriund*|provenientes|procedía|ciudadanía|ciudadan*|naturales de',
  subject:
    'trata de personas|trata de seres humanos|trata de mujeres|trata de niños|trata de niñas|trata de mujeres y niños|trata de mujeres, niñas y niños|tráfico de personas|tráfico de migrantes|tráfico ilícito de migrantes|derechos del niño|derechos de la niñez|trata de menores|venta de niños|protección de la niñez|explotación de niños|explotación de menores|protección de menores',
  nouns: {
    time: 'veces',
    case: 'caso|casos|denuncia|denuncias|expediente|expedientes|causa|causas|proceso|procesos|hechos|asuntos|asunto|querellas|querella|reportes|notitia criminis|noticias criminales|carpetas',
    investigation:
      'investigación|investigaciones|averiguación previa|averiguaciones previas|diligencias|indagaciones|indagación|pesquisas|averiguaciones|carpetas de investigación|sumarios',
    offence: 'delito|delitos|infracciones|hechos delictivos',
    person:
      'persona|personas|individuo|individuos|imputado|imputados|acusado|acusados|detenidos|procesados|nacional|nacionales|ciudadan*|participantes|extranjer*|habitantes|estudiantes|alumnos|jóvenes|trabajador*|migrantes|empleados|pobladores|vecinos|padres|madres|familias|espectadores|oyentes|usuarios|viajeros|turistas|campesinos|obreros|reclutadores|captadores|proxenetas|cómplices|intermediarios|encausados|sindicados|reos|inculpados|condenados|aprehendidos|capturados|culpables|colegiales|escolares|muchachos|muchachas|población|asistentes|beneficiarios|becarios|compatriotas|connacionales|prefectos|transportistas|taxistas|hoteleros',
    suspect:
      'sospechoso|sospechosos|presuntos tratantes|presuntos autores|presuntos responsables|presunto tratante|presuntos delincuentes|indiciados',
    offender:
      'tratante|tratantes|autor|autores|delincuente|delincuentes|traficantes|responsables|captor*|culpables|delincuencial*',
    arrest: 'detención|detenciones|arrestos|capturas|captura|aprehensiones|arresto',
    prosecution:
      'procesamientos|enjuiciamientos|acusaciones|imputaciones|acusación|procesamiento|autos de procesamiento|juicios|juicio|autos de apertura|imputación|acusación formal',
    conviction:
      'condena|condenas|sentencia|sentencias|sentencias condenatorias|fallos condenatorios|fallo condenatorio|fallos|sentencia condenatoria|veredicto*',
    victim:
      'víctima|víctimas|sobreviviente|sobrevivientes|afectadas|agraviadas|agraviados|víctimas de trata|rescatadas|rescatados',
    child:
      'niño|niños|niña|niñas|menor|menores|adolescente|adolescentes|menores de edad|menor de edad|muchachas|muchachos|menores de 18 años|infantes|chicas|chicos|adolescencia',
    woman: 'mujer|mujeres|señoras|femeninas|féminas',
    man: 'hombre|hombres|varones|varón|señores|masculinos',
    adult: 'adulto|adultos|adulta|adultas|mayores de edad',
    group:
      'grupo delictivo|grupos delictivos|grupo|grupos|red|redes|organización delictiva|organizaciones delictivas|banda|bandas|organizaciones criminales|estructuras criminales|organización criminal|células|clanes|clan|mafias|organizaciones|organización|estructuras|estructura|agrupación*',
    officer:
      'agente|agentes|policía|policías|oficial|oficiales|efectivos|investigadores|funcionarios policiales|detectives|guardias|agentes de policía|policiales|gendarmes|carabineros|detective|investigador|integrantes|miembros|soldados|marinos|guardia|comisarios|elementos|suboficiales|uniformados|agentes policiales',
    professional:
      'fiscal|fiscales|juez|jueces|magistrad*|docente|docentes|maestr*|trabajadores sociales|funcionari*|diplomátic*|abogad*|médicos|psicólog*|profesionales|periodistas|cónsules|operadores|servidores públicos|inspectores|personal|facilitadores|líderes|prefectos|procuradores|defensores|educadores|profesores|enfermeros|enfermeras|trabajadoras sociales|asistentes sociales|sacerdotes|religiosas|voluntarios|promotores|comunicadores|letrados|magistrados|intérpretes|técnicos|servidores|empleados públicos|consulares|representantes|peritos|asesores|directores|empresarios|agentes consulares',
    unit: 'unidad|unidades|brigada|brigadas|división|grupo especializado|unidades especializadas|equipos|secciones|departamentos especializados|oficinas|fiscalías',
    region: 'región|regiones|provincia|provincias|departamento|departamentos',
    call: 'llamada|llamadas|consultas telefónicas|consultas|comunicaciones',
    poster: 'cartel|carteles|afiche|afiches|pancartas|vallas',
    'media-report':
      'noticia|noticias|artículos de prensa|reportajes|notas de prensa|publicaciones|cuñas|artículos|anuncios|programas de radio|programas de televisión|spots|avisos|emisiones',
    project: 'proyecto|proyectos|campañas',
    lecture:
      'conferencia|conferencias|charla|charlas|pláticas|exposiciones|conferencias magistrales|conversatorios',
    language: 'idioma|idiomas|lengua|lenguas',
    state: 'Estados|países|delegaciones|naciones|gobiernos',
    meeting: 'reunión|reuniones|sesiones|encuentros|reunión ordinaria',
    body: 'órgano|órganos|órganos de coordinación|mecanismos|comisiones|comités',
  },
  acts: {
    investigate:
      'investig*|abier*|abrieron|abrió|inici*|incoa*|instru*|averigua*|indag*|pesquis*|abri*|instruy*|diligenci*|trámite',
    record:
      'registr*|denunci*|recib*|conoc*|consign*|present*|reportad*|reportaron|ingres*|contabiliz*|notific*|contaron|contab*|anot*|consta|constan|sumar*|hubo|ascend*|lleg* a conocimiento|tramit*|denunciad*|asent*|inscri*|radic*',
    uncover: 'descubr*|descubier*|esclarec*|desvel*|resuel*|revel*|averigu*|aclar*|destap*',
    arrest:
      'detuv*|deten*|detención|arrest*|captur*|aprehen*|prisión preventiva|apres*|apreh*|prend*|encarcel*|custodia|reclu*|privad* de libertad',
    prosecute:
      'procesad*|procesó|procesaron|enjuici*|acus*|imput*|judicializ*|llevad* a juicio|sometid* a juicio|sometid* a proceso|formul* cargos|proceso penal|encausad*|ejerció la acción penal|acción penal|a juicio|procesa*|juicio|juzgad*|vinculad* a proceso|ante los tribunales|ante la justicia|ante el juez|comparec*|puest* a disposición|cargos|denunciad* penalmente|llegaron a debate|formaliz*|acusación|acusaciones',
    convict:
      'conden*|declarad* culpable*|declarados culpables|sentenciad*|sentencias condenatorias|culpable*|penad*|sancionad*|fallo*|encontrad* culpable*|hallad* culpable*|sentencia*|prisión impuesta',
    contact: 'contacto formal|apercib*',
    identify:
      'identific*|reconocid* como víctima*|reconocidas como|condición de víctima|estatuto de víctima|identificación|reconocimiento|reconocid*|acreditad*|determin*|verific*|calificad* como víctima*|condición de víctimas',
    detect:
      'detect*|intercept*|localiz*|hallad*|encontrad*|hallaron|hall*|encontr*|ubicad*|ubicó|ubicaron|sorprend*|advirt*|prevaleció|descubr*',
    rescue:
      'rescat*|liberad*|liberó|liberaron|rescatad*|libertad a|salv*|rescate|rescató|rescataron|liberación|liber*|sacad* de|recuper*|sustraíd*|puest* en libertad a',
    assist:
      'asisti*|atendi*|atenc*|ayud*|apoy*|acogid*|acogi*|albergad*|albergu*|benefici*|protec*|reinser*|recibieron|hospedad*|alojad*|acompañ*|refugio|asistencia|socorr*|amparo|amparad*|acoger|acogida|hogar|hogares|casa de acogida|recibido ayuda|atención|atend*|repatriad*|retorn*|alojamiento|albergue*|cobij*|auxil*|proteg*|tratamiento|terapia|servicios|bríndar*|brind*|prest*',
    dismantle:
      'desarticul*|desmantel*|neutraliz*|desbarat*|disuel*|desarm*|deshech*|deshizo|desintegr*|desvertebr*|abatid*|quedó desart*|desmembr*',
    train:
      'capacit*|form*|seminario*|curso|cursos|taller|talleres|adiestr*|instruc*|particip*|asistieron a|diplomado|instruy*|instru*|entren*|adiestra*|enseñ*|aprend*|cursill*|jornada*|diplom*|clases|ciclo de|asistieron|perfeccion*|sensibiliz*|pasaron',
    specialise:
      'especial*|adscrit*|destinad*|asignad*|integrad*|cuenta con|dotad*|compuest*|unidad|brigada|división|creó|creada|plantilla|dispone de|conformad*|conform*|compone*|consta de|formaban|forman|cuenta|cuentan|equipo|dedicad*|especializ*|sección|oficina|fiscalía|prestan servicio',
    inform:
      'inform*|sensibiliz*|distribu*|difund*|difus*|alcanz*|coloc*|imprim*|campaña|publicad*|reparti*|lleg* a|oyeron|escuch*|vieron|visit*|expos*|entreg*|peg*|fij*|edit*|tiraje|divulg*|emiti*|transmit*|orient*|charla*|mensaje*|público|audiencia|asistieron|advert*|lleg*|recorr*',
    call: 'línea telefónica|línea de ayuda|línea gratuita|línea|teléfono de ayuda|servicio telefónico|número|teléfono|telefónic*|gratuita|central telefónica|llamó|llamaron',
    'on-trafficking':
      'relacionad* con la trata|referent* a la trata|relativ* a la trata|sobre trata|sospech* de trata|posibles casos de trata|casos de trata|presunt* trata|por presunta trata|se referían|referidas a|por sospecha|sospecha de trata|sospechas de trata|trata de personas|tenían que ver con|guardaban relación|versaban sobre|sobre la trata|concernían|relacionad*|se relacionaban|por trata|concern*',
    aware: 'sensibiliz*|concienci*|campaña*|advert*|alert*|prevención',
    coordinate:
      'coordin*|interinstitucional*|interministerial*|comité|comisión|consejo|mesa|reuni*|se reúne|se reunió|sesion*|celebra|plenari*|mesa de trabajo|red de|articul*|grupo de trabajo',
    workshop:
      'taller|seminario|representad*|participaron|asist*|congreg*|concurr*|conferencia|encuentro|particip*|regional|reunió a',
    'help-in-regions': 'personal de asistencia|asignado',
    'teach-material': 'material* de capacitación|manual|manuales|módulo*',
  },
  breakdowns: {
    'audience=service-providers': 'prestadores de servicios',
    'audience=investigators': 'investigadores',
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
      'explotación sexual|explotadas sexualmente|prostitución|con fines sexuales|comercio sexual|prostituid*|sexualmente|fines de explotación sexual|fines sexuales',
    'form-of-exploitation=forced-labour':
      'trabajo forzoso|trabajos forzados|explotación laboral|servidumbre|esclavitud|trabajo forzado|servicio doméstico|trabajo doméstico|labores forzadas|explotación en el trabajo|servidumbre doméstica',
    'form-of-exploitation=other-forms':
      'mendicidad|matrimonio forzado|extracción de órganos|otras formas de explotación|mendicidad forzada',
  },
  topics: spanishTopics,
};
