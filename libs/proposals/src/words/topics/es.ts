/** Spanish terms of topics. */
import type { TopicTerms } from '../../notation.js';

export const spanishTopics: TopicTerms = {
  'protocol-ratified':
    'ratific*|ratificó|adhir*|adhesión|adhirió|parte en|parte del & Protocolo & -no ha ratificado|no es parte|todavía no|aún no|en curso|Facultativo|trámite|proyecto',
  'ratification-under-way':
    'ratificación|adhesión|ratificar & en curso|trámite|trámites|proceso|Congreso|estudio|proyecto|preparación|consideración',
  'legislation-incomplete':
    'ley|legislación|leyes|normativa & no cuenta|no existe|todavía no|aún no|falta|pendiente|incomplet*|carece|no se ha aprobado|vacíos',
  'domestic-law-without-ratification':
    'no ha ratificado|no es parte|aún no ha ratificado|todavía no ha ratificado & código|penal|castig*|tipific*|sanciona*',
  'legislation-reported': [
    'ley|código|decreto & promulg*|aprob*|tipific*|prohíbe|sanciona*|entró en vigor|vigente|castig*|define|penaliz* & -proyecto|anteproyecto|modific*|reform*',
    'delito & trata & código|ley|artículo & -proyecto|anteproyecto|modific*|reform*',
  ],
  'legislation-amended':
    'modific*|reform*|enmend*|incorpor*|introdu*|adicion* & ley|código|penal & -proyecto|anteproyecto',
  'legislation-drafted':
    'proyecto de ley|anteproyecto|proyecto de reforma|iniciativa de ley|proyecto de código|se elabora una ley',
  'use-of-services-criminalised': 'servicios & víctima*|sexuales & sabiendas|utiliza*|client*|conocimiento',
  'penalties-reported':
    'años|perpetua|meses & pena|penas|prisión|reclusión|castig*|privación de libertad|privativa|cárcel & -residencia|fueron condenad*|edad|recayó|curso',
  'related-offences': 'otros delitos|otros hechos|conexos|suelen|junto con & persegu*|proces*|trata|punibles',
  'money-laundering-predicate':
    'blanqueo|lavado & delito|determinante|precedente|subyacente|trata|dinero|activos',
  'crc-optional-protocol': 'Protocolo Facultativo & niño*|niña*|venta',
  'data-registry':
    'base de datos|registro|sistema de información|sistema de registro|banco de datos & trata|delito*|datos|cifras|causas|casos & -no se lleva',
  'document-security':
    'pasaporte*|documentos de viaje|documentos de identidad & lectura|seguridad|falsific*|huellas|mecánica & -chip|biométric*',
  'document-security:biometric-passports': 'pasaporte*|document* & biométric*',
  'document-security:passport-chips': 'pasaporte*|document* & chip*',
  'document-security:border-checks':
    'pasaporte*|document* & frontera*|fronteriz*|aeropuerto* & control*|revis*|verific*|comprob*|inspec*',
  'international-investigation:joint-investigation':
    'investigaciones conjuntas|investigación conjunta|equipos conjuntos|equipo conjunto|operaciones conjuntas|operación conjunta|conjuntamente con la policía|operativos conjuntos',
  'international-investigation:information-exchange':
    'intercambi*|compart* & información|inteligencia|datos & polic*|países|vecinos|Estados|Interpol|Europol|homólog*',
  'international-investigation:mutual-legal-assistance':
    'asistencia judicial recíproca|asistencia judicial|cartas rogatorias|comisiones rogatorias|exhortos|asistencia legal mutua|asistencia jurídica mutua|asistencia penal',
  'international-investigation:fugitive-handover': 'extradi*|orden de detención|entregad* a las autoridades',
  'specialised-police-unit': [
    'unidad|brigada|división|sección|departamento|grupo & policía|policial|investigación judicial|criminal|policía nacional & trata|especializad*|especial|redes',
    'Unidad de Trata|Brigada Central de Redes|División contra la Trata|Unidad contra la Trata de la Policía',
  ],
  'agency-cooperation':
    'policía & fiscal*|jueces|judicial|ministerio público & cooper*|coordin*|conjunt*|colabor*',
  'expertise-centre': 'centro especializado de conocimientos|centro de expertos',
  'tip-offs-encouraged': 'ciudadan*|público|población & exhort*|alient*|invit*|anim* & denunci*|inform*',
  'awareness-demand': 'demanda|clientes|turistas & reduc*|desalent*|desincentiv*|disuad*',
  'awareness-schools':
    'escuela*|colegio*|escolar*|alumn*|planes de estudio|estudiantes & charla*|enseñ*|clases|materia|prevención|riesgos|trata|inclu*|incorpor*',
  'awareness-job-seekers':
    'empleo en el extranjero|trabajo en el extranjero|trabajar en el extranjero|trabajadores migrantes|ofertas de trabajo|ofertas de empleo|buscan empleo|buscan trabajo & advert*|advierte*|inform*|orient*|alert*',
  'awareness-campaign': 'campaña|campañas',
  'awareness-media':
    'radio|televisión|prensa|cine|películas|medios de difusión|medios de comunicación|cuñas|spots & transmit*|difund*|mensaje*|programa*|emit*|campaña|anunci*',
  'awareness-materials':
    'folleto*|afiche*|cartel|carteles|volante*|trípticos|cartillas|desplegable* & distribu*|reparti*|entreg*|coloc*|imprim*|advert*|advierte|colocad*',
  'awareness-talks':
    'charla*|conferencia|conferencias|conversatorios|pláticas|reuniones comunitarias & impart*|dictaron|realiz*|organiz*|colegio*|comunidad*|asist*|aldeas|dieron',
  'awareness-talks:at-prayers':
    'misa*|iglesia*|sacerdote*|párroco*|templo*|sermón|sermones|homilía* & trata|advert*|habl*',
  hotline:
    'línea telefónica|línea de ayuda|línea gratuita|teléfono gratuito|teléfono de ayuda|servicio telefónico|la línea|línea de atención|número gratuito',
  'information-website': 'sitio web|página web|portal|internet',
  'crime-reporting-line': 'número|línea & denunci* & ciudadan*|anónim*|ofrece',
  'licensed-agencies-published': 'licencia|autorizadas & agencias & lista|publica*',
  'childrens-ombudsperson': 'defensor* & niñ*|infancia & defensoría|defensor*',
  'coordinated-support': 'ventanilla única|un mismo lugar|un solo lugar|bajo un mismo techo',
  'needs-assessment': 'necesidades & evalu*|examin*|valor*',
  'victim-protection-drafted': 'proyecto|elabora* & protección de las víctimas|protección a víctimas',
  shelters:
    'albergue*|refugio|refugios|casa de acogida|casas de acogida|hogar de paso|hogares de paso|centros de acogida|centro de acogida|casa hogar|ofrece abrigo',
  'shelter-regulation':
    'albergue*|refugio*|casas de acogida & normas|reglamento|protocolo de atención|reglas',
  'assistance-type:accommodation': 'alojamiento|alojad*|vivienda|hospedaje|abrigo|techo',
  'assistance-type:food': 'alimentación|alimentos|comida|comidas',
  'assistance-type:legal-services':
    'abogad*|asistencia jurídica|asesoría jurídica|asistencia legal|asesoramiento jurídico|asesoría legal|patrocinio & -mutua|recíproca',
  'assistance-type:transport': 'pasaje|pasajes|transporte|billete*|gastos de viaje',
  'assistance-type:rights-information': 'sus derechos & inform*',
  'other-assistance': 'psicológic*|médic*|terapia|salud|ropa|psicosocial*|psicólog*',
  'vocational-training':
    'oficio|oficios|formación profesional|capacitación laboral|costura|peluquería|carpintería|panader*|formación laboral',
  'temporary-visas': 'visa temporal|visado temporal|visas temporales|visados temporales',
  'residence-permit':
    'permiso de residencia|autorización de residencia|permisos de residencia|residencia temporal|permiso de permanencia',
  'recovery-period': 'reflexión|restablec*|recuper* & período|plazo|días|meses|periodo',
  'victims-informed': 'idioma|lengua & entiend*|comprend*|materna & inform*|proceso|procedimiento|expli*',
  repatriation:
    'repatri*|retorno voluntario|regresa a su país|regreso a su país|retorno seguro|retornar|regresar a su país',
  'repatriation-manual': 'manual|guía|protocolo de procedimiento & repatriación|retorno',
  'consular-assistance':
    'consulado*|embajada*|consular*|cónsul* & ayud*|asist*|nacionales|document*|regreso|connacionales',
  'witness-protection': 'testigo* & protec*|proteg*|identidad|anonim*|domicilio',
  'reception-centre':
    'centro de recepción|centro de acogida|centro de tránsito|centros de acogida & recib*|acog*|hasta',
  'support-programme': 'programa nacional & apoyo|víctimas',
  'victim-profile':
    'mayoría|mayor parte|predomin*|principalmente|casi todas|casi todos|dos tercios & -registro|código',
  'regional-workshop':
    'regional*|subregional*|países de|Estados de & taller|seminario|conferencia|encuentro|reunión & celebr*|particip*|organiz*|acog*|llevó',
  'training-provided':
    'capacit*|form*|curso*|seminario*|taller*|adiestr*|instruy*|instru*|diplomado* & policía*|fiscal*|juez|jueces|funcionari*|agente*|magistrad*|docente*|trabajadores sociales|personal|médic*|abogad*|gendarm*|guardia*|operador*|periodist*|inspector* & -regional|oficio*|profesional',
  'training-materials':
    'manual|manuales|material* de capacitación|guía|módulo*|cartilla & capacit*|elabor*|public*|redact*|emple*|imprenta|editad*|form* & -repatriación|retorno',
  'international-training':
    'seminario*|capacit*|curso*|taller* & extranjero|OIM|UNODC|ONUDD|otros países|vecinos|internacional*',
  'national-seminar':
    'seminario nacional|conferencia nacional|taller nacional|encuentro nacional|congreso nacional',
  'coordination-mechanism':
    'mecanismo de coordinación|mecanismo nacional|coordinador nacional|coordinadora nacional|distribución de competencias|distribución de responsabilidades|distribuye las tareas',
  'national-action-plan': 'plan de acción|plan nacional',
  'child-protection-plan': 'plan & niñ*|infancia|adolescen* & explotación sexual|abuso',
  'national-strategy': 'estrategia nacional',
  'national-programme': 'programa nacional|programa estatal',
  'national-commission':
    'comisión nacional|comité nacional|consejo nacional|comisión interinstitucional|comité interinstitucional|coalición nacional|mesa nacional|comisión intersectorial',
  'national-rapporteur': 'relator nacional|relatora nacional|relator',
  'interagency-coordination':
    'ministerios|instituciones|entidades|dependencias|organismos|interinstitucional & integr*|agrupa*|coordin*|particip*|reún*|compuest*|conform*',
  'working-group': 'grupo de trabajo|grupos de trabajo',
  'coordination-meetings':
    'se reúne|reuniones|sesiona|se reunió|reunirse|se reúnen & mes|meses|veces|año|trimestr*|regular*|periódic*|semana*',
  'referral-mechanism':
    'mecanismo de remisión|mecanismo de derivación|remisión de víctimas|derivación de víctimas|sistema de referencia',
  'ngo-cooperation':
    'organizaciones no gubernamentales|ONG|sociedad civil|organizaciones religiosas|asociaciones & cooper*|convenio*|colabor*|alianza*|acuerdo*|administrad*|participan|junto con|trabaj*',
  'funding-needed':
    'fondos|recursos|financ*|presupuesto|medios & suficiente*|necesi*|falta|requier*|insuficiente*|adicional*|carec*|escas*|solicit*',
  'working-group:interdepartmental':
    'grupo de trabajo interministerial|grupo de trabajo interinstitucional|grupo de trabajo interdepartamental|grupos de trabajo interinstitucionales',
  'working-group:interdisciplinary':
    'grupo de trabajo interdisciplinario|grupo de trabajo multidisciplinario',
  'working-group:national': 'grupo de trabajo nacional|grupo nacional de trabajo',
  'working-group:trafficking': 'grupo|equipo & creó|formó & dedicado a la trata',
  'interagency-coordination:law-enforcement':
    'coordin* & organismos encargados de hacer cumplir la ley|fuerzas del orden|cuerpos policiales',
  'interagency-coordination:ministries':
    'coordin* & labor de los ministerios|entre los ministerios|entre ministerios',
  'national-commission:trafficking':
    'comisiones nacionales|comités nacionales & dos & lucha contra la trata|contra la trata',
  'national-commission:child-trafficking':
    'comisión|comité & trata de niños|trata de menores & exclusivamente|especialmente|se ocupa',
  'multi-agency-approach':
    'multisectorial*|multidisciplinari*|pluridisciplinari* & enfoque|respuesta|planteamiento',
  'technical-assistance-mandate':
    'resolución & pidió|pide|solicitó|mandato & UNODC|Oficina de las Naciones Unidas|Secretaría',
  'interagency-meeting':
    'interinstitucional de las Naciones Unidas|entre organismos & reunión de coordinación|reunión',
  'interagency-group': 'grupo interinstitucional|grupo de cooperación interinstitucional',
  'meeting-hosted': 'acogió|auspició & reunión & organizaciones internacionales|entre organismos',
  'funding-contributed': 'aportó|contribuyó|contribución & fondo fiduciario|Naciones Unidas|UNODC',
  'media-covenant': 'pacto|convenio|código & periódicos|prensa|editores|medios & anuncios|publicidad',
  'victim-assistance-workers':
    'personal de asistencia a víctimas|agentes de asistencia a víctimas|asistentes de víctimas',
  'awareness-targeted':
    'dirigid* a|destinad* a|orientad* a & sensibiliz*|concienci* & organismos|funcionarios|organizaciones',
  'data-limitation': 'estadísticas|datos|cifras & difícil*|incomplet*|no incluyen|no comprenden|imposible',
  'enforcement-reported': 'controles|redadas|inmigración ilegal|inspecciones & reforz*|intensific*|refuerz*',
  'release-notified': 'liberación|puesta en libertad|excarcelación & inform*|notific*|avis* & víctima*',
  'interagency-participant:ilo':
    'Organización Internacional del Trabajo|OIT & grupo interinstitucional|cooperación interinstitucional|grupo de cooperación interinstitucional',
  'interagency-participant:iom':
    'Organización Internacional para las Migraciones|OIM & grupo interinstitucional|cooperación interinstitucional|grupo de cooperación interinstitucional',
  'interagency-participant:unicef':
    'UNICEF & grupo interinstitucional|cooperación interinstitucional|grupo de cooperación interinstitucional',
  'interagency-participant:unifem':
    'UNIFEM & grupo interinstitucional|cooperación interinstitucional|grupo de cooperación interinstitucional',
  'interagency-participant:daw':
    'División para el Adelanto de la Mujer & grupo interinstitucional|cooperación interinstitucional|grupo de cooperación interinstitucional',
  'interagency-participant:unhcr':
    'ACNUR & grupo interinstitucional|cooperación interinstitucional|grupo de cooperación interinstitucional',
  'interagency-participant:unfpa':
    'UNFPA|Fondo de Población & grupo interinstitucional|cooperación interinstitucional|grupo de cooperación interinstitucional',
  'interagency-participant:ohchr':
    'ACNUDH|Alto Comisionado para los Derechos Humanos & grupo interinstitucional|cooperación interinstitucional|grupo de cooperación interinstitucional',
  'interagency-participant:unfip':
    'Fondo de las Naciones Unidas para la Colaboración & grupo interinstitucional|cooperación interinstitucional|grupo de cooperación interinstitucional',
  'interagency-participant:srsg-caac':
    'niños y los conflictos armados & grupo interinstitucional|cooperación interinstitucional|grupo de cooperación interinstitucional',
  'interagency-participant:interpol':
    'Interpol & grupo interinstitucional|cooperación interinstitucional|grupo de cooperación interinstitucional',
  'interagency-participant:world-bank':
    'Banco Mundial & grupo interinstitucional|cooperación interinstitucional|grupo de cooperación interinstitucional',
  'interagency-participant:instraw':
    'INSTRAW & grupo interinstitucional|cooperación interinstitucional|grupo de cooperación interinstitucional',
  'interagency-participant:unodc':
    'UNODC|ONUDD & grupo interinstitucional|cooperación interinstitucional|grupo de cooperación interinstitucional',
  'overview-legislation': 'ley*|legislación|Protocolo|pena*|delito*',
  'overview-enforcement': 'policía*|investig*|represión|enjuici*',
  'overview-training': 'capacitación|seminario*|cursos',
  'overview-prevention': 'sensibiliz*|prevención|medios|campaña*',
  'overview-victims': 'víctimas & protección|asistencia|ayuda|visados|repatriación|albergue*',
  'overview-coordination': 'coordinación & mecanismo*|órgano*',
  'overview-cooperation': 'cooperación internacional|vecinos|bilatera*|regional* & coopera*',
};
