/** Words of Spanish. */
import type { Language } from '../language.js';
import { spanishContext } from './es-context.js';
import { nationsInSpanish } from './nations.js';
import { spanishBreakdowns } from './es-breakdowns.js';
import { spanishTopics } from './topics/es.js';

export const spanish: Language = {
  code: 'es',
  numbers: {},
  qualifiers: [
    {
      qualifier: 'fewer-than',
      before:
        'menos de|inferior a|no más de|a lo sumo|como máximo|un máximo de|por debajo de|apenas|inferiores a|inferior* al',
    },
    {
      qualifier: 'at-least',
      before:
        'al menos|por lo menos|más de|no menos de|como mínimo|superior a|un mínimo de|algo más de|poco más de|un poco más de|bastante más de|por encima de|superiores a|cuando menos|mínimo de|no menos que|supera*|superaron|sobrepas*|rebas*|excede* de',
      after: 'como mínimo|o más|por lo menos|cuando menos|al menos|por lo bajo|y más|y pico',
    },
    {
      qualifier: 'approximately',
      before:
        'unos|unas|aproximadamente|alrededor de|cerca de|casi|en torno a|aproximado de|cerca del|próximo a|próximos a|más o menos|estimad* en|se estima en|del orden de|en el orden de|rozando|alrededor de los|unas y|cosa de|poco menos de|aproximadamente a|estimación de|estimado de',
      after: 'aproximadamente|más o menos|o así',
    },
  ],
  otherBefore:
    'artículo|artículos|art|arts|ley|núm|no|n|nº|n°|número|números|decreto|resolución|párrafo|párrafos|párr|página|anexo|capítulo|título|inciso|literal|menor de|menores de|mayores de|edad de|de entre|teléfono|tel|línea|convenio|convención|objetivo|fase|acuerdo|decreto legislativo|el|del|al|capacidad para|multa de|capacidad de|cupo para|esos|esas|estos|estas|dichos|dichas|aquellos|uno de cada|una de cada|cada|de cada|monto de|suma de|presupuesto de|costo de|plazo de|zona|calle|edificio|sala|apartado|ext|capacidad|extensión|boletín|multas de|préstamos de',
  otherAfter:
    'FCFA|francos|de FCFA|millones de|de francos|de pesos|de dólares|de córdobas|de colones|de quetzales|de lempiras|de bolívares|de euros|de guaraníes|de soles|o más si|si la víctima|en caso de|cuando la víctima|por ciento|%|año|años|mes|meses|día|días|hora|horas|semana|semanas|euro|euros|dólar*|millón|millones|pesos|soles|córdobas|lempiras|quetzales|colones|km|kilómetro*|del Código|bis|ter|ª|º|de prisión|camas|plazas|páginas|ejemplares|tercios|tercio|cuartos|quintos|más que|menos que|salarios|habitaciones|vehículos|minutos|copias|ministerios|organizaciones no gubernamentales|ONG|ciudades|pueblos|aldeas|centros|albergues|hogares|hospitales|embajadas|consulados|aeropuertos|puertos|puestos fronterizos|pasos fronterizos|escuelas|colegios|instituciones|entidades|organismos|dependencias|servicios|asociaciones|empresas|socios|dólares|guaraníes|bolivianos|balboas|reales|segundos|veces más|capítulos|párrafos|ámbitos|puntos|objetivos|medidas|etapas|recomendaciones|preguntas|noches|pasaportes|documentos|folletos|trípticos|volantes|cuadernillos|libros|videos|vídeos|películas|grupos de trabajo|días hábiles|tipos|categorías|formas|niveles|fases|ejes|componentes|módulos|decenios|décadas|comunidades|municipios|cantones|distritos|parroquias|localidades|sitios|establecimientos|fábricas|locales|programas|emisoras|canales|convenios|acuerdos|organizaciones de la sociedad|organizaciones civiles|organizaciones internacionales|solicitudes|secretarías|carteras|oficinas consulares|ministerios y|millares|líneas de acción|últimos|primeros|primeras|próximos',
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
  half: 'medio|media',
  single: 'un solo|una sola|un único|una única|solo un|solo una|sólo un|sólo una|solamente un|solamente una',
  article: 'un|una',
  none: 'ningún|ninguna|ni un solo|ni una sola|no hubo|no se registró ningún|no se registró ninguna|no se dictó ninguna|no se produjo ningun*|no se dictaron|no existió|no se registraron|no se produjeron|ninguno de|ninguna de|ninguno|ni siquiera un|cero|ni una|ni un|ninguno de los|ninguna de las|sin ningún|sin ninguna|no se ha dictado ninguna|no se ha dictado|no se ha producido ningun*|no se ha registrado ningún|no se ha registrado ninguna|no se detectó ningún|no se detectaron|no se identificó ningún|no se identificaron|no fue identificada ninguna|no ha habido|tampoco hubo|no se conocieron|no se presentaron|no se abrió ninguna|no se recibió ninguna|no se recibieron',
  nobody:
    'ningún tribunal|ningún juez|ningún juzgado|ninguna había|ninguno había|ninguna ha|ninguno ha|ninguna era|ninguno era|ninguna es|ninguno es|ninguna tenía|ninguno tenía|ninguna resultó|ninguno resultó|ninguno|ninguna persona|nadie|nadie|ninguna en|ninguno en|nadie fue|ninguno fue|ninguna fue|ninguno de ellos|ninguna de ellas|no se condenó a nadie|no fue condenado nadie|no se registró ninguno|no se registró ninguna|no hubo ninguno|no hubo ninguna|no se procesó a nadie|no se detuvo a nadie',
  missing: {
    'not-available':
      'no está en condiciones de indicar|extraviad*|se extraviaron|se extravió|se perdió|se perdieron|perdid*|destruid*|no han sido consolidad*|no se han consolidado|sin consolidar|sin datos|datos no disponibles|aún no comunicad*|no comunicad*|no se ha recibido|no se han recibido|no se lleva cuenta|no llevamos|no contamos con|no tenemos|no sabemos|no conocemos|no disponemos|no se tiene|no se tienen|no se cuantific*|no se computa*|no se contó|no se contaron|no se registraron por separado|no fue posible|no ha sido posible|no resulta posible|no es factible|no podemos indicar|no podemos precisar|no se puede precisar|no se puede determinar|no se puede indicar|no se puede establecer|no se ha podido|no se han podido|no ha podido|no ha sido establecid*|no se ha establecido|no se ha determinado|no están consolidad*|no está desglosad*|no están desglosad*|no figura|no aparece*|falta el dato|faltan datos|faltan los datos|a la espera de|pendiente de consolidación|no se informa|no informad*|no reportad*|s/d|sin información|no puede indicar|no dispone de información|no se dispone de información|lamenta no poder|no se dispone de|no están disponibles|no disponible*|no hay datos|no se cuenta con|no existen datos|no existen estadísticas|no se llevan estadísticas|aún no están disponibles|carece de datos|no se conoce|no se conocen|no se dispone|no se lleva registro|no se lleva|no se llevan|no se cuenta|no está disponible|aún no se dispone|todavía no se dispone|no hay estadísticas|se carece de|se desconoce|se desconocen|se ignora|no disponible|no se ha publicado|no se han publicado|no se desglosa*|no se han recopilado|no constan|no consta|no obran|no existe información|no se cuenta todavía|no se tiene información|no hay información|no se dispone aún|no se han consolidado|no están desagregad*|no se desagregan|no hay registro|no existe registro|no se registra por separado|no se contabiliza*|no es posible precisar|no es posible determinar|no es posible indicar|no estamos en condiciones|no está en condiciones|se encuentran en proceso|está pendiente|están pendientes|no ha sido publicad*|no han sido publicad*|todavía no se conoce|aún no se conoce*|se carece|falta información|no se conoce el número|no se lleva estadística|no se ha cuantificado|no figuran|no se posee*|no se tienen datos',
    'none-known':
      'no se tiene conocimiento|no tiene conocimiento|no se conoce ningún|no se conocen|no se tiene noticia|no hay constancia|no se conoce, hasta la fecha,|no se conoce hasta la fecha|no se conocen casos|sin conocimiento de|no se ha tenido conocimiento|no tiene constancia|no se conoce ninguna|no se conoce caso|ningún caso conocido|no se ha informado de ningún|no se ha recibido noticia|no se han conocido|que se sepa|no se tiene constancia|no consta caso|no se sabe de',
    withheld:
      'reserva|confidencial*|no pueden divulgarse|se guarda reserva|reservad*|no puede divulgarse|no puede revelarse|no pueden revelarse|no se divulga*|no se hace público|secreto|por razones operativas|información clasificada|no es pública|clasificad*|no se revela',
  },
  perYear:
    'veces al año|veces por año|veces cada año|reuniones al año|reuniones anuales|sesiones al año|veces por cada año|veces en el año|veces anuales|sesiones anuales|sesiones por año|reuniones por año|reuniones cada año|veces durante el año|veces al cabo del año|sesiones cada año',
  ...spanishContext,
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
    to: 'a|hasta|al|hasta el|hasta fines de|a fines de|hasta el final de|hasta finales de|y fines de|y finales de|hasta fin de|hasta el mes de|hasta la fecha, en|y el final de|hasta el cierre de',
    since:
      'desde|desde el año|a partir de|a partir del año|desde fines de|desde principios de|desde finales de|desde el mes de|a contar de|desde comienzos de|desde inicios de',
    upTo: 'hasta|hasta el|hasta fines de|hasta finales de|a fines de|hasta el mes de|antes de|al final de|a finales de|al término de|al cierre de|a la fecha de|para fines de|a mediados de|al concluir',
    same: 'el lapso indicado|el mismo año|ese año|ese mismo año|dicho año|en ese año|ese mismo lapso|el mismo período|ese mismo período|ese período|dicho período|mismo lapso|igual lapso|ese lapso|dicho lapso|en igual período|ese tiempo|el mismo periodo|ese periodo|el período indicado|el periodo citado|igual periodo|la misma gestión|esa gestión|el citado año|el referido año',
    next: 'el año siguiente|al año siguiente|un año después|un año más tarde',
    previous:
      'el año precedente|año precedente|el ejercicio anterior|la gestión anterior|el año previo|el período anterior|el año anterior|un año antes|del año anterior|al año anterior',
    lastYear: 'el año pasado|el pasado año',
    thisYear: 'este año|el año en curso|el presente año|en lo que va de año|en lo que va del año',
    theseYears:
      'los mismos años|esos años|esos dos años|esos tres años|estos años|los dos años|los tres años|ambos años|dichos años|estos tres años|estos dos años|los citados años|esos mismos años|el trienio|el bienio',
    now: 'hasta la fecha|a la fecha|hasta ahora|actualmente|en la actualidad|por ahora|hasta el momento|hoy|hoy día|al día de hoy|hasta hoy|hay|al cierre de este informe',
    founded:
      'creado|creada|abierto|abierta|inaugurado|inaugurada|establecido|establecida|puesto en marcha|puesta en marcha|lanzado|lanzada|habilitado|habilitada|fundado|fundada|abrió|constituida|constituido|funciona|en funcionamiento|opera',
    yearEnd:
      'fin de año|fines de año|finales de año|el final del año|fines de ese año|finales de ese año|el fin de ese año',
    reported:
      'el año que se informa|el año del informe|durante el año|a lo largo del año|en el curso del año|el ejercicio|el año reportado|el período que se examina|el período examinado|el año examinado|la gestión|el período informado|en el año',
    yearWord: 'año|ejercicio|doce meses|12 meses|gestión',
    yearBegins:
      'comienza*|empieza*|inicia|inicia el|principia|comenzó|empezó|se inicia|corre del|va del|abarca del',
    yearEnds:
      'termina|terminó|terminado|concluye|concluyó|concluido|finaliza|finalizó|finalizado|cierra|cerró|cerrado|vence|culmina|culminó|acaba',
    fiscal:
      'año de gestión|gestión|gestiones|año fiscal|ejercicio|ejercicio fiscal|año escolar|ciclo escolar|curso escolar|año lectivo|ejercicio presupuestario|año judicial',
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
  question: 'pregunta|preguntas|p|punto|apartado|cuestión',
  partOf:
    'de los cuales|de las cuales|de ellas|de ellos|entre ellas|entre ellos|de estos|de estas|de esas|de esos|de ese total|de ese número|de estas últimas|de estos últimos|de las que|de los que|entre las que|entre los que|incluid*|de todas ellas|de todos ellos|del total|entre las cuales|entre los cuales|de las mismas|de los mismos|de entre|de entre ellas|de entre ellos|de dicho total|de este total|de ese grupo|de este número|del conjunto|entre estas|entre estos|entre esas|de las víctimas|de aquellas|de las anteriores|de dicho número|sumando|contándose|comprendid*|de las personas|entre quienes|de quienes|de esta cifra|de esa cifra|de esas personas|de estas personas|lo fueron|lo fue|lo han sido|lo habían sido|lo habían sido ya',
  nations: nationsInSpanish,
  origin:
    'nacionalidad|nacionales de|procedían|procedentes|originari*|provenían|de origen|oriund*|provenientes|procedía|ciudadanía|ciudadan*|naturales de|nacid*|extranjer*|venían de|venidas de|llegad* de|vinieron de|oriundas|procedente|provienen|procedencia|nativ*|naturales',
  subject:
    'El Salvador|San Salvador|trata de personas|trata de seres humanos|trata de mujeres|trata de niños|trata de niñas|trata de mujeres y niños|trata de mujeres, niñas y niños|tráfico de personas|tráfico de migrantes|tráfico ilícito de migrantes|derechos del niño|derechos de la niñez|trata de menores|venta de niños|protección de la niñez|explotación de niños|explotación de menores|protección de menores',
  nouns: {
    listener:
      'estudiantes|alumnos|colegiales|escolares|pobladores|vecinos|espectadores|oyentes|usuarios|padres de familia|alumnas|habitantes|televidentes|radioyentes|lectores|feligreses|familias|visitantes|viajeros|campesinos|alumnos y alumnas',
    trainee:
      'participantes|asistentes|becarios|cursantes|capacitados|capacitadas|egresados|alumnos del curso|personas capacitadas|concurrentes',
    defendant:
      'imputado|imputados|acusado|acusados|procesados|encausados|sindicados|inculpados|acusadas|imputadas|procesadas|enjuiciados|encartados|personas procesadas|personas acusadas|personas imputadas',
    detainee:
      'detenidos|detenidas|aprehendidos|capturados|arrestados|personas detenidas|personas capturadas|personas arrestadas|privados de libertad|detenido|detenida',
    time: 'veces',
    case: 'caso|casos|denuncia|denuncias|expediente|expedientes|causa|causas|proceso|procesos|hechos|asuntos|asunto|querellas|querella|reportes|notitia criminis|noticias criminales|carpetas|asuntos penales|causas penales|casos de trata|hechos de trata|casos sospechosos|avisos|partes policiales|actuaciones|legajos',
    investigation:
      'investigación|investigaciones|averiguación previa|averiguaciones previas|diligencias|indagaciones|indagación|pesquisas|carpetas de investigación|sumarios|investigaciones penales|investigaciones preliminares|investigaciones preparatorias|indagatorias|carpetas investigativas|instrucciones',
    offence:
      'delito|delitos|infracciones|hechos delictivos|ilícitos|hechos ilícitos|conductas delictivas|actos de trata|hechos punibles|crímenes',
    person:
      'persona|personas|individuo|individuos|nacional|nacionales|ciudadan*|extranjer*|jóvenes|trabajador*|migrantes|empleados|padres|turistas|obreros|reclutadores|captadores|proxenetas|cómplices|intermediarios|reos|culpables|muchachos|muchachas|población|compatriotas|connacionales|prefectos|hombres y mujeres|mujeres y niños|mujeres y niñas|extranjeros|extranjeras|pasajeros|pescadores|marineros|trabajadoras sexuales|prostitutas|bailarinas|mendigos|enganchadores|tratante|prófugos|integrantes de redes|súbditos|sujetos|implicados|involucrados|dueños|encargados|propietarios|ciudadanas|personas más',
    suspect:
      'sospechoso|sospechosos|presuntos tratantes|presuntos autores|presuntos responsables|presunto tratante|presuntos delincuentes|indiciados',
    offender:
      'tratantes|autor|autores|delincuente|delincuentes|traficantes|responsables|captor*|culpables|delincuencial*',
    arrest:
      'detención|detenciones|arrestos|capturas|captura|aprehensiones|arresto|aprehensión|apresamientos|detenciones practicadas|prisiones preventivas',
    prosecution:
      'procesamientos|enjuiciamientos|acusaciones|imputaciones|acusación|procesamiento|autos de procesamiento|juicios|juicio|autos de apertura|imputación|acusación formal|acusaciones formales|formalizaciones|imputaciones formales|procesos judiciales|procesos penales|causas judiciales|requerimientos|judicializaciones',
    conviction:
      'condena|condenas|sentencia|sentencias|sentencias condenatorias|fallos condenatorios|fallo condenatorio|fallos|sentencia condenatoria|veredicto*|fallo|condenatorias|penas|penas de prisión|resoluciones condenatorias|sentencias firmes|condenas firmes',
    victim:
      'víctima|víctimas|sobreviviente|sobrevivientes|afectadas|agraviadas|agraviados|víctimas de trata|rescatadas|rescatados|afectados|personas víctimas|víctimas potenciales|posibles víctimas|presuntas víctimas|personas tratadas|personas explotadas|residentes|beneficiarias|beneficiarios|repatriados|repatriadas|personas rescatadas|personas asistidas|usuarias|retornados|retornadas|víctima potencial|sobrevivientes de trata|asistidas|asistidos|albergadas',
    child:
      'niño|niños|niña|niñas|menor|menores|adolescente|adolescentes|menores de edad|menor de edad|muchachas|muchachos|menores de 18 años|infantes|chicas|chicos|muchacha|muchacho|bebés|párvulos|niños y niñas|niñas y niños|niñas, niños y adolescentes|chiquillos|adolescentes mujeres|jovencitas|menores edad|personas menores de edad|persona menor de edad',
    woman: 'mujer|mujeres|señoras|femeninas|féminas|mujeres adultas|jóvenes mujeres|madres|muchachas mayores',
    man: 'hombre|hombres|varones|varón|señores|masculinos|hombres adultos|caballeros',
    adult:
      'adulto|adultos|adulta|adultas|mayores de edad|personas adultas|personas mayores de edad|mayor de edad',
    group:
      'grupo delictivo|grupos delictivos|grupo|grupos|red|redes|organización delictiva|organizaciones delictivas|banda|bandas|organizaciones criminales|estructuras criminales|organización criminal|células|clanes|clan|mafias|organizaciones|organización|estructuras|estructura|agrupación*|banda criminal|bandas criminales|redes criminales|redes de trata|red de trata|red criminal|organizaciones dedicadas|banda organizada|bandas organizadas|estructuras delictivas|estructura criminal|estructura delictiva|células delictivas|agrupaciones delictivas|agrupación delictiva|mafia|redes de tratantes|red de tratantes|clanes familiares',
    officer:
      'comisionado|comisionados|subcomisionados|inspectores|agentas|mandos policiales|patrulleros|tropas|cascos azules|custodios|cadetes|recluta*|guardas|guardacostas|policías federales|policías municipales|policías nacionales|personal policial|personal de la policía|miembros de la Fuerza Armada|miembros del ejército|agentes de migración|agentes de frontera|agentes aduaneros|aduaneras|agente|agentes|policía|policías|oficial|oficiales|efectivos|investigadores|funcionarios policiales|detectives|guardias|agentes de policía|policiales|gendarmes|carabineros|detective|investigador|integrantes|miembros|soldados|marinos|guardia|comisarios|elementos|suboficiales|uniformados|agentes policiales|agentes de la policía|agentes de seguridad|agentes fronterizos|guardias civiles|funcionarios de policía|funcionarios de migración|oficiales de migración|agentes migratorios|inspectores de policía|miembros de la policía|miembros de las fuerzas|miembros de la fuerza pública|efectivos policiales|efectivos de la policía|agentes del orden|mandos|guardias fronterizos|militares|aduaneros|subinspectores|personal policial|investigadores especializados|detectives especializados|agentes especializados|funcionarios especializados',
    professional:
      'especialistas|especialista|ministerios públicos|agentes del ministerio público|agentes fiscales|asistentes fiscales|parlamentari*|diputad*|comerciantes|guías|guías de turismo|recepcionistas|trabajadores del turismo|trabajadores de turismo|trabajadores hoteleros|empleados hoteleros|transportistas|aeromozas|azafatas|choferes|agricultores|catedrátic*|pediatras|parteras|promotoras|monitores|operadoras|operadores turísticos|personal judicial|personal docente|personal aeroportuario|personal hotelero|estudiantes de derecho|curas|religiosos|catequistas|terapeutas|educadoras|agentes pastorales|agentes comunitarios|fiscal|fiscales|juez|jueces|magistrad*|docente|docentes|maestr*|trabajadores sociales|funcionari*|diplomátic*|abogad*|médicos|psicólog*|profesionales|periodistas|cónsules|operadores|servidores públicos|inspectores|personal|facilitadores|líderes|prefectos|procuradores|defensores|educadores|profesores|enfermeros|enfermeras|trabajadoras sociales|asistentes sociales|sacerdotes|religiosas|voluntarios|promotores|comunicadores|letrados|magistrados|intérpretes|técnicos|servidores|empleados públicos|consulares|representantes|peritos|asesores|directores|empresarios|agentes consulares|operadores de justicia|operadores jurídicos|jueces y fiscales|trabajadores de la salud|personal de salud|personal sanitario|autoridades locales|alcaldes|líderes comunitarios|líderes religiosos|lideresas|pastores|párrocos|conductores|transportistas|taxistas|hoteleros|empleados de hotel|guías turísticos|inspectores de trabajo|inspectores laborales|funcionarios consulares|personal consular|profesoras|maestras|orientadores|trabajadores humanitarios|personal técnico|defensores públicos|secretarios judiciales|prestadores de servicios|multiplicadores|servidores judiciales|gestores|consejeros|delegados|integrantes de ONG|comunicadores sociales|docentes y directivos|miembros de la sociedad civil',
    unit: 'unidad|unidades|brigada|brigadas|división|grupo especializado|unidades especializadas|equipos|secciones|departamentos especializados|oficinas|fiscalías',
    region: 'región|regiones|provincia|provincias|departamento|departamentos',
    call: 'llamada|llamadas|consultas telefónicas|consultas|comunicaciones|llamadas telefónicas|comunicaciones telefónicas|consultas por teléfono',
    poster:
      'cartel|carteles|afiche|afiches|pancartas|vallas|carteles publicitarios|vallas publicitarias|pósteres|láminas|banderolas',
    'media-report':
      'noticia|noticias|artículos de prensa|reportajes|notas de prensa|publicaciones|cuñas|artículos|anuncios|programas de radio|programas de televisión|spots|emisiones|emisiones radiales|programas radiales|programas televisivos|artículos periodísticos|notas periodísticas|reportaje|reportajes televisivos|publicaciones de prensa|cuñas radiales',
    project: 'proyecto|proyectos|campañas',
    lecture:
      'conferencia|conferencias|charla|charlas|pláticas|exposiciones|conferencias magistrales|conversatorios',
    language: 'idioma|idiomas|lengua|lenguas',
    state: 'Estados|países|delegaciones|naciones|gobiernos',
    meeting:
      'reunión|reuniones|sesiones|encuentros|reunión ordinaria|sesiones ordinarias|reuniones ordinarias|plenos|sesiones plenarias',
    body: 'órgano|órganos|órganos de coordinación|mecanismos|comisiones|comités',
  },
  acts: {
    acquit:
      'absuel*|absolv*|absolutoria*|absoluci*|sobresei*|sobresey*|archivad*|puest* en libertad sin|desestimad*|exonerad*',
    exploit:
      'explotad*|sometid*|obligad*|forzad*|reducid* a|víctimas de explotación|padec*|sufri*|destinad* a la|coaccion*|captad*',
    investigate:
      'investig*|abier*|abrieron|abrió|inici*|incoa*|instru*|averigua*|indag*|pesquis*|abri*|instruy*|diligenci*|trámite|instrucción|esclarecer|emprend*|dio curso|se dio inicio|en trámite|en curso|bajo investigación|en investigación|indagó',
    record:
      'registr*|denunci*|recib*|conoc*|consign*|present*|reportad*|reportaron|ingres*|contabiliz*|notific*|contaron|contab*|anot*|consta|constan|sumar*|hubo|ascend*|lleg* a conocimiento|tramit*|denunciad*|asent*|inscri*|radic*|interpuest*|interpus*|formul*|report*|señalad*|señaló|señalaron|document*|cuantific*|computa*|se dieron|remiti*|canaliz*|totaliz*|abarc*',
    uncover: 'descubr*|descubier*|esclarec*|desvel*|resuel*|revel*|averigu*|aclar*|destap*',
    arrest:
      'detuv*|deten*|detención|arrest*|captur*|aprehen*|prisión preventiva|apres*|apreh*|prend*|encarcel*|custodia|reclu*|privad* de libertad|prendi*|privaron de libertad|puest* bajo custodia|bajo arresto|prisión provisional|aprehensión|apresad*|apresó|apresaron|cayeron|preso*|presa*',
    prosecute:
      'procesad*|procesó|procesaron|enjuici*|acus*|imput*|judicializ*|llevad* a juicio|sometid* a juicio|sometid* a proceso|formul* cargos|proceso penal|encausad*|ejerció la acción penal|acción penal|a juicio|procesa*|juicio|juzgad*|vinculad* a proceso|ante los tribunales|ante la justicia|ante el juez|comparec*|puest* a disposición|cargos|denunciad* penalmente|llegaron a debate|formaliz*|acusación|acusaciones|llevad* ante|llevó a juicio|llevaron a juicio|acusad*|presentad* cargos|formulad* cargos|presentaron cargos|formularon cargos|elevad* a juicio|elevaron a juicio|requeri* a juicio|ante el juzgado|ante la corte|sujet* a proceso|sujet* a juicio|proceso judicial|procesos judiciales|esperan juicio|espera de juicio|enjuiciad*|enjuiciamiento|encaus*|ejerció acción penal|ejercitó acción penal|comparecieron|acción de la justicia|dictad* auto',
    convict:
      'sentencia condenatoria contra|fallo condenatorio|condenatoria|conden*|declarad* culpable*|declarados culpables|sentenciad*|sentencias condenatorias|culpable*|penad*|sancionad*|fallo*|encontrad* culpable*|hallad* culpable*|sentencia*|prisión impuesta|condenados|condenado|condenadas|sentenciados|sentenciadas|personas condenadas|personas sentenciadas|convictos|penados|culpables|culpable|declaró culpable*|declararon culpable*|hallaron culpable*|penas de prisión|condena firme|sentenci*|cumplen condena|cumple condena|purga*|condenatori*|dictó sentencia|dictaron sentencia*|halló culpable*|pena de prisión',
    contact: 'contacto formal|apercib*',
    identify:
      'identific*|reconocid* como víctima*|reconocidas como|condición de víctima|estatuto de víctima|identificación|reconocimiento|reconocid*|acreditad*|determin*|verific*|calificad* como víctima*|condición de víctimas|reconoci*|consider* víctima*|considerad* víctima*|declarad* víctima*|confirmad*|confirmó|confirmaron|calificó|acredit*|certific*|establec* la condición|identidad',
    detect:
      'detect*|intercept*|localiz*|hallad*|encontrad*|hallaron|hall*|encontr*|ubicad*|ubicó|ubicaron|sorprend*|advirt*|prevaleció|descubr*|avist*|descubiert*|sorprendid*|hallazgo|encontró|encontraron',
    rescue:
      'rescat*|liberad*|liberó|liberaron|rescatad*|libertad a|salvó|salvaron|salvar|rescate|rescató|rescataron|liberación|liber*|sacad* de|recuper*|sustraíd*|puest* en libertad a|libertó|sacad*|sacó|sacaron|extraj*|extraíd*|retirad*|puest* a salvo|puso a salvo|salvad*|devuelt* a la libertad|quedaron en libertad|quedaron libres',
    assist:
      'asisti*|atendi*|atenc*|ayud*|apoy*|acogid*|acogi*|albergad*|albergu*|benefici*|protec*|reinser*|recibieron|hospedad*|alojad*|acompañ*|refugio|asistencia|socorr*|amparo|amparad*|acoger|acogida|hogar|hogares|casa de acogida|recibido ayuda|atención|atend*|repatriad*|retorn*|alojamiento|albergue*|cobij*|auxil*|proteg*|tratamiento|terapia|servicios|bríndar*|brind*|prest*|refugiad*|cobijad*|resguardad*|resguardo|albergó|albergaron|alojó|hospedó|asistid*|recibió asistencia|recibió atención|recibieron atención|ingresaron en|ingresaron al|ingresó|acompañad*|reintegrad*|reintegr*|retorno voluntario|retornad*|devuelt* a sus|volvieron a|volver a su*|regresaron|regres*|reunid* con sus|permanec*|estuvieron en|ampar*|repatri*|acogimiento|respald*|beneficiad*|canalizad* a|apoyo',
    dismantle:
      'desarticul*|desmantel*|neutraliz*|desbarat*|disuel*|desarm*|deshech*|deshizo|desintegr*|desvertebr*|abatid*|quedó desart*|desmembr*|golpead*|liquid*|erradic*|desactiv*|elimin*|disolv*|disuelt*|desmont*|acabó con|acabaron con|puso fin a|pusieron fin a|cayó la|cayeron las',
    train:
      'capacit*|form*|seminario*|curso|cursos|taller|talleres|adiestr*|instruc*|particip*|asistieron a|diplomado|instruy*|instru*|entren*|adiestra*|enseñ*|aprend*|cursill*|jornada*|diplom*|clases|ciclo de|asistieron|perfeccion*|sensibiliz*|pasaron|capacitación|formación|formad*|formó|formaron|preparad*|prepar*|actualiz*|impartieron|impartió|recibieron formación|recibieron capacitación|recibió capacitación|recibió formación|curs*|graduaron|egres*|inducción|tomaron parte|módulo*|certificad*|dictado de|dictó un|aula*|nivelación',
    specialise:
      'plantilla|dotación de|dotado de|dotada de|especial*|adscrit*|destinad*|asignad*|integrad*|cuenta con|dotad*|compuest*|unidad|brigada|división|creó|creada|plantilla|dispone de|conformad*|conform*|compone*|consta de|formaban|forman|cuenta|cuentan|equipo|dedicad*|especializ*|sección|oficina|fiscalía|prestan servicio|especialmente|a tiempo completo|dedicación exclusiva|dotación de|con una dotación|integran|integrada por|integrado por|constituid*|compuesta por|formada por|formado por|pertenec*|laboran|trabajan en|efectivos de|asignados a|emplea',
    inform:
      'inform*|sensibiliz*|distribu*|difund*|difus*|alcanz*|coloc*|imprim*|campaña|publicad*|reparti*|lleg* a|oyeron|escuch*|vieron|visit*|expos*|entreg*|peg*|fij*|edit*|tiraje|divulg*|emiti*|transmit*|orient*|charla*|mensaje*|público|audiencia|asistieron|advert*|lleg*|recorr*|informad*|concienci*|orientad*|sensibilizad*|recibieron charlas|participaron en charlas|asistieron a charlas|llegó a|llegaron a|beneficiarios de charlas|advertid*|alertad*|ilustr*|proyec*',
    call: 'línea telefónica|línea de ayuda|línea gratuita|línea|teléfono de ayuda|servicio telefónico|número|teléfono|telefónic*|gratuita|central telefónica|llamó|llamaron',
    'on-trafficking':
      'relacionad* con la trata|referent* a la trata|relativ* a la trata|sobre trata|sospech* de trata|posibles casos de trata|casos de trata|presunt* trata|por presunta trata|se referían|referidas a|por sospecha|sospecha de trata|sospechas de trata|trata de personas|tenían que ver con|guardaban relación|versaban sobre|sobre la trata|concernían|relacionad*|se relacionaban|por trata|concern*|referentes a|relativas a|trataban de|vinculad*|relacionadas con|alusiv*|correspondían a|correspondieron a|atañ*|por posible trata|por posibles|por presuntos|por presuntas|de presunta trata|sobre posibles|sobre presunt*|indicios de trata|hechos de trata|en relación con',
    aware: 'sensibiliz*|concienci*|campaña*|advert*|alert*|prevención',
    coordinate:
      'coordin*|interinstitucional*|interministerial*|comité|comisión|consejo|mesa|reuni*|se reúne|se reunió|sesion*|celebra|plenari*|mesa de trabajo|red de|articul*|grupo de trabajo|celebró|reunirse|se reúnen|sesiones|plenario',
    workshop:
      'taller|seminario|representad*|participaron|asist*|congreg*|concurr*|conferencia|encuentro|particip*|regional|reunió a',
    'help-in-regions': 'personal de asistencia|asignado',
    'teach-material': 'material* de capacitación|manual|manuales|módulo*',
  },
  breakdowns: spanishBreakdowns,
  inGeneral:
    'muchos países|algunos países|la mayoría de los países|varios países|muchos Estados|algunos Estados|la mayoría de los Estados|varios Estados Miembros|la mayoría de las respuestas|los Estados Miembros deberían|los Estados deberían|los Estados que respondieron',
  topics: spanishTopics,
};
