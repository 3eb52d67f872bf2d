import type { RunState } from '../../scenarios/model/run.ts'
import type { Message, Trace } from '../../scenarios/model/trace.ts'
import type { Words } from '../i18n/catalogue.ts'
import { sharedRun } from '../player/run-link/lines.ts'
import { writeRun } from '../player/run-link/text.ts'
import { defineLive } from './lab-live.ts'
import type { LiveRun } from './live-run.ts'
import { liveWords, loadStory } from './live-words.ts'
import type { Told } from './told.ts'
import type { WorkerRun } from './worker-run.ts'

/** How many messages two traces have in common from their beginning. */
const commonTo = (one: readonly Message[], other: readonly Message[]): number => {
  const at = one.findIndex(({ id }, index) => id !== other[index]?.id)
  return at === -1 ? one.length : at
}

/**
 * Lets a reader interfere with a run of a lesson that was recorded.
 *
 * @param recorded the lesson as it was recorded
 * @throws Error when the words for it do not come
 */
export const liveOf = async (
  { run, lost }: WorkerRun,
  recorded: Told,
  language: string,
): Promise<LiveRun> => {
  const words = await liveWords(language)
  defineLive()
  const panel = document.createElement('lab-live')
  panel.words = words
  let story: Words['story'] | null = null
  /** Sentences on what nobody recorded come with the first of them. */
  const loadLate = (): void => {
    story = () => ''
    loadStory(language).then(
      (loaded) => {
        story = loaded
        panel.dispatchEvent(new CustomEvent('lab-told', { bubbles: true, composed: true }))
      },
      () => {
        story = null
      },
    )
  }
  const toldOf = (trace: Trace): Told => {
    const common = commonTo(trace.messages, recorded.trace.messages)
    return {
      ...recorded,
      trace,
      story: (n) => {
        const message = trace.messages[n - 1]
        if (message === undefined || n <= common) return recorded.story(n)
        if (story === null) loadLate()
        return story?.(message, trace) ?? ''
      },
      say: words.say,
      isWhole: true,
    }
  }
  return {
    run,
    lost,
    panel,
    told: ({ trace }: RunState) => toldOf(trace),
    link: (now, traces) => writeRun(sharedRun(now, traces).lines),
  }
}
