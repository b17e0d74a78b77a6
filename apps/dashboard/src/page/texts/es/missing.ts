/** The words of who has not replied to a round, and of the reminder to them, in Spanish. */
import type { enMissing } from '../en/missing.js';

export const esMissing: typeof enMissing = {
  only: (n) => `Solo los que faltan (${n})`,
  title: 'Quién no ha respondido',
  nobody: 'No falta nadie: hay una respuesta válida de todos los que la ronda consultó o enumera.',
  notKnown:
    'La ronda no tiene lista de consultados ni de quienes respondieron, de modo que no se sabe quién falta.',
  copyCsv: 'Copiar la lista como CSV',
  reminder: 'Recordatorio',
  draft: 'Un borrador. Léalo y complete lo que está entre corchetes antes de enviarlo.',
  to: 'Destinatario',
  all: 'Todos los que faltan',
  language: 'Idioma del recordatorio',
  subject: 'Asunto',
  text: 'Texto',
  copyReminder: 'Copiar el recordatorio',
  openMail: 'Abrir en un correo',
  tooLong:
    'El texto es demasiado largo para la dirección que abre un correo: se abre con su asunto; copie el recordatorio y péguelo.',
  letter: {
    space: ' ',
    subject: (round) => `Recordatorio: respuesta a ${round}`,
    calledOn: (round, day) =>
      `La Secretaría se refiere a su nota verbal de fecha ${day} sobre lo siguiente: ${round}.`,
    called: (round) => `La Secretaría se refiere a su solicitud de respuestas sobre lo siguiente: ${round}.`,
    askedBy: (day) => `Las respuestas se solicitaron para el ${day}.`,
    notReceived: (day) => `Hasta el ${day} no se había recibido respuesta de:`,
    withdrawn: (name) => `${name} (su respuesta fue retirada)`,
    whatIsMissing: 'Falta la respuesta entera, con sus cifras y conclusiones.',
    please:
      'La Secretaría agradecería recibirla lo antes posible. Si ya se ha enviado entretanto, le rogamos que no tenga en cuenta este recordatorio.',
    sender: '[Nombre, oficina y dirección del remitente]',
  },
};
