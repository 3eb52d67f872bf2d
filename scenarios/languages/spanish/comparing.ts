import type { Translations } from '../translator.ts'

/** In what a real FusionAuth differs from the stand-in, and what is wrong with a saved trace. */
export const comparing: Translations = {
  '{who} was expected to answer {expected}, and answers {observed}.':
    'Se esperaba que {who} respondiera {expected}, y responde {observed}.',
  'The request was expected to carry {expected}, and carries {observed}.':
    'Se esperaba que la petición llevara {expected~}, y lleva {observed~}.',
  'The message "{from} to {to}: {label}" was expected, and did not come.':
    'Se esperaba el mensaje «{from} a {to}: {label~}», y no ha llegado.',
  'The message "{from} to {to}: {label}" came, and was not expected.':
    'Ha llegado el mensaje «{from} a {to}: {label~}», y no se esperaba.',
  none: 'ninguno',
  'The header {name} was expected, and is not there.': 'Se esperaba la cabecera {name}, y no está.',
  'The header {name} is there, and was not expected.': 'La cabecera {name} está, y no se esperaba.',
  'The header {name} was expected to say "{expected}", and says "{observed}".':
    'Se esperaba que la cabecera {name} dijera «{expected}», y dice «{observed}».',
  'The redirect was expected to lead to {expected}, and leads to {observed}.':
    'Se esperaba que la redirección llevara a {expected~}, y lleva a {observed~}.',
  nowhere: 'ninguna parte',
  'The address in Location was expected to be {expected}, and is {observed}; a browser goes to the same place.':
    'Se esperaba que la dirección de Location fuera {expected~}, y es {observed~}; un navegador va al mismo sitio.',
  relative: 'relativa',
  absolute: 'absoluta',
  'The redirect was expected to carry {expected}, and carries {observed}.':
    'Se esperaba que la redirección llevara {expected~}, y lleva {observed~}.',
  'The redirect was expected to tell {expected}, and tells {observed}.':
    'Se esperaba que la redirección indicara {expected~}, e indica {observed~}.',
  'no error': 'ningún error',
  'The answer was expected to tell {expected}, and tells {observed}.':
    'Se esperaba que la respuesta indicara {expected~}, e indica {observed~}.',
  'The error was expected to be told as {expected}, and is told as {observed}.':
    'Se esperaba que el error se contara como {expected~}, y se cuenta como {observed~}.',
  nothing: 'nada',
  'FusionAuth does not publish most of its error texts, and a client must not depend on them.':
    'FusionAuth no publica la mayoría de sus textos de error, y un cliente no debe depender de ellos.',
  'The answer was expected to hold {lost}, and holds {gained} besides what both have.':
    'Se esperaba que la respuesta contuviera {lost~}, y contiene {gained~} además de lo que tienen ambas.',
  less: 'menos',
  'no more': 'nada más',
  '{member} was expected to be of the kind {expected}, and is of the kind {observed}.':
    'Se esperaba que {member} fuera del tipo {expected}, y es del tipo {observed}.',
  'The answer was expected to be {expected}, and is {observed}.':
    'Se esperaba que la respuesta fuera {expected~}, y es {observed~}.',
  'no JSON': 'algo que no es JSON',
  'The page is a login form, and was not expected to be one.':
    'La página es un formulario de inicio de sesión, y no se esperaba que lo fuera.',
  'The page was expected to be a login form, and is none.':
    'Se esperaba que la página fuera un formulario de inicio de sesión, y no lo es.',
  'Of the controls of the login form, the expected {lost} are not there, and {gained} are there besides.':
    'En el formulario de inicio de sesión faltan los controles esperados ({lost~}), y hay otros de más ({gained~}).',
  '{token} was expected to say {claim}, and does not.':
    'Se esperaba que {token~} dijera {claim}, y no lo dice.',
  '{token} says {claim}, which was not expected.': 'En {token~} está {claim}, y no se esperaba.',
  '{token} was expected to say {claim} {expected}, and says {observed}.':
    'Se esperaba que {token~} dijera {claim} {expected}, y dice {observed}.',
  'The header of access_token': 'la cabecera de access_token',
  'The header of id_token': 'la cabecera de id_token',
  'The header of token': 'la cabecera de token',
  '{token} was expected to live {expected}, and lives {observed}.':
    'Se esperaba que {token} viviera {expected~}, y vive {observed~}.',
  'without end': 'sin fin',
  'The cookie {name} was expected to be set, and is not.':
    'Se esperaba que se pusiera la cookie {name}, y no se pone.',
  'The cookie {name} is set, and was not expected.': 'Se pone la cookie {name}, y no se esperaba.',
  'The cookie {name} was expected {expected}, and came {observed}.':
    'Se esperaba la cookie {name} {expected~}, y ha llegado {observed~}.',
  'with {attribute}': 'con {attribute}',
  'without {attribute}': 'sin {attribute}',
  'FusionAuth is reached by plain http here, where a Secure cookie could not be set.':
    'Aquí se llega a FusionAuth por http sin cifrar, y así no se podría poner una cookie Secure.',

  // A saved trace that cannot be played
  'This is no trace of Login Lab: {problem}': 'Esto no es una traza de Login Lab: {problem~}',
  '{place} must be {expected}, and is {observed}.':
    '{place~} debe ser {expected~}, y es {observed~}.',
  'The trace': 'La traza',
  'it has more than {count} characters.': 'tiene más de {count} caracteres.',
  'it cannot be read as JSON. Save it with npm run -s trace -- WORKFLOW > file.json':
    'no se puede leer como JSON. Guárdala con npm run -s trace -- WORKFLOW > archivo.json',
  '{place} is {id} for a second time.': '{place} es {id} por segunda vez.',
  '{place} goes from {from} to {to}, and one of them is not among the participants.':
    '{place} va de {from} a {to}, y uno de los dos no está entre los participantes.',
  '{place} lies beyond the last message, {last}.':
    '{place} está más allá del último mensaje, {last}.',
  '{place} names a message beyond the last, {last}.':
    '{place} nombra un mensaje más allá del último, {last}.',
  missing: 'nada: falta',
  'a list': 'una lista',
  'an object': 'un objeto',
  text: 'un texto',
  'true or false': 'true o false',
  'a whole number from {least} on': 'un número entero desde {least}',
  'one of {words}': 'uno de {words}',
  'text that is not empty': 'un texto no vacío',
  'an http or https address': 'una dirección http o https',
  'a pair of a name in lower case and a text': 'un par de un nombre en minúsculas y un texto',
  'a JSON value': 'un valor JSON',
  'a place such as Browser.jar': 'un lugar como Browser.jar',
  'a time such as 2026-01-01T09:00:00.000Z': 'una hora como 2026-01-01T09:00:00.000Z',
  'an id such as login.token-request': 'un id como login.token-request',
  'a list of participants, each once': 'una lista de participantes, cada uno una vez',
}
