import type {
  FetchAnswer,
  FetchRequest,
  ScriptPage,
  SelfNote,
} from '../engine/script/page-script.ts'
import { members, stringOf } from './answers.ts'
import type { ClientSettings } from './settings.ts'
import { troubleView, type PageView, within } from './views.ts'
import { textOf } from '../model/text.ts'

/** A client program at work: its page, what it was told, and the page that its views stand in. */
export interface ClientApp {
  readonly page: ScriptPage
  readonly settings: ClientSettings
  readonly shell: () => string
}

export type Answered = FetchAnswer & { readonly ok: true }

export const again: SelfNote = { name: 'login-again', label: textOf('note.login-again') }

export const rendersForm: SelfNote = {
  name: 'render-login-form',
  label: textOf('note.renders-login-form'),
}

const showsProblem: SelfNote = { name: 'show-problem', label: textOf('note.shows-problem') }

export const isIn = (answer: FetchAnswer): boolean => answer.ok && answer.status === 200
export const isMissing = (answer: FetchAnswer): boolean => answer.ok && answer.status === 404
export const isRefused = (answer: FetchAnswer): boolean => answer.ok && answer.status === 401

/** What was typed, or shown, was not accepted. */
export const isFault = (answer: FetchAnswer): boolean =>
  answer.ok && answer.status >= 400 && answer.status < 500

/** How an answer reads that is neither what was wanted nor a refusal. */
export const problemOf = (answer: FetchAnswer): string => {
  if (!answer.ok)
    return answer.why === 'blocked'
      ? 'The browser did not let the page have the answer.'
      : 'Nobody answered. Nothing is lost; try again in a moment.'
  return stringOf(members(answer)['problem']) ?? `The server answered with status ${answer.status}.`
}

const rendered = (client: ClientApp, view: PageView) => ({
  path: view.path,
  html: within(client.shell(), view),
})

/** Shows a view that no answer brought: an arrow of its own. */
export const show = (client: ClientApp, view: PageView, told: SelfNote): void =>
  client.page.show(rendered(client, view), told)

/** Tells of something that is nobody's answer. */
export const complain = (client: ClientApp, problem: string): void =>
  show(client, troubleView(client.settings, problem), showsProblem)

/** What the caller makes of an answer: a view to show, nothing to show yet, or that it is trouble. */
type Reading = PageView | null | 'trouble'

/**
 * Asks, and shows what the answer says on the answer's own arrow: as `read` has it, or that there is
 * trouble. Nobody answering is told too.
 */
export const ask = async (
  client: ClientApp,
  url: string,
  request: Omit<FetchRequest, 'shows'>,
  read: (answer: Answered) => Reading,
): Promise<FetchAnswer> => {
  const answer = await client.page.fetch(url, {
    ...request,
    shows: (given) => {
      const reading = read(given)
      if (reading === null) return null
      const view = reading === 'trouble' ? troubleView(client.settings, problemOf(given)) : reading
      return rendered(client, view)
    },
  })
  if (!answer.ok) complain(client, problemOf(answer))
  return answer
}
