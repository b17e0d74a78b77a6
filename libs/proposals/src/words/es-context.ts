/** Spanish words around a number that say how often, of what part, or that it counts nothing. */
import type { Context } from '../notation.js';

export const spanishContext: Context = {
  howMany:
    'cuántos|cuántas|cuánto|qué número|el número|su número|número exacto|el total|el desglose|la cifra|la cantidad|qué cantidad',
  notSaid:
    'no se sabe|no sabe|no saben|no sabemos|no puede|no pueden|no podemos|no es posible|imposible|se ignora|ignora*|se desconoce*|desconoce*|no se mide|no se ha|no se han|no ha sido|no han sido|no está|no están|no consta|no indica|no indican|no precisa*|no figura*|no permite*|no dice*|no aparece*|no se distingue*|no distingue*|no se lleva*|no se registra*|no se anota*|no se conoce*|sin que se|no hay forma|no hay manera|aún no|todavía no|se perdió|se perdieron|no obra*|no se cuenta|no se contó|no se contaron|no pudo|no pudieron|no se pudo|no es materia|no se recoge*|no se desglos*',
  planned:
    'está previsto|está prevista|están previst*|se prevé|prevé|prevén|se espera|se tiene previsto|tiene previsto|proyecta|proyectan|se proyecta|se propone|la meta|meta es|meta de|el objetivo es|objetivo para|aspira a|será|serán|deberá*|se capacitará*|se formará*|capacitará*|se planea|planea|planifica*|se planifica*|pretende|se pretende|se busca|programad*',
  splits:
    'por sexo|por edad|por género|por grupo|por grupos|por nacionalidad|por país|por origen|por forma|por tipo|por modalidad|por finalidad|desglose|desglosadas|desglosados|desagregación|desagregadas|distribución|sexo|género|edad|edades|edad y sexo|sexo y edad|nacionalidad|nacionalidades|ciudadanía|país de origen|países de origen|origen|procedencia|forma de explotación|formas de explotación|tipo de explotación|modalidad|modalidades|finalidad|explotación|perfil|composición|de ellas|de ellos|entre ellas|entre ellos|según sexo|según el sexo|según la edad|según edad|según nacionalidad|según la nacionalidad|en cuanto al sexo|en cuanto a la edad|de estas|de estos',
  noneAfter: 'alguno|alguna',
  penalty:
    'castiga*|sanciona con|sancionan con|sancionada con|pena de|penas de|pena por|pena:|fija|prevé|prevén|impone|imponen|agravante*|agravad*|pena máxima|pena mínima|multa|reprime|reprimid* con|se pena|condena máxima',
  otherOffences:
    'violaciones sexuales|violación sexual|homicidio*|asesinato*|robo|robos|hurto*|droga*|narcotráfico|tráfico de migrantes|tráfico ilícito|desaparición|desaparecid*|desapariciones|deportad*|expuls*|sin papeles|indocumentad*|migración irregular|violencia familiar|violencia doméstica|secuestro*|abigeato|lavado de dinero|lavado de activos|corrupción de menores|proxenetismo simple|estupro|asilo|refugio solicitado|cruces ilegales|de toda índole|otros delitos|otra figura|otra cosa',
  trafficking: 'trata',
};
