import type { Board, BoardChapter, BoardPlace } from './board-places.ts'
import type { Lanes } from './geometry.ts'

/**
 * The room of a chapter with its title; its picture goes into it.
 *
 * @param height of the chapter, CSS pixels
 * @param title height of its title, CSS pixels
 */
export const sectionOf = (
  { height, title }: { readonly height: number; readonly title: number },
  { heading, tone }: Pick<BoardChapter, 'heading' | 'tone'>,
): HTMLElement => {
  const section = document.createElement('section')
  section.className = `chapter ${tone}`
  section.style.setProperty('--height', `${height}px`)
  section.style.setProperty('--title', `${title}px`)
  if (heading !== '') {
    const name = document.createElement('p')
    name.className = 'title'
    name.textContent = heading
    section.append(name)
  }
  return section
}

/** Puts the chapters into their place in the document and adds up their heights. */
export const setChapters = (
  into: Element,
  chapters: readonly BoardChapter[],
  lanes: Lanes,
): Board => {
  const places = new Map<number, BoardPlace>()
  let height = 0
  const sections = chapters.map((chapter) => {
    const { picture } = chapter
    const section = sectionOf(picture, chapter)
    section.append(picture.svg)
    for (const place of picture.places)
      places.set(place.arrow.n, {
        ...place,
        offset: height,
        y: place.y + height,
        top: place.top + height,
        bottom: place.bottom + height,
      })
    height += picture.height
    return section
  })
  into.replaceChildren(...sections)
  return { lanes, height, places }
}
