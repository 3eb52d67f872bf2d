import type { Sequence } from '../../../scenarios/projections/sequence.ts'
import type { Words } from '../../i18n/catalogue.ts'

/** The same sequence in the reader's language; labels are told by the setting. */
export const translated = (sequence: Sequence, { say }: Pick<Words, 'say'>): Sequence => {
  const marksOf = (marks: Sequence['marks']) =>
    marks.map((mark) => ({ ...mark, text: say(mark.text) }))
  const chapters = sequence.chapters.map((chapter) => ({
    ...chapter,
    title: say(chapter.title),
    marks: marksOf(chapter.marks),
  }))
  return { ...sequence, chapters, marks: marksOf(sequence.marks) }
}
