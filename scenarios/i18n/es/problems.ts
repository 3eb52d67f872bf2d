import type { TextCatalogue } from '../catalogue.ts'
import type { Domain } from '../../model/defence-settings.ts'
import type { ProblemTexts, NamedThing } from '../../model/texts/problems.ts'

const noSuch: Readonly<Record<NamedThing, string>> = {
  workflow: 'No hay ningún flujo',
  lesson: 'No hay ninguna lección',
  profile: 'No hay ningún perfil',
  defence: 'No hay ninguna defensa',
}

const nearest: Readonly<Record<NamedThing, string>> = {
  workflow: 'El más parecido es',
  lesson: 'La más parecida es',
  profile: 'El más parecido es',
  defence: 'La más parecida es',
}

const wanted = (domain: Domain<string | number | boolean>): string => {
  if (domain.kind === 'flag') return 'true o false'
  return domain.kind === 'choice'
    ? `una de estas: ${domain.values.join(', ')}`
    : `un número entero de ${domain.least} a ${domain.most}`
}

export const problems: TextCatalogue<ProblemTexts> = {
  'problem.no-such': ({ kind, name, nearest: near }) =>
    `${noSuch[kind]} "${name}".${near === null ? '' : ` ${nearest[kind]} "${near}".`}`,
  'problem.defence-value': ({ name, domain }) =>
    `La defensa "${name}" puede ser ${wanted(domain)}.`,
  'problem.run-over': 'Esta ejecución ha terminado. Empieza otra.',
  'problem.run-full': ({ count }) =>
    `Esta ejecución está llena (${count} mensajes). Retrocede y abre una rama, o empieza otra ejecución.`,
  'problem.no-room': ({ held, most }) =>
    `Esta ejecución está llena: tiene ${held} mensajes, y a partir de ${most} no empieza ningún paso. Repásala cuanto quieras; para hacer más, empieza otra ejecución.`,
  'problem.no-room-for-branch': ({ count, most }) =>
    `Esta ejecución tiene ${count} ramas, y el máximo es ${most}. Sigue al final de una de ellas o empieza otra ejecución.`,
  'problem.many-branches': ({ count }) =>
    `Una ejecución guarda como mucho ${count} ramas. Empieza otra ejecución.`,
  'problem.no-branch': ({ id }) => `No hay ninguna rama ${id} en esta ejecución.`,
  'problem.real-past':
    'Un FusionAuth real no puede retroceder en el tiempo. Ve al último mensaje para actuar allí.',
  'problem.history': ({ why }, say) =>
    `Lo que se hizo en esta ejecución no se puede repetir aquí: ${say(why)}`,
  'problem.step-failed': ({ error }) => `No se ha podido dar el paso: ${error}`,
  'problem.fault': ({ what }) =>
    `Algo ha ido mal en el propio Login Lab (${what ?? 'un fallo desconocido'}). La ejecución sigue desde aquí; por favor, avísanos.`,
  'problem.recording': ({ workflow }) =>
    `Esto es una grabación: se puede reproducir, pero no actuar en ella. Inicia el flujo ${workflow} para actuar tú.`,
  'problem.run-expired':
    'Esta ejecución llevaba mucho tiempo sin usarse y ha terminado. Empieza otra.',
  'problem.no-run': 'Aquí no hay tal ejecución. Empieza otra.',
  'problem.run-closed': 'Esta ejecución se ha cerrado.',
  'problem.too-much': 'Se pide demasiado a la vez. Vuelve a intentarlo dentro de un momento.',
  'problem.store-silent':
    'El servidor no alcanza el lugar donde se guardan las ejecuciones. Inténtalo de nuevo en un momento.',
  'problem.many-runs': ({ count }) =>
    `Aquí hay ${count} ejecuciones abiertas, y no puede haber más. Cierra una que ya no necesites o inténtalo más tarde.`,
  'problem.many-followers': ({ count }) =>
    `Esta ejecución tiene tantos seguidores en directo como puede tener: ${count}. Cierra uno de ellos.`,
  'problem.inside': 'Algo ha ido mal dentro de Login Lab. Empieza otra ejecución.',
  'problem.lab-stopped': 'Login Lab se ha detenido. Arráncalo de nuevo para continuar.',
  'problem.no-fork': 'Esta ejecución no se puede ramificar. Empieza otra.',
  'problem.one-branch': 'Esta ejecución tiene una sola rama.',
  'problem.lesson-stuck': 'la lección no ha podido continuar',
  'problem.lesson-endless': 'la lección no llega a su fin',
  'problem.fusionauth-defence': ({ name }) =>
    `La defensa «${name}» es una regla que todo FusionAuth cumple: ninguna opción de uno real la quita. El sustituto puede quitarla, para mostrar qué impide.`,
  'problem.second-factor':
    'FusionAuth pide un segundo factor, y el usuario de esta lección no tiene ninguno. Desactiva el inicio de sesión multifactor para el tenant de esta ejecución, cuyo nombre empieza por "Login Lab run", y vuelve a abrir la página.',
  'problem.registration':
    'FusionAuth pide al usuario que se registre en esta aplicación o que complete el registro. Empieza otra ejecución, que configura un usuario propio, o registra al usuario en FusionAuth, y vuelve a abrir la página.',
  'problem.verification':
    'FusionAuth espera a que el usuario confirme una dirección de correo, un teléfono o el registro. Marca el usuario ada@example.com como verificado en FusionAuth, o desactiva la verificación, y vuelve a abrir la página.',
  'problem.password-change':
    'FusionAuth pide al usuario que cambie la contraseña antes de continuar. Empieza otra ejecución, que configura un usuario propio, o retira la exigencia en FusionAuth, y vuelve a abrir la página.',
  'problem.consent':
    'FusionAuth pide el consentimiento del usuario para lo que la aplicación puede ver. Solo lo hace con aplicaciones de terceros: convierte las aplicaciones "Login Lab Store" y "Login Lab Forums" de esta ejecución en propias (first-party) y vuelve a abrir la página.',
  'problem.error-page': ({ error, status }) =>
    `FusionAuth muestra una página de error en lugar de un inicio de sesión: ${error === '' ? `estado ${status}` : `${error} (estado ${status})`}. Empieza otra ejecución, que lo configura todo de nuevo.`,
  'problem.unknown-page': ({ title, path }) =>
    `FusionAuth muestra una página que el navegador automático no conoce${title === '' ? '' : `: "${title}"`}, en ${path}. Mírala en el último mensaje, respóndela o quítala en FusionAuth y vuelve a abrir la página.`,
}
