import { describe, expect, test } from 'vitest'
import { select } from '../../scenarios/engine/cookie-jar.ts'
import { openLessonWorld } from './support/lab-world.ts'
import { inEnglish } from '../support/texts.ts'

type Lesson = Awaited<ReturnType<typeof openLessonWorld>>

const shown = ({ browser }: Lesson, tab: 'Store' | 'Forums') => {
  const page = browser.page(tab)
  if (page === null) throw new Error(`the tab ${tab} is empty`)
  return page
}

/** Submits the first form of a tab's page; `filled` stands in for what the user types or presses. */
const submit = (lesson: Lesson, tab: 'Store' | 'Forums', filled: Record<string, string> = {}) => {
  const [form] = shown(lesson, tab).forms
  if (form === undefined) throw new Error(`no form at ${shown(lesson, tab).url}`)
  const fields = new URLSearchParams(form.fields.map(({ name, value }) => [name, value]))
  for (const [name, value] of Object.entries(filled)) fields.set(name, value)
  return lesson.browser.submit(tab, form, fields)
}

const load = ({ browser, places }: Lesson, tab: 'Store' | 'Forums') =>
  browser.visit(tab, places[tab].origin + places[tab].protectedPath)

const logIn = async (lesson: Lesson) => {
  await load(lesson, 'Store')
  const { loginId, password } = lesson.user
  await submit(lesson, 'Store', { loginId, password, rememberDevice: 'true' })
}

/** Presses the button, and goes through what FusionAuth shows, to the end. */
const logOut = async (lesson: Lesson) => {
  await submit(lesson, 'Store')
  const onward = () => shown(lesson, 'Store').links.find(({ text }) => text === 'Continue')
  if (onward() === undefined) await submit(lesson, 'Store', { action: 'logout' })
  await lesson.browser.follow('Store', onward()?.href ?? '')
}

const cookies = ({ browser, places }: Lesson, at: 'Store' | 'Forums' | 'FusionAuth') =>
  browser
    .jar()
    .filter(({ domain }) => domain === new URL(places[at].origin).hostname)
    .map(({ name }) => name)

const asksForPassword = (lesson: Lesson, tab: 'Store' | 'Forums') =>
  shown(lesson, tab).forms.some(({ fields }) => fields.some(({ type }) => type === 'password'))

describe.each(['fidelity', 'hardened'] as const)('with a FusionAuth in %s', (profile) => {
  test('oidcc-client-test-rp-init-logout: the Store is left, and FusionAuth is too', async () => {
    const lesson = await openLessonWorld(profile)
    await logIn(lesson)
    expect(shown(lesson, 'Store').title).toBe('Your cart')
    expect(cookies(lesson, 'FusionAuth')).toContain('fusionauth.sso')
    await logOut(lesson)
    expect(shown(lesson, 'Store').title).toBe('Store · Logged out')
    expect(cookies(lesson, 'Store')).toEqual([])
    expect(cookies(lesson, 'FusionAuth')).not.toContain('fusionauth.sso')
    await load(lesson, 'Store')
    expect(asksForPassword(lesson, 'Store')).toBe(true)
  })

  test('CL-21: the refresh token is dead at FusionAuth as well', async () => {
    const lesson = await openLessonWorld(profile)
    await logIn(lesson)
    const token = lesson.browser.jar().find(({ name }) => name === 'rt')
    await logOut(lesson)
    if (token !== undefined) lesson.browser.plant(token)
    await load(lesson, 'Store')
    expect(asksForPassword(lesson, 'Store')).toBe(true)
    const refused = lesson.recorder.messages.filter(({ label }) =>
      inEnglish(label).startsWith('400'),
    )
    expect(refused.map(({ label }) => label)).toEqual(['400 Bad Request · invalid_grant'])
  })

  test("CL-22: Forums' own session lives on, for its frame on FusionAuth's page brings no cookie", async () => {
    const lesson = await openLessonWorld(profile)
    await logIn(lesson)
    await load(lesson, 'Forums')
    expect(shown(lesson, 'Forums').title).toBe('Posts')
    await logOut(lesson)
    const frame = {
      url: `${lesson.places.Forums.origin}/logout/front-channel`,
      method: 'GET',
      initiator: `${lesson.places.FusionAuth.origin}/oauth2/logout`,
      topLevel: false,
      now: lesson.clock.now(),
    }
    expect(cookies(lesson, 'Forums')).toContain('sid')
    expect(select(lesson.browser.jar(), frame, 'Browser').header).toBe('')
    await load(lesson, 'Forums')
    expect(shown(lesson, 'Forums').title).toBe('Posts')
  })
})
