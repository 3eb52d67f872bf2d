import type { Catalogue } from '../catalogue.ts'

export const message: Catalogue['message'] = {
  setBy: {
    agent: 'Lo pone el navegador.',
    application: 'Lo pone la aplicación.',
    fusionauth: 'Lo pone FusionAuth.',
    server: 'Lo pone quien responde.',
    client: 'Lo pone quien pide.',
    user: 'Viene del usuario.',
  },
  sources: {
    query: 'Parámetros de la query',
    location: 'Parámetros de Location',
    form: 'Campos del formulario',
    json: 'JSON',
  },
  bodies: {
    none: 'Nada.',
    html: 'Una página (HTML)',
    json: 'JSON',
    form: 'Un formulario',
    text: 'Texto',
  },
  newTab: '(se abre en otra pestaña)',
  explainNames: 'Explicar los nombres',
  empty: (count) => (count === 1 ? '1 enviado vacío' : `${count} enviados vacíos`),
  simulated: 'Lo hizo el simulador; ningún mensaje cruzó la red.',
  byItself: (who) => `${who} lo hizo por su cuenta; ningún mensaje cruzó la red.`,
  changes: 'Lo que cambió está en Estado y en Cookies.',
  answeredBy: (n) => `Respondido por el mensaje ${n}`,
  answers: (n) => `Responde al mensaje ${n}`,
  headers: 'Cabeceras',
  body: 'Cuerpo',
  none: 'Nada.',
  bytes: (count) => `${count} bytes`,
  kilobytes: (count) => `${count.replace('.', ',')} kB`,
  unfold: (count) => `… ${count} más …`,
}
