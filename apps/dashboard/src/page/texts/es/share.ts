/** The words of taking what a view shows elsewhere: download, citation, chart, in Spanish. */
import type { enShare } from '../en/share.js';

export const esShare: typeof enShare = {
  open: 'Descargar, citar, insertar, seguir',
  form: 'Formato',
  uses: {
    csv: 'Para hojas de cálculo y estadística: una fila por cifra, con su fuente.',
    xlsx: 'Para Excel y LibreOffice: las mismas filas en un libro.',
    json: 'Para programas: la respuesta tal como la recibió la página, con nombres, fuentes y evoluciones.',
    parquet:
      'Para R, Python y bases de datos: las mismas filas en columnas con tipo, compactas y rápidas de leer.',
    'json-stat': 'Para programas de estadística: un cubo con sus dimensiones (JSON-stat 2.0).',
    'sdmx-csv':
      'Para oficinas de estadística: cifras de años y períodos cerrados con códigos SDMX, de todos los desgloses.',
    package: 'Para archivos: un ZIP con las cifras de todos los desgloses, su descripción y un README.',
    svg: 'Para imprimir y presentar: los gráficos tal como se muestran, nítidos en cualquier tamaño.',
    png: 'Para correos y documentos: los gráficos tal como se muestran, como imagen.',
  },
  preview: 'Comienzo del fichero',
  table: (rows, columns) => `No es un texto, sino una tabla. Filas: ${rows}. Columnas: ${columns}, a saber:`,
  firstPage:
    'Este formato solo contiene la primera página de una lista larga. CSV y Parquet la contienen entera.',
  address: 'Dirección del fichero, que da siempre lo mismo',
  copyAddress: 'Copiar la dirección',
  copyCitation: 'Copiar la cita',
  copyLink: 'Copiar el enlace a esta vista',
  chart: 'El gráfico en otras páginas y documentos',
  noChart:
    'Hay un gráfico para otras páginas y documentos cuando en Tendencias se eligen un indicador y hasta seis series de encuestados concretos.',
  copyEmbed: 'Copiar el código para una página web',
  copyWord: 'Copiar el gráfico para Word',
  wordHow:
    'Péguelo en Word o en otro documento: imagen, título, lo que muestra, fuente. El documento carga la imagen desde este servidor.',
  follow: 'Recibir aviso de los cambios',
  followWhat: 'Un lector de canales muestra lo que cambia en las cifras de esta selección.',
  feed: 'Dirección del canal (Atom)',
  copyFeed: 'Copiar la dirección del canal',
  toWebhooks: 'Avisar a otro sistema (webhook)',
};
