/** The words of inconsistencies and discrepancies, in Spanish. */
import type { enChecks } from '../en/checks.js';

export const esChecks: typeof enChecks = {
  kind: 'Tipo',
  allKinds: 'Todos los tipos',
  allRespondents: 'Todos los encuestados',
  allIndicators: 'Todos los indicadores',
  state: 'Situación',
  states: { all: 'todas', open: 'aún no examinadas', seen: 'examinadas' },
  seen: 'Examinada',
  seenNote: 'Lo que ha examinado se recuerda solo en este navegador.',
  work: {
    name: 'Seguimiento',
    state: 'Situación del seguimiento',
    owner: 'Quién se ocupa',
    note: 'Nota',
    everybody: 'todos',
    save: 'Guardar',
    saved: 'Guardado.',
    change: 'Cambiar',
    shared:
      'Las incoherencias y las preguntas abiertas forman una sola lista. La situación, la nota y quién se ocupa son comunes a todos los que pueden verlos.',
    correction: 'La corrección recibida',
    reopened: 'Estaba resuelta, y aquello de lo que trata ha cambiado desde entonces.',
    kinds: {
      'no-reply': 'Sin respuesta',
      'theme-not-answered': 'Tema sin respuesta',
      'second-look': 'Segunda revisión pedida',
    },
    reply: 'su respuesta',
    draft: 'el borrador',
    noReply: 'No hay ninguna respuesta vigente.',
    notAnswered: (theme) => `La respuesta no dice nada sobre «${theme}».`,
    overtaken:
      'Otra persona acaba de cambiarla. Lo que dijo figura arriba; guarde de nuevo para poner lo suyo en su lugar.',
    history: (n) => `Dicho anteriormente: ${n}`,
    gone: (n) => `Ya no se encuentran: ${n}`,
    states: {
      open: 'abierta',
      'in-progress': 'en curso',
      resolved: 'resuelta',
      'not-an-error': 'no es un error',
    },
  },
  count: (shown, all) => `Se muestran ${shown} de ${all}`,
  noneOfChoice: 'Ninguna corresponde a esta elección. Elija otro tipo, encuestado o situación.',
  noDiscrepancies:
    'No hay dos conjuntos de datos que den cifras distintas para lo mismo. Si hay uno solo, no hay nada que comparar: importe otro (npm run import).',
  onlyFirst: (shown) => `Se muestran los primeros ${shown}. Elija un encuestado para ver todos los suyos.`,
  difference: 'Diferencia',
  what: 'Objeto',
  differences: {
    collection: 'Conjunto de datos',
    earlier: 'Publicación anterior',
    later: 'Publicación posterior',
    none: 'Ningún conjunto de datos tiene dos publicaciones que comparar. Importe otra (vista «Importar», o npm run import).',
    same: 'Elija dos publicaciones distintas: una publicación no difiere de sí misma.',
    title: (from, to) => `Lo que ${to} dice de otro modo que ${from}`,
    counts: (added, revised, withdrawn, unchanged) =>
      `Añadidas: ${added}; revisadas: ${revised}; retiradas: ${withdrawn}; como estaban: ${unchanged}.`,
    notMentionedCount: (n) =>
      `No mencionadas en la posterior, que es solo una parte, y por tanto vigentes: ${n}.`,
    largest: (what, change) => `La mayor revisión: ${what}: ${change}.`,
    note: 'Para una nota, en inglés',
    copy: 'Copiar la nota',
    copied: 'Copiado',
    byRespondent: 'Por encuestado',
    byIndicator: 'Por indicador',
    kinds: { added: 'añadida', revised: 'revisada', withdrawn: 'retirada', 'not-mentioned': 'no mencionada' },
    list: 'Las diferencias, las mayores primero',
    nothing:
      'Las dos dicen lo mismo de lo elegido. Elija otras publicaciones, o todos los encuestados e indicadores.',
    before: 'Antes',
    after: 'Después',
    difference: 'Diferencia',
    first: (n) =>
      `Se muestran las primeras ${n}. Elija un encuestado o un indicador para ver todas las suyas.`,
    csv: 'CSV de lo que se muestra',
    nothingSaid: 'nada',
  },
  sentence: {
    'cited-but-not-listed': (paragraphs, list) =>
      `Se cita en los párrafos ${paragraphs}, pero no figura entre los que respondieron según el párrafo ${list}.`,
    'listed-but-not-cited': (list) =>
      `Figura en el párrafo ${list} entre los que respondieron, pero en ninguna parte se da ninguna cifra ni conclusión suya.`,
    'name-spelt-otherwise': (written, list, name) =>
      `«${written}», en el párrafo ${list}, no es un nombre habitual; se entendió como ${name}, el único parecido.`,
    'part-exceeds-whole': ['', ' suman ', ' o más, pero ', ' es ', ' como máximo.'],
    'conflicting-figures': ['', ' figura como ', '; no se elige ninguna.'],
    and: ' y como ',
    plus: ' + ',
    'figure-not-in-quote': ['', ' es ', ', pero su fuente dice «', '».'],
    'figure-not-applicable': ['', ' se declara no aplicable, pero ', ' cuenta algo.'],
    'implied-finding-missing': (topic, implied) =>
      `Figura en «${topic}», lo que se dice de los que figuran en «${implied}»; pero allí no está.`,
  },
};
