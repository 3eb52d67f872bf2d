import type { Fate, Secret } from '../../scenarios/view/secrets.ts'
import type { Moment } from '../moment.ts'
import type { Published } from '../published.ts'
import type { ChapterPicture, Lanes, Place } from './picture.ts'
import { element } from './svg.ts'

/** A chapter on the board. */
export interface BoardChapter {
  readonly picture: ChapterPicture
  readonly heading: string
  readonly tone: string
}

/** An arrow's place from the top of the board. */
export interface BoardPlace extends Place {
  /** Where its chapter begins. */
  readonly offset: number
}

/** All chapters one below the other, with every arrow's place from the top of the first. */
export interface Board {
  readonly lanes: Lanes
  readonly height: number
  readonly places: ReadonlyMap<number, BoardPlace>
}

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
export const setBoard = (into: Element, chapters: readonly BoardChapter[], lanes: Lanes): Board => {
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

const isDead = (fate: Fate | undefined): boolean => fate !== 'alive' && fate !== 'unborn'

/** How the arrows stand to the published diagram. */
type Marks = Pick<Published, 'unpublished' | 'errata'> | null

const stepClass = (n: number, kind: string, attack: boolean, at: Moment, marks: Marks): string => {
  const { cursor, arrows, followed, found } = at
  const planned = arrows[n - 1]?.planned === true
  const parts = [
    `step is-${kind}`,
    attack ? 'is-attack' : '',
    n === cursor ? 'is-current' : n < cursor ? 'is-past' : planned ? 'is-planned' : 'is-future',
    marks?.unpublished.has(n) === true ? 'is-unpublished' : '',
    marks?.errata.has(n) === true ? 'is-mistaken' : '',
    followed?.carriedBy.includes(n) === true ? 'carries' : '',
    found?.hits.some((hit) => hit.n === n) === true ? 'is-found' : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}

const beadOf = (secret: Secret, x: number, y: number): SVGElement => {
  const bead = element('rect', { x, y, width: 12, height: 5, rx: 3 })
  bead.style.setProperty('--hue', `var(--hue-${secret.kind})`)
  return bead
}

/** Height of the beads below their arrow's line, and space from one to the next. */
const below = 5
const pitch = 15

const beadsOf = (place: BoardPlace, carriers: readonly Secret[]): readonly SVGElement[] => {
  const left = (place.x1 + place.x2) / 2 - (carriers.length * pitch - 3) / 2
  return carriers.map((secret, index) =>
    beadOf(secret, left + index * pitch, place.y - place.offset + below),
  )
}

/** What an arrow shows already. */
interface Shown {
  classes: string
  /** Names of the secrets that its beads stand for. */
  carriers: string
  beads: readonly SVGElement[]
  group: Element | null
}

/** Changes on the drawn arrows only what differs from what they show already. */
export const createPainter = () => {
  const shown = new WeakMap<SVGGElement, Shown>()

  const paintBeads = (place: BoardPlace, at: Moment, carriers: readonly Secret[]): void => {
    const former = shown.get(place.group)
    if (former === undefined) return
    const names = carriers.map(({ name }) => name).join()
    if (names !== former.carriers) {
      former.carriers = names
      former.beads = beadsOf(place, carriers)
      former.group?.remove()
      former.group = former.beads.length === 0 ? null : element('g', { class: 'beads' })
      former.group?.append(...former.beads)
      if (former.group !== null) place.group.append(former.group)
    }
    carriers.forEach((secret, index) => {
      const dead = isDead(at.fates.get(secret.name))
      const dimmed = at.followed !== null && at.followed !== secret
      const classes = `bead ${dead ? 'is-dead' : ''} ${dimmed ? 'is-dimmed' : ''}`
      const bead = former.beads[index]
      if (bead !== undefined && bead.getAttribute('class') !== classes)
        bead.setAttribute('class', classes)
    })
  }

  return (board: Board, at: Moment, marks: Marks): void => {
    const carriers = new Map<number, Secret[]>()
    for (const secret of at.secrets)
      for (const n of secret.carriedBy) carriers.set(n, [...(carriers.get(n) ?? []), secret])
    for (const [n, place] of board.places) {
      const { group, arrow } = place
      const attack = arrow.from === 'Hacker' || arrow.to === 'Hacker'
      const classes = stepClass(n, arrow.kind, attack, at, marks)
      const former = shown.get(group) ?? { classes: '', carriers: '', beads: [], group: null }
      shown.set(group, former)
      if (former.classes !== classes) group.setAttribute('class', classes)
      former.classes = classes
      paintBeads(place, at, carriers.get(n) ?? [])
    }
  }
}
