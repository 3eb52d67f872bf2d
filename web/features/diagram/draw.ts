import type { Participant } from '../../../scenarios/model/participant.ts'
import { mermaidText } from '../../../scenarios/projections/mermaid.ts'
import type { Arrow, Chapter, Sequence } from '../../../scenarios/projections/sequence.ts'
import { idle } from '../../ui/idle.ts'
import { chapterPicture, type ChapterPicture, type Lanes } from './picture.ts'
import type { Draw } from './render.ts'
import type { Say } from '../../../scenarios/i18n/catalogue.ts'
import { phaseTitle } from '../../../scenarios/projections/words.ts'

/** How the chapters of a picture are set. */
export interface ChapterSetting {
  readonly lanes: Lanes
  readonly lane: number
  readonly fontSize: number
  readonly fontFamily: string
  readonly lines: (arrow: Arrow) => readonly string[]
  readonly say: Say
}

/** The participants stand in a row of their own, and notes get their words after the layout. */
const bare = {
  name: (participant: Participant) => participant.slice(0, 1),
  backgrounds: false,
} as const

/** A chapter with all that its picture depends on. */
export interface Leaf {
  readonly key: string
  readonly chapter: Chapter
  /** '' for a chapter without arrows. */
  readonly title: string
  readonly text: string
}

/** The chapters as Mermaid is given them; marks after the last arrow are a chapter without arrows. */
export const leavesOf = (sequence: Sequence, setting: ChapterSetting): Leaf[] => {
  const { lines, lanes, fontSize, say } = setting
  const { participants, chapters, marks } = sequence
  const last: readonly Chapter[] =
    marks.length === 0
      ? []
      : [{ title: phaseTitle('initialize'), phase: 'initialize', marks, arrows: [] }]
  return [...chapters, ...last].map((chapter) => {
    const text = mermaidText({ participants, chapters: [chapter], marks: [] }, () => '·', {
      lines,
      ...bare,
    })
    const title = chapter.arrows.length === 0 ? '' : say(chapter.title)
    const numbers = chapter.arrows[0]?.n ?? 0
    const words = [title, ...chapter.marks.map(({ text: mark }) => say(mark))].join('\n')
    const key = `${lanes.width} ${fontSize} ${numbers}\n${words}\n${text}`
    return { key, chapter, title, text }
  })
}

/**
 * Draws chapter by chapter, each while nothing else is to be done: no piece of work is long, a
 * chapter that was drawn before is not drawn again.
 */
export const createDrawer = (id: string) => {
  const drawn = new Map<string, ChapterPicture>()
  let drawings = 0

  const draw = async (leaf: Leaf, setting: ChapterSetting, by: Draw): Promise<ChapterPicture> => {
    const known = drawn.get(leaf.key)
    if (known !== undefined) return known
    await idle()
    drawings += 1
    const { lane, fontSize, fontFamily, lanes } = setting
    const options = { id: `${id}-${drawings}`, lane, fontSize, fontFamily }
    const { chapter, text } = leaf
    const geometry = await by(text, options, {
      lifelines: lanes.columns.length,
      arrows: chapter.arrows.length,
      notes: chapter.marks.length + 1,
    })
    const picture = chapterPicture(geometry, chapter, setting)
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
