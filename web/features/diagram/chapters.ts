import type { Board, BoardChapter, BoardPlace } from './board-places.ts'
import type { Lanes } from './picture.ts'

const sectionOf = ({ picture, heading, tone }: BoardChapter): HTMLElement => {
  const section = document.createElement('section')
  section.className = `chapter ${tone}`
  section.style.setProperty('--height', `${picture.height}px`)
  section.style.setProperty('--title', `${picture.title}px`)
  if (heading !== '') {
    const title = document.createElement('p')
    title.className = 'title'
    title.textContent = heading
    section.append(title)
  }
  section.append(picture.svg)
  return section
}

/** Puts the chapters into their place in the document and adds up their heights. */
export const setChapters = (
  into: Element,
  chapters: readonly BoardChapter[],
  lanes: Lanes,
): Board => {
  into.replaceChildren(...chapters.map(sectionOf))
  const places = new Map<number, BoardPlace>()
  let height = 0
  for (const { picture } of chapters) {
    for (const place of picture.places)
      places.set(place.arrow.n, {
        ...place,
        offset: height,
        y: place.y + height,
        top: place.top + height,
        bottom: place.bottom + height,
      })
    height += picture.height
  }
  return { lanes, height, places }
}
