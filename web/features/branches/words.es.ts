import type { Catalogue } from '../../i18n/catalogue.ts'

export const branches: Catalogue['branches'] = {
  title: 'Ramas',
  lesson: 'La lección',
  copy: 'Una copia',
  left: (n) => (n === 0 ? 'desde el principio' : `se separa tras el mensaje ${n}`),
  messages: (n) => `${n} ${n === 1 ? 'mensaje' : 'mensajes'}`,
  shown: 'se muestra ahora',
  open: (name) => `Mostrar la rama «${name}»`,
  rename: (name) => `Cambiar el nombre de «${name}»`,
  compare: (name) => `Comparar lo que se muestra con «${name}»`,
  name: 'Nombre de la rama',
  byItself: 'Vacío para el nombre que tiene por sí misma',
  save: 'Guardar',
  cancel: 'Cancelar',
  how: 'Vuelve a cualquier punto y haz allí otra cosa: se abre una rama y esta se queda como está.',
  cannot:
    'Esta ejecución no admite ramas: es una grabación o un FusionAuth real, que no puede retroceder en el tiempo.',
}
