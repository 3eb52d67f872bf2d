import { storyKeyOf } from '../../../scenarios/stories/index.ts'
import type { StoryKey } from '../../../scenarios/stories/story.ts'
import type { Check, Scene } from '../checks/scene.ts'
import type { Play } from './detours.ts'
import { checksOf, sentences } from './judge.ts'
import { mutantsOf } from './mutate.ts'

/** How many places of a story are tried before a check is thought to hold always. */
const maximumPlaces = 4

const placesOf = (plays: readonly Play[]): ReadonlyMap<StoryKey, readonly Scene[]> => {
  const places = new Map<StoryKey, Scene[]>()
  for (const { trace } of plays)
    for (const message of trace.messages) {
      const key = storyKeyOf(message, trace)
      const known = key === null ? undefined : (places.get(key) ?? [])
      if (key === null || known === undefined || known.length >= maximumPlaces) continue
      places.set(key, [...known, { message, trace }])
    }
  return places
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
