import { lessonByName, workflowBySlug, workflowTitle } from '../../../scenarios/catalogue/index.ts'
import { mermaidText } from '../../../scenarios/projections/mermaid.ts'
import { plantUmlText } from '../../../scenarios/projections/plantuml.ts'
import { sequenceOf } from '../../../scenarios/projections/sequence.ts'
import type { Participant } from '../../../scenarios/model/participant.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import type { ShareWords } from '../../i18n/catalogue.ts'
import { nameOf } from '../../i18n/name-of.ts'
import type { LessonTelling } from '../../player/lesson-telling.ts'
import { resolver } from './colours.ts'
import { drawDiagram, svgText, type PictureWords } from './diagram.ts'
import { fileName } from './file-name.ts'
import { textFile, type ShareGroup, type Shared } from './item.ts'
import { pngOf } from './png.ts'

const titleOf = ({ workflow }: Trace, { say }: ShareWords): string => say(workflowTitle(workflow))

/** What participants are called where an own lesson gives them names; nothing where it does not. */
const named = (words: ShareWords): { readonly name?: (participant: Participant) => string } =>
  words.rename === undefined ? {} : { name: (participant) => nameOf(participant, words) }

const pictureWords = (trace: Trace, words: ShareWords, own: LessonTelling | null): PictureWords => {
  const { share } = words.ui
  const workflow = workflowBySlug(trace.workflow)
  const lesson = workflow && lessonByName(workflow, trace.lesson)
  const { length } = trace.messages
  const title = titleOf(trace, words)
  const played = own?.title.text ?? (lesson === undefined ? trace.lesson : words.say(lesson.title))
  return {
    ...named(words),
    title,
    description: share.pictureWords(title, length),
    foot: [share.pictureFoot(played, length), share.pictureKey],
    say: words.say,
  }
}

/** The run as a diagram, for other tools and as a picture. */
export const diagramGroup = (
  { host, own, words }: Shared,
  trace: Trace,
  step: string | null,
): ShareGroup => {
  const { share } = words.ui
  const unless = trace.messages.length === 0 ? share.nothing : ''
  const sequence = () => sequenceOf({ trace, plan: [], plannedDividers: [] })
  const draw = () => drawDiagram(trace, pictureWords(trace, words, own), resolver(host))
  return {
    title: share.diagram,
    items: [
      {
        id: 'mermaid',
        icon: 'diagram',
        does: 'copy',
        title: share.mermaid,
        note: share.mermaidNote,
        unless,
        make: async () => mermaidText(sequence(), words.say, named(words)),
      },
      {
        id: 'plantuml',
        icon: 'diagram',
        does: 'copy',
        title: share.plantUml,
        note: share.plantUmlNote,
        unless,
        make: async () => plantUmlText(sequence(), words.say, named(words)),
      },
      {
        id: 'svg',
        icon: 'picture',
        does: 'save',
        title: share.svg,
        note: share.svgNote,
        unless,
        file: fileName(trace, step, 'svg'),
        make: async () => textFile(svgText(draw()), 'image/svg+xml'),
      },
      {
        id: 'png',
        icon: 'picture',
        does: 'save',
        title: share.png,
        note: share.pngNote,
        unless,
        file: fileName(trace, step, 'png'),
        make: async () => {
          const svg = draw()
          return pngOf(svg, svgText(svg))
        },
      },
    ],
  }
}
