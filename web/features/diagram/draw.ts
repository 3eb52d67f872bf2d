import type { Arrow, Chapter, Sequence } from '../../../scenarios/projections/sequence.ts'
import { idle } from '../../ui/idle.ts'
import { chapterGeometry, type Lanes } from './geometry.ts'
import { chapterPicture, type ChapterPicture } from './picture.ts'
import type { ChapterStructure, Draw } from './layout.ts'
import type { Say } from '../../../scenarios/i18n/catalogue.ts'
import { phaseTitle } from '../../../scenarios/projections/words.ts'

/** How the chapters of a picture are set. */
export interface ChapterSetting {
  readonly lanes: Lanes
  readonly lane: number
  readonly fontSize: number
  readonly lines: (arrow: Arrow) => readonly string[]
  readonly say: Say
}

/** A chapter with all that its picture depends on. */
export interface Leaf {
  readonly key: string
  readonly chapter: Chapter
  /** '' for a chapter without arrows. */
  readonly title: string
  readonly structure: ChapterStructure
}

/** The chapters as they are laid out; marks after the last arrow are a chapter without arrows. */
export const leavesOf = (sequence: Sequence, setting: ChapterSetting): Leaf[] => {
  const { lines, lanes, fontSize, say } = setting
  const { chapters, marks } = sequence
  const last: readonly Chapter[] =
    marks.length === 0
      ? []
      : [{ title: phaseTitle('initialize'), phase: 'initialize', marks, arrows: [] }]
  return [...chapters, ...last].map((chapter) => {
    const structure: ChapterStructure = {
      // Each mark is a note, and so is the title.
      notes: chapter.marks.length + 1,
      arrows: chapter.arrows.map((arrow) => ({
        isSelf: arrow.from === arrow.to,
        lines: lines(arrow),
      })),
    }
    const title = chapter.arrows.length === 0 ? '' : say(chapter.title)
    const numbers = chapter.arrows[0]?.n ?? 0
    const words = [title, ...chapter.marks.map(({ text: mark }) => say(mark))].join('\n')
    const ways = chapter.arrows.map(({ from, to, kind }) => [from, to, kind])
    const key = JSON.stringify([lanes.width, fontSize, numbers, words, structure, ways])
    return { key, chapter, title, structure }
  })
}

/**
 * Draws chapter by chapter, each while nothing else is to be done: no piece of work is long, a
 * chapter that was drawn before is not drawn again.
 */
export const createDrawer = () => {
  const drawn = new Map<string, ChapterPicture>()

  const draw = async (leaf: Leaf, setting: ChapterSetting, by: Draw): Promise<ChapterPicture> => {
    const known = drawn.get(leaf.key)
    if (known !== undefined) return known
    await idle()
    const drawnBy = by(leaf.structure, setting.fontSize)
    const geometry = chapterGeometry(drawnBy, leaf.chapter, setting.lanes)
    const picture = chapterPicture(geometry, leaf.chapter, setting)
    drawn.set(leaf.key, picture)
    return picture
  }

  /** Forgets what is not among these. */
  const keep = (leaves: readonly Leaf[]): void => {
    const wanted = new Set(leaves.map(({ key }) => key))
    for (const key of drawn.keys()) if (!wanted.has(key)) drawn.delete(key)
  }

  return { draw, keep }
}
