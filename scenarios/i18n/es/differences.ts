import type { TextCatalogue } from '../catalogue.ts'
import { labelText } from '../label.ts'
import type { DifferenceTexts } from '../../model/texts/differences.ts'

const listed = (names: readonly string[], none = 'ninguno'): string =>
  names.length === 0 ? none : names.join(', ')

const quoted = (text: string | null): string => (text === null ? 'nada' : `"${text}"`)

const partOf = (token: string, inHeader: boolean): string =>
  inHeader ? `la cabecera de ${token}` : token

const attributeOf = (name: string, value: string | null): string => {
  if (value === null) return `sin ${name}`
  return value === 'present' ? `con ${name}` : `con ${name} ${value}`
}

const form = (value: 'relative' | 'absolute'): string =>
  value === 'relative' ? 'relativa' : 'absoluta'

export const differences: TextCatalogue<DifferenceTexts> = {
  'difference.status': ({ who, expected, observed }) =>
    `Se esperaba que ${who} respondiera ${expected}, y responde ${observed}.`,
  'difference.request-parameters': ({ expected, observed }) =>
    `Se esperaba que la petición llevara ${listed(expected)}, y lleva ${listed(observed)}.`,
  'difference.missing-message': ({ from, to, label }, say) =>
    `Se esperaba el mensaje «${from} a ${to}: ${labelText(label, say)}», y no ha llegado.`,
  'difference.extra-message': ({ from, to, label }, say) =>
    `Ha llegado el mensaje «${from} a ${to}: ${labelText(label, say)}», y no se esperaba.`,
  'difference.header-missing': ({ name }) => `Se esperaba la cabecera ${name}, y no está.`,
  'difference.header-extra': ({ name }) => `La cabecera ${name} está, y no se esperaba.`,
  'difference.header-value': ({ name, expected, observed }) =>
    `Se esperaba que la cabecera ${name} dijera «${expected}», y dice «${observed}».`,
  'difference.redirect-target': ({ expected, observed }) =>
    `Se esperaba que la redirección llevara a ${expected ?? 'ninguna parte'}, y lleva a ${observed ?? 'ninguna parte'}.`,
  'difference.redirect-form': ({ expected, observed }) =>
    `Se esperaba que la dirección de Location fuera ${form(expected)}, y es ${form(observed)}; un navegador va al mismo sitio.`,
  'difference.redirect-parameters': ({ expected, observed }) =>
    `Se esperaba que la redirección llevara ${listed(expected)}, y lleva ${listed(observed)}.`,
  'difference.redirect-error': ({ expected, observed }) =>
    `Se esperaba que la redirección indicara ${expected ?? 'ningún error'}, e indica ${observed ?? 'ningún error'}.`,
  'difference.error-code': ({ expected, observed }) =>
    `Se esperaba que la respuesta indicara ${expected ?? 'ningún error'}, e indica ${observed ?? 'ningún error'}.`,
  'difference.error-text': ({ expected, observed }) =>
    `Se esperaba que el error se contara como ${quoted(expected)}, y se cuenta como ${quoted(observed)}.`,
  'explained.error-text':
    'FusionAuth no publica la mayoría de sus textos de error, y un cliente no debe depender de ellos.',
  'difference.members': ({ lost, gained }) =>
    `Se esperaba que la respuesta contuviera ${listed(lost, 'menos')}, y contiene ${listed(gained, 'nada más')} además de lo que tienen ambas.`,
  'difference.kind': ({ member, expected, observed }) =>
    `Se esperaba que ${member} fuera del tipo ${expected}, y es del tipo ${observed}.`,
  'difference.json': ({ expected, observed }) =>
    `Se esperaba que la respuesta fuera ${expected ? 'JSON' : 'algo que no es JSON'}, y es ${observed ? 'JSON' : 'algo que no es JSON'}.`,
  'difference.form-extra':
    'La página es un formulario de inicio de sesión, y no se esperaba que lo fuera.',
  'difference.form-missing':
    'Se esperaba que la página fuera un formulario de inicio de sesión, y no lo es.',
  'difference.form-controls': ({ lost, gained }) =>
    `En el formulario de inicio de sesión faltan los controles esperados (${listed(lost)}), y hay otros de más (${listed(gained)}).`,
  'difference.claim-missing': ({ token, inHeader, claim }) =>
    `Se esperaba que ${partOf(token, inHeader)} dijera ${claim}, y no lo dice.`,
  'difference.claim-extra': ({ token, inHeader, claim }) =>
    `En ${partOf(token, inHeader)} está ${claim}, y no se esperaba.`,
  'difference.claim-value': ({ token, inHeader, claim, expected, observed }) =>
    `Se esperaba que ${partOf(token, inHeader)} dijera ${claim} ${expected}, y dice ${observed}.`,
  'difference.lifetime': ({ token, expected, observed }) =>
    `Se esperaba que ${token} viviera ${expected ?? 'sin fin'}, y vive ${observed ?? 'sin fin'}.`,
  'difference.cookie-missing': ({ name }) =>
    `Se esperaba que se pusiera la cookie ${name}, y no se pone.`,
  'difference.cookie-extra': ({ name }) => `Se pone la cookie ${name}, y no se esperaba.`,
  'difference.cookie-attribute': ({ name, attribute, expected, observed }) =>
    `Se esperaba la cookie ${name} ${attributeOf(attribute, expected)}, y ha llegado ${attributeOf(attribute, observed)}.`,
  'explained.plain-http':
    'Aquí se llega a FusionAuth por http sin cifrar, y así no se podría poner una cookie Secure.',
  'explained.short-life':
    'La lección deja que caduque, y FusionAuth no tiene un reloj que se pueda adelantar: por eso el tenant de esta ejecución hace que los JWT vivan tan poco que de verdad se pueda esperar.',
  'explained.preflight':
    'De verdad ha pasado menos tiempo del que cuenta la lección, así que el navegador aún tiene el permiso de FusionAuth y no vuelve a pedirlo.',
  'explained.proxy':
    'Aquí hay delante de FusionAuth un proxy inverso de Login Lab. Termina TLS y dice de las cookies con tokens lo que ninguna opción de FusionAuth dice: SameSite=None para páginas de otro sitio, o el dominio superior.',
}
