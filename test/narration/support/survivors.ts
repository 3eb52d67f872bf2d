import { storyKeyOf } from '../../../scenarios/narration/index.ts'
import type { StoryKey } from '../../../scenarios/narration/story.ts'
import type { Check, Scene } from '../checks/scene.ts'
import type { Play } from './detours.ts'
import { checksOf, sentences } from './judge.ts'
import { mutantsOf } from './mutate.ts'

/** How many places of a story are tried before a check is thought to hold always. */
const maximumPlaces = 4

/** Some places of each story, of different workflows where there are. */
const placesOf = (plays: readonly Play[]): ReadonlyMap<StoryKey, readonly Scene[]> => {
  const places = new Map<StoryKey, Scene[]>()
  for (const { trace } of plays)
    for (const message of trace.messages) {
      const key = storyKeyOf(message, trace)
      if (key === null) continue
      const known = places.get(key) ?? []
      const alike = known.filter((scene) => scene.trace.workflow === trace.workflow).length
      if (alike < maximumPlaces) places.set(key, [...known, { message, trace }])
    }
  const first = (scenes: readonly Scene[]): readonly Scene[] => [
    ...new Map(scenes.toReversed().map((scene) => [scene.trace.workflow, scene])).values(),
  ]
  return new Map(
    [...places].map(([key, scenes]) => [
      key,
      [...new Set([...first(scenes), ...scenes])].slice(0, 2 * maximumPlaces),
    ]),
  )
}

/** Whether some altered trace makes a check fail that held before. */
export const canFail = ({ holds }: Check, places: readonly Scene[]): boolean =>
  places.some(({ message, trace }) => {
    if (!holds({ message, trace })) return false
    for (const mutant of mutantsOf(trace, message.n)) {
      const changed = mutant.trace.messages.find(({ n }) => n === message.n)
      if (changed !== undefined && !holds({ message: changed, trace: mutant.trace })) return true
    }
    return false
  })

/** Checks that no mutation of the traces makes fail, by sentence. */
export const survivors = (plays: readonly Play[]): readonly string[] => {
  const places = placesOf(plays)
  return sentences.flatMap((sentence) =>
    checksOf(sentence)
      .filter((check) => !canFail(check, places.get(sentence.key) ?? []))
      .map(({ name }) => `${sentence.key} ${sentence.index + 1}: ${name}`),
  )
}
