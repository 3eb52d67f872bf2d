import { curlOf } from '../../../scenarios/projections/curl.ts'
import { harText } from '../../../scenarios/projections/har.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import type { OwnTelling } from '../../../scenarios/article/index.ts'
import { nameOf } from '../../i18n/name-of.ts'
import { fileName } from './file-name.ts'
import { textFile, type ShareGroup, type Shared } from './item.ts'

const ownOf = ({ playback, own, words }: Shared): { readonly own?: OwnTelling } =>
  own === null
    ? {}
    : {
        own: {
          title: own.title.text,
          sentence: (message) => own.sentence(message, playback.run)?.text ?? null,
          name: (participant) => nameOf(participant, words),
        },
      }

const article = async (trace: Trace, shared: Shared): Promise<string> => {
  const { parts, say, rename } = shared.words
  const [{ articleOf }, stories, words] = await Promise.all([
    import('../../../scenarios/article/index.ts'),
    parts.stories(),
    parts.article(),
  ])
  return articleOf(trace, {
    words: rename?.(words) ?? words,
    stories: rename?.(stories) ?? stories,
    say,
    ...ownOf(shared),
  })
}

/** The messages as other tools and readers take them. */
export const messageGroup = (shared: Shared, trace: Trace, step: string | null): ShareGroup => {
  const { playback, words } = shared
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
        make: async () => textFile(await article(trace, shared), 'text/markdown'),
      },
    ],
  }
}
