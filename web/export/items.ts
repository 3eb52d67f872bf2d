import { lessonByName, workflowBySlug } from '../../scenarios/catalogue/index.ts'
import { curlOf } from '../../scenarios/view/curl.ts'
import { cutTrace } from '../../scenarios/view/cut.ts'
import { harText } from '../../scenarios/view/har.ts'
import { mermaidText } from '../../scenarios/view/mermaid.ts'
import { plantUmlText } from '../../scenarios/view/plantuml.ts'
import { sequenceOf } from '../../scenarios/view/sequence.ts'
import type { Trace } from '../../scenarios/vocabulary.ts'
import type { IconName } from '../components/icons.ts'
import type { PlaybackState } from '../playback.ts'
import { messageAddress, runAddress } from '../run-link/address.ts'
import { sharedRun } from '../run-link/lines.ts'
import type { Words } from '../words/catalogue.ts'
import { resolver } from './colours.ts'
import { drawDiagram, svgText, type PictureWords } from './diagram.ts'
import { frameCode, scriptCode } from './embed-code.ts'
import { fileName } from './file-name.ts'
import { pngOf } from './png.ts'

/** What is shared: a run as it stands, and how much of it. */
export interface Shared {
  readonly playback: Pick<PlaybackState, 'run' | 'cursor'>
  readonly traces: ReadonlyMap<string, Trace>
  /** Up to the message that is shown, or all that was sent. */
  readonly scope: 'here' | 'whole'
  /** Address of the page. */
  readonly address: URL
  /** An element in the page's colours. */
  readonly host: Element
  readonly words: Words
}

interface Named {
  readonly id: string
  readonly icon: IconName
  readonly title: string
  readonly note: string
  /** Why it cannot be had now; '' when it can. */
  readonly unless?: string
}

/** One way to take a run elsewhere. */
export type Item =
  | (Named & { readonly does: 'copy'; readonly make: () => Promise<string> })
  | (Named & { readonly does: 'save'; readonly file: string; readonly make: () => Promise<Blob> })
  | (Named & { readonly does: 'open' })

export interface Group {
  readonly title: string
  readonly items: readonly Item[]
  /** What to know beforehand; '' for nothing. */
  readonly note?: string
}

const textFile = (text: string, type: string): Blob => new Blob([text], { type })

const titleOf = ({ workflow }: Trace, { say }: Words): string =>
  say(workflowBySlug(workflow)?.title ?? workflow)

const pictureWords = (trace: Trace, words: Words): PictureWords => {
  const { share } = words.ui
  const workflow = workflowBySlug(trace.workflow)
  const lesson = workflow && lessonByName(workflow, trace.lesson)
  const { length } = trace.messages
  const title = titleOf(trace, words)
  return {
    title,
    description: share.pictureWords(title, length),
    foot: [share.pictureFoot(words.say(lesson?.title ?? trace.lesson), length), share.pictureKey],
    say: words.say,
  }
}

const article = async (trace: Trace, { language, loadStories, say }: Words): Promise<string> => {
  const [{ articleOf }, stories, words] = await Promise.all([
    import('../../scenarios/view/article/index.ts'),
    loadStories(),
    language === 'es'
      ? import('../../scenarios/view/article/spanish.ts').then(({ spanish }) => spanish)
      : import('../../scenarios/view/article/english.ts').then(({ english }) => english),
  ])
  return articleOf(trace, { words, stories, say })
}

const linkGroup = ({ playback, traces, address, words }: Shared): Group => {
  const { share } = words.ui
  const { run, cursor } = playback
  const { trace } = run
  const step = trace.messages[cursor - 1]?.id ?? null
  const { lines, leavesOutTyped } = sharedRun(run, traces)
  return {
    title: share.links,
    note: [
      ...(leavesOutTyped ? [share.typed] : []),
      ...(trace.fusionauth.kind === 'fusionauth' ? [share.otherServer] : []),
    ].join(' '),
    items: [
      {
        id: 'message-link',
        icon: 'link',
        does: 'copy',
        title: step === null ? share.lessonLink : share.messageLink,
        note: step === null ? share.lessonLinkNote : share.messageLinkNote,
        make: async () => messageAddress(address, trace, step).href,
      },
      {
        id: 'run-link',
        icon: 'branch',
        does: 'copy',
        title: share.runLink,
        note: share.runLinkNote,
        make: async () => runAddress(address, trace, lines, step).href,
      },
    ],
  }
}

const diagramGroup = ({ host, words }: Shared, trace: Trace, step: string | null): Group => {
  const { share } = words.ui
  const unless = trace.messages.length === 0 ? share.nothing : ''
  const sequence = () => sequenceOf({ trace, plan: [], plannedDividers: [] })
  const draw = () => drawDiagram(trace, pictureWords(trace, words), resolver(host))
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
        make: async () => mermaidText(sequence(), { note: words.say }),
      },
      {
        id: 'plantuml',
        icon: 'diagram',
        does: 'copy',
        title: share.plantUml,
        note: share.plantUmlNote,
        unless,
        make: async () => plantUmlText(sequence(), words.say),
      },
      {
        id: 'svg',
        icon: 'picture',
        does: 'save',
        title: share.svg,
        note: share.svgNote,
        unless,
        file: fileName(trace, step, 'svg'),
        make: async () => textFile(svgText(await draw()), 'image/svg+xml'),
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
          const svg = await draw()
          return pngOf(svg, svgText(svg))
        },
      },
    ],
  }
}

const messageGroup = ({ playback, words }: Shared, trace: Trace, step: string | null): Group => {
  const { share } = words.ui
  const message = playback.run.trace.messages[playback.cursor - 1]
  const curl = message === undefined ? null : curlOf(message)
  const unless = trace.messages.length === 0 ? share.nothing : ''
  return {
    title: share.messages,
    note: trace.fusionauth.kind === 'fusionauth' ? share.secret : '',
    items: [
      {
        id: 'har',
        icon: 'list',
        does: 'save',
        title: share.har,
        note: share.harNote,
        unless,
        file: fileName(trace, step, 'har'),
        make: async () => textFile(harText(trace), 'application/json'),
      },
      {
        id: 'curl',
        icon: 'out',
        does: 'copy',
        title: share.curl,
        note: share.curlNote,
        unless: curl === null ? share.noRequest : '',
        make: async () => curl ?? '',
      },
      {
        id: 'article',
        icon: 'article',
        does: 'save',
        title: share.article,
        note: share.articleNote,
        unless,
        file: fileName(trace, step, 'md'),
        make: async () => textFile(await article(trace, words), 'text/markdown'),
      },
    ],
  }
}

const runGroup = ({ playback, words }: Shared): Group => {
  const { share } = words.ui
  const { trace } = playback.run
  return {
    title: share.run,
    items: [
      {
        id: 'trace',
        icon: 'save',
        does: 'save',
        title: share.trace,
        note: share.traceNote,
        file: fileName(trace, null, 'trace.json'),
        make: async () => textFile(JSON.stringify(trace, null, 1), 'application/json'),
      },
      { id: 'open', icon: 'open', does: 'open', title: share.openTrace, note: share.openNote },
    ],
  }
}

const embedGroup = ({ playback, address, words }: Shared): Group => {
  const { share } = words.ui
  const { trace } = playback.run
  const step = trace.messages[playback.cursor - 1]?.id ?? null
  const base = new URL('.', address)
  return {
    title: share.embed,
    note: share.embedNote,
    items: [
      {
        id: 'frame',
        icon: 'browser',
        does: 'copy',
        title: share.frame,
        note: share.frameNote,
        make: async () => frameCode(base, trace, step),
      },
      {
        id: 'script',
        icon: 'code',
        does: 'copy',
        title: share.script,
        note: share.scriptNote,
        make: async () => scriptCode(base, trace, step),
      },
    ],
  }
}

/** All ways to take a run elsewhere, in groups. */
export const shareGroups = (shared: Shared): readonly Group[] => {
  const { playback, scope } = shared
  const { trace } = playback.run
  const isHere = scope === 'here' && playback.cursor > 0
  const cut = isHere ? cutTrace(trace, playback.cursor) : trace
  const step = isHere ? (trace.messages[playback.cursor - 1]?.id ?? null) : null
  return [
    linkGroup(shared),
    diagramGroup(shared, cut, step),
    messageGroup(shared, cut, step),
    runGroup(shared),
    embedGroup(shared),
  ]
}
