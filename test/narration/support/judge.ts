import { storyKeyOf } from '../../../scenarios/narration/index.ts'
import type { StoryKey } from '../../../scenarios/narration/story.ts'
import { english } from '../../../scenarios/narration/english.ts'
import { grounds } from '../checks/index.ts'
import type { Check, Grounds, Scene } from '../checks/scene.ts'
import type { Play } from './detours.ts'

/** One sentence with what it stands on. */
export interface Sentence {
  readonly key: StoryKey
  readonly index: number
  readonly text: string
  readonly grounds: Grounds
}

export const keys = Object.keys(english) as readonly StoryKey[]

export const sentencesFor = (key: StoryKey): readonly Sentence[] =>
  (english[key] as readonly string[]).map((text, index) => ({
    key,
    index,
    text,
    grounds: (grounds[key] as readonly Grounds[])[index] ?? { unchecked: '' },
  }))

export const sentences: readonly Sentence[] = keys.flatMap(sentencesFor)

export const checksOf = ({ grounds: on }: Sentence): readonly Check[] =>
  'unchecked' in on ? [] : on

/** Checks of a message's story that do not hold, in words. */
export const contradictions = (scene: Scene): readonly string[] => {
  const key = storyKeyOf(scene.message, scene.trace)
  return key === null
    ? [`no story: ${scene.message.id}`]
    : sentencesFor(key).flatMap((sentence) =>
        checksOf(sentence)
          .filter(({ holds }) => !holds(scene))
          .map(({ name }) => `“${sentence.text}” (${key}): not so that ${name}`),
      )
}

/** What the trace of a play contradicts, with the place of each. */
export const contradictionsIn = ({ name, trace }: Play): readonly string[] =>
  trace.messages.flatMap((message) =>
    contradictions({ message, trace }).map(
      (what) => `${name}, ${message.n} ${message.id}: ${what}`,
    ),
  )
