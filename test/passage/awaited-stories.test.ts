import { expect, test, vi } from 'vitest'
import { englishWords } from '../../web/i18n/languages.ts'
import { AwaitedStories } from '../../web/features/passage/awaited-stories.ts'
import { told } from './source.ts'

const waiting = () => {
  const requestUpdate = vi.fn<() => void>()
  const host = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate,
    updateComplete: Promise.resolve(true),
  }
  return { requestUpdate, stories: new AwaitedStories(host) }
}

test('there are no words for a picture while the sentences are on their way', async () => {
  const { stories } = waiting()
  expect(stories.wordsFor((await told()).trace, englishWords)).toBeNull()
})

test('they are there with the sentences, also before the page has taken these over', async () => {
  const { trace } = await told()
  const { stories, requestUpdate } = waiting()
  stories.hostConnected()
  await vi.waitFor(() => expect(requestUpdate).toHaveBeenCalled())
  const words = stories.wordsFor(trace, englishWords)
  for (const message of trace.messages) expect(words?.story(message, trace)).not.toBe('')
})
