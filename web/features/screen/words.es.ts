import type { Catalogue } from '../../i18n/catalogue.ts'

export const screen: Catalogue['screen'] = {
  who: 'El navegador de quién',
  browser: (agent) => {
    if (agent === 'Mobile') return 'Aplicación del usuario'
    return agent === 'Hacker' ? 'Navegador del Hacker' : 'Navegador del usuario'
  },
  both: 'Ambos',
  app: 'Una aplicación: sin barra de direcciones y sin cookies',
  enlarge: 'En grande',
  sideBySide: 'Lado a lado',
  shrink: 'Volver al diagrama',
  blank: (agent) =>
    agent === 'Hacker'
      ? 'El Hacker aún no ha abierto ninguna página.'
      : 'El usuario aún no ha abierto ninguna página.',
  open: 'Abrir Store',
  frame: (agent, title) =>
    agent === 'Hacker'
      ? `La página que ve el Hacker: ${title}`
      : `La página que ve el usuario: ${title}`,
  untitled: 'una página sin título',
  address: 'Dirección',
  secure: 'Cifrada',
  secureMeans:
    'https: por el camino nadie puede leer ni cambiar lo que se envía, y el servidor ha demostrado que este nombre es suyo. Eso no dice si el nombre es el correcto, ni quién tiene una cookie robada.',
  insecure: 'Sin cifrar',
  insecureMeans:
    'http: quien esté en el camino puede leerlo y cambiarlo todo, también contraseñas y cookies.',
  cookies: (count) => (count === 1 ? '1 cookie' : `${count} cookies`),
  cookiesOf: (host) => `que se envían a ${host}. Mostrarlas`,
  status: (status) => `Estado ${status}`,
  live: 'En vivo: escribe y pulsa aquí.',
  past: 'En el pasado: lo que hagas aquí abre una rama.',
  between: 'En medio de un intercambio: la página aún está en camino.',
  goOn: (n) => `Ir al mensaje ${n}, donde ya está la página`,
  recorded: 'Una grabación: se puede mirar, pero no actuar en ella.',
  nowhere: 'El laboratorio no sigue este enlace: detrás no hay nada de la lección.',
  busy: 'El paso anterior aún está en marcha.',
  hint: 'Una contraseña que te inventes no entra en la traza.',
  rightWords: 'Iniciar sesión con la correcta',
  hackerHint: 'Actualiza el carrito aquí y el Hacker se lo vuelve a pedir a Store.',
}
