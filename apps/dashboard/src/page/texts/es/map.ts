/** The words of the map of an indicator, and of what changed in it, in Spanish. */
import type { enMap } from '../en/map.js';

export const esMap: typeof enMap = {
  content: 'Contenido de las casillas',
  reported: (n, all) =>
    `${n} de los ${all} Estados y zonas que tienen casilla han dado aquí un total de este indicador.`,
  about:
    'Las casillas están ordenadas por regiones de las Naciones Unidas (M49), más o menos según su situación; no muestran fronteras ni tamaños.',
  years: 'Las últimas cifras son de años distintos, y cada Estado cuenta a su manera.',
  legend: 'Qué significan las casillas y cuántas hay',
  range: 'un intervalo que abarca varios de estos tramos',
  otherPeriods: 'solo cifras de períodos distintos de un año',
  noData: 'sin total',
  outside: 'En ninguna región de la M49',
  keys: 'Las flechas van de casilla en casilla; Intro abre el gráfico o la fuente de la cifra.',
  list: 'El mapa como lista',
  changes: {
    day: 'Recibido el',
    on: (day) => `Qué cambió el ${day}`,
    nothing: (day) => `Nada de este indicador cambió el ${day}.`,
    about:
      'En comparación con el día anterior: lo que constaba entonces y lo que consta desde ese día. Cada cifra lleva a su historial, y cada fuente al evento que la aportó.',
    none: 'Aún no se ha recibido nada.',
    sourceBefore: 'Fuente antes',
    sourceAfter: 'Fuente después',
  },
};
