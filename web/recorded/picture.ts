import type { Chapter } from '../../scenarios/projections/sequence.ts'
import { sectionOf } from '../features/diagram/chapters.ts'
import type { ChapterSetting, Leaf } from '../features/diagram/draw.ts'
import {
  chapterGeometry,
  slicesOf,
  type ChapterGeometry,
  type Lanes,
} from '../features/diagram/geometry.ts'
import { layOut } from '../features/diagram/layout.ts'
import { chapterPicture, type ArrowPlace } from '../features/diagram/picture.ts'

/** A slice of a chapter that has its room in the page; it is drawn when it comes near. */
interface Slice {
  readonly chapter: Chapter
  readonly geometry: ChapterGeometry
  readonly section: HTMLElement
  /** Where its chapter begins, CSS pixels from the top of the picture. */
  readonly offset: number
  /** By number, once it is drawn. */
  arrows: ReadonlyMap<number, ArrowPlace> | null
}

/** About how high a slice is, CSS pixels. */
const most = 200

/** How far outside of what is in sight a slice is drawn already. */
const near = '60px 0px'

const has = ({ geometry }: Slice, n: number): boolean =>
  geometry.arrows.some(({ arrow }) => arrow.n === n)

/** The picture of a lesson, chapter by chapter. */
export class RecordedPicture {
  /** Width of all lifelines together, and where each stands. */
  readonly lanes: Lanes
  /** CSS pixels. */
  readonly height: number
  readonly #setting: ChapterSetting
  readonly #slices: readonly Slice[]
  readonly #watcher: IntersectionObserver
  #current: SVGGElement | undefined

  /**
   * @param into the element that it fills
   * @param scroller what it is seen through
   */
  constructor(leaves: readonly Leaf[], setting: ChapterSetting, into: Element, scroller: Element) {
    this.#setting = setting
    const { lanes, fontSize } = setting
    let height = 0
    this.#slices = leaves.flatMap(({ structure, chapter, title }) => {
      const whole = chapterGeometry(layOut(structure, fontSize), chapter, lanes)
      const tone = chapter.phase.startsWith('stolen') ? 'is-theft' : ''
      const offset = height
      height += whole.height
      return slicesOf(whole, most).map((geometry, index) => {
        const heading = index === 0 ? title : ''
        const section = sectionOf(geometry, { heading, tone })
        return { chapter, geometry, section, offset, arrows: null }
      })
    })
    this.lanes = lanes
    this.height = height
    into.replaceChildren(...this.#slices.map(({ section }) => section))
    this.#watcher = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          const slice = this.#slices.find(({ section }) => section === target)
          if (isIntersecting && slice !== undefined) this.#draw(slice)
        }
      },
      { root: scroller, rootMargin: near },
    )
    for (const { section } of this.#slices) this.#watcher.observe(section)
  }

  /** Where a message ends, CSS pixels from the top; 0 for none. */
  bottomOf(n: number): number {
    const slice = this.#slices.find((one) => has(one, n))
    const arrow = slice?.geometry.arrows.find((one) => one.arrow.n === n)
    return arrow === undefined || slice === undefined ? 0 : arrow.bottom + slice.offset
  }

  /** Marks the message that is shown, and gives its place; undefined before the first. */
  mark(n: number): ArrowPlace | undefined {
    const at = this.#slices.findIndex((one) => has(one, n))
    // With what comes into sight beside it: one frame for all.
    for (const beside of this.#slices.slice(Math.max(0, at - 1), at + 2)) this.#draw(beside)
    const slice = this.#slices[at]
    const place = slice === undefined ? undefined : this.#draw(slice).get(n)
    this.#current?.classList.remove('is-current')
    this.#current = place?.group
    this.#current?.classList.add('is-current')
    if (place === undefined || slice === undefined) return undefined
    const { offset } = slice
    return { ...place, y: place.y + offset, top: place.top + offset, bottom: place.bottom + offset }
  }

  /** Draws what is not drawn yet. */
  drawAll(): void {
    for (const slice of this.#slices) this.#draw(slice)
  }

  /** To be called when another takes its place. */
  stop(): void {
    this.#watcher.disconnect()
  }

  #draw(slice: Slice): ReadonlyMap<number, ArrowPlace> {
    if (slice.arrows !== null) return slice.arrows
    this.#watcher.unobserve(slice.section)
    const { svg, places } = chapterPicture(slice.geometry, slice.chapter, this.#setting)
    slice.section.append(svg)
    slice.arrows = new Map(places.map((place) => [place.arrow.n, place]))
    return slice.arrows
  }
}
