import { eventAt } from '../catalogue/addresses.ts'
import { asksNameOnly, loginField, loginForm, logoutForm, readPage } from '../engine/page.ts'
import type { LabEvent } from '../model/event.ts'
import type { ApplicationName, Participant } from '../model/participant.ts'
import type { RunState } from '../model/run.ts'
import type { Press } from './document.ts'
import type { Screen } from './screen.ts'

type PressableState = Pick<RunState, 'trace' | 'decisionPoints'>

const isApplication = (name: Participant | undefined): name is ApplicationName =>
  name === 'Store' || name === 'Forums'

/** Who lives at an origin, by the requests that went there. */
const residentOf = (url: string, { trace }: PressableState): Participant | undefined => {
  const { origin } = new URL(url)
  return trace.messages.find(
    ({ kind, http }) =>
      kind === 'request' && http !== null && URL.parse(http.url)?.origin === origin,
  )?.to
}

/**
 * The application in whose tab a page is shown: its own, or for a page of FusionAuth the one that the
 * step was about which brought it.
 */
const tabOf = (screen: Screen, told: PressableState): ApplicationName | null => {
  const { decisionPoints, trace } = told
  const resident = residentOf(screen.url, told)
  if (isApplication(resident)) return resident
  const step = decisionPoints.findLastIndex(({ after }) => after < screen.broughtBy)
  const event = trace.events[step]
  return event !== undefined && 'app' in event ? event.app : null
}

const followed = (href: string, told: PressableState): LabEvent | null => {
  const app = residentOf(href, told)
  return isApplication(app) ? eventAt(app, new URL(href).pathname) : null
}

const submitted = (
  number: number,
  typed: ReadonlyMap<string, string>,
  screen: Screen,
  told: PressableState,
): LabEvent | null => {
  const app = tabOf(screen, told)
  const page = readPage(screen.url, screen.status, screen.html, false)
  const form = page.forms[number]
  if (app === null || form === undefined) return null
  if (form === logoutForm(page)) return { type: 'learner.logout', app }
  if (form !== loginForm(page) || asksNameOnly(form)) return null
  const words = (name: string | undefined): string => typed.get(name ?? '') ?? ''
  const password = form.fields.find(({ type }) => type === 'password')
  const credentials = {
    loginId: words(loginField(form)?.name),
    password: words(password?.name),
  }
  return { type: 'learner.submit', app, credentials }
}

/**
 * What pressing something on the page that a user agent shows is in the lab: an event for the machine
 * to judge. `typed` are the controls of the pressed form by name.
 *
 * @returns null when the lab has no event for it
 */
export const eventOf = (
  press: Press,
  typed: ReadonlyMap<string, string>,
  screen: Screen,
  told: PressableState,
): LabEvent | null =>
  press.kind === 'link' ? followed(press.href, told) : submitted(press.form, typed, screen, told)

/** The same in the Hacker's browser, where the lab knows of one thing to do. */
export const hackerEventOf = (press: Press, told: PressableState): LabEvent | null => {
  const event = press.kind === 'link' ? followed(press.href, told) : null
  return event?.type === 'learner.load' && event.app === 'Store' ? { type: 'hacker.load' } : null
}
