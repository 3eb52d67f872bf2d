import type { WordParts } from '../../i18n/catalogue.ts'
import { passage } from '../passage/words.es.ts'

export const share: WordParts['share'] = {
  picture: passage,
  title: 'Compartir',
  close: 'Cerrar',
  scope: 'Cuánto de la ejecución',
  here: (n) => `Hasta el mensaje ${n}`,
  whole: (n) =>
    n === 1 ? 'El único mensaje hasta ahora' : `Los ${n} mensajes enviados hasta ahora`,
  copy: 'Copiar',
  save: 'Guardar',
  open: 'Abrir',
  making: 'Un momento…',
  nothing: 'Todavía no se ha enviado nada. Reproduce y vuelve.',
  links: 'Enlaces',
  messageLink: 'Enlace a este mensaje',
  messageLinkNote: 'Abre la lección, en pausa en este mensaje.',
  lessonLink: 'Enlace a esta lección',
  lessonLinkNote: 'Abre la lección antes de su primer mensaje.',
  noFile:
    'Es una traza guardada de una lección propia, que no dice dónde está el archivo de la lección. Abre la lección por su archivo o guarda la traza.',
  runLink: 'Enlace a esta ejecución',
  runLinkNote: 'Repite los mismos pasos, en la misma rama, y se detiene en este mensaje.',
  typed:
    'Lo que se escribió en un formulario de inicio de sesión no está en el enlace, solo si era correcto.',
  otherServer:
    'Esta ejecución usó un FusionAuth real: en otro lugar los mismos pasos traen otros valores.',
  diagram: 'Diagrama',
  mermaid: 'Mermaid',
  mermaidNote: 'Texto que muchas wikis y repositorios dibujan.',
  plantUml: 'PlantUML',
  plantUmlNote: 'Texto para PlantUML.',
  svg: 'Imagen SVG',
  svgNote: 'Nítida a cualquier tamaño, con los colores de esta página.',
  png: 'Imagen PNG',
  pngNote: 'Para presentaciones y chats, hasta al doble de tamaño.',
  passage: 'Como imagen',
  passageNote:
    'Algunos mensajes como hoja de contactos o imagen animada, con subtítulos y texto alternativo. Los secretos se nombran; sus valores no están en ninguna.',
  messages: 'Mensajes',
  har: 'Archivo HTTP (HAR)',
  harNote: 'Se abre en el panel de red de las herramientas de desarrollo del navegador.',
  curl: 'Esta petición como cURL',
  curlNote: 'Para enviarla tú.',
  noRequest: 'Este mensaje no es una petición. Ve a una petición y vuelve.',
  article: 'Artículo (Markdown)',
  articleNote: 'El diagrama, cada mensaje en una frase y lo que resultó.',
  run: 'Grabación',
  trace: 'Traza (JSON)',
  traceNote: 'La ejecución entera, para reproducirla aquí otra vez.',
  openTrace: 'Abrir una traza guardada',
  openNote: 'Reproduce una ejecución guardada antes.',
  embed: 'En una página tuya',
  embedRecorded:
    'Cualquier sitio puede mostrar lo grabado; ejecutarlo en vivo requiere un sitio que haya nombrado quien opera este Login Lab.',
  embedOwn:
    'De una lección propia no hay grabación: aquí no tiene vista previa y solo se ejecuta en vivo, en sitios que haya nombrado quien opera este Login Lab.',
  embedScripts:
    'Si tu herramienta se traga los scripts, pon la línea del script en la cabecera (head) de la página o del sitio.',
  element: 'Elemento',
  elementNote:
    'Para HTML, Markdown y MDX. Muestra un enlace hasta que esté el reproductor, tan alto como necesite.',
  watch: 'Mira este inicio de sesión',
  poster: (workflow) => `Cómo empieza «${workflow}», como diagrama de secuencia`,
  tool: 'Herramienta',
  otherTools: {
    unsure: 'Markdown que quizá no admite HTML',
    frame: 'Sin scripts (un marco)',
  },
  height: 'Altura, píxeles',
  heightUsual: 'habitual',
  theme: 'Tema',
  themePage: 'Como la página',
  themeLight: 'Claro',
  themeDark: 'Oscuro',
  preview: 'Vista previa',
  places: {
    text: 'En el texto:',
    page: 'Donde deba verse:',
    head: 'Una vez, en la cabecera del sitio:',
    config: 'Una vez, en la configuración:',
    file: 'Una vez, en un archivo:',
    link: 'Donde las etiquetas se vean como texto, solo esto:',
  },
  frame: 'Marco',
  frameNote: 'HTML con un iframe, para lugares donde no puede haber scripts.',
  secret:
    'Esta ejecución usó un FusionAuth real: el archivo HTTP, cURL, el artículo y la traza pueden contener tokens que siguen siendo válidos.',
  copied: (what) => `Copiado: ${what}.`,
  saved: (file) => `Guardado como ${file}.`,
  byHand:
    'El navegador no permite copiar aquí. El texto está seleccionado abajo: cópialo con Ctrl+C o ⌘C.',
  byHandLabel: (what) => `${what}, para copiar a mano`,
  failed: (what, why) =>
    `No se ha podido crear: ${what}. ${why} Inténtalo de nuevo o elige otra forma.`,
  pictureWords: (workflow, messages) =>
    `Diagrama de secuencia de ${workflow}: ${messages} mensajes.`,
  pictureFoot: (lesson, messages) =>
    `Login Lab · lección «${lesson}» · ${messages} mensajes realmente enviados, numerados en orden`,
  pictureKey:
    'Ficha: un secreto que lleva el mensaje, tachada cuando ya no sirve. Número discontinuo: no está en el diagrama publicado por FusionAuth.',
}
