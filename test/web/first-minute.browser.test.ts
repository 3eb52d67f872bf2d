import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { verdictAt } from '../../scenarios/projections/verdict.ts'
import { secretsOf } from '../../scenarios/projections/secrets.ts'
import { openPage, type Visit } from './page.ts'
import { find, until } from './player.ts'

let visit: Visit | null = null
afterEach(() => {
  visit?.leave()
  visit = null
})

const open = async (...options: Parameters<typeof openPage>): Promise<Visit> => {
  visit = await openPage(...options)
  return visit
}

const traceOf = ({ lab }: Visit) =>
  lab.state.run.kind === 'open' ? lab.state.run.playback.run.trace : null
const cursorOf = ({ lab }: Visit): number =>
  lab.state.run.kind === 'open' ? lab.state.run.playback.cursor : 0
const isPlaying = ({ lab }: Visit): boolean =>
  lab.state.run.kind === 'open' && lab.state.run.playback.playing
const verdictIn = ({ lab }: Visit): string =>
  lab.shadowRoot?.querySelector('lab-verdict')?.shadowRoot?.querySelector('p')?.textContent ?? ''

describe('a newcomer', () => {
  test(
    'gets from the first page to “the Hacker sees the cart, because …” in at most three clicks',
    { timeout: 120_000 },
    async () => {
      const here = await open('', { greets: true })
      let clicks = 0
      addEventListener('click', () => (clicks += 1), { capture: true })
      await userEvent.click(find(here.lab, 'lab-start', 'a.stolen'))
      await until('it plays', () => isPlaying(here))
      here.lab.dispatchEvent(new CustomEvent('lab-speed', { detail: 4 }))
      await until('the outcome is told', () => verdictIn(here) !== '')
      expect(clicks).toBeLessThanOrEqual(3)
      expect(verdictIn(here)).toMatch(
        /^The Hacker sees the cart, because the refresh token RT-\d+,/,
      )
      await until('playing has stopped there', () => !isPlaying(here))
      expect(verdictIn(here)).not.toBe('')
      expect(here.lab.workflow).toContain('oauth-authorization-code-grant')
    },
  )

  test('is told nothing that the messages do not show', { timeout: 120_000 }, async () => {
    const here = await open(
      '&speed=4&ask=stolen&workflow=webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies',
    )
    await until('the outcome is told', () => verdictIn(here) !== '', 60_000)
    const trace = traceOf(here)
    if (trace === null) throw new Error('no run')
    const verdict = verdictAt(trace, secretsOf(trace.messages), cursorOf(here))
    const [stolen, traded, session, shown] = (verdict?.evidence ?? []).map(
      (n) => trace.messages[n - 1],
    )
    expect(stolen?.step).toBe('hacker.steal')
    expect(traded).toMatchObject({ from: 'FusionAuth', http: { status: 200 } })
    expect(session?.changes.some(({ where }) => where === 'Store.appSessions')).toBe(true)
    expect(shown).toMatchObject({ to: 'Hacker', http: { status: 200 } })
  })

  test(
    'finds each question’s answer played from its first message',
    { timeout: 120_000 },
    async () => {
      const here = await open('')
      await userEvent.click(find(here.lab, 'lab-start', 'a.expires'))
      await until('it plays', () => isPlaying(here), 60_000)
      const { messages } = traceOf(here) ?? { messages: [] }
      expect(messages[cursorOf(here)]?.phase ?? 'refresh').toBe('refresh')
      history.back()
      await until(
        'the first page is back',
        () => here.lab.shadowRoot?.querySelector('lab-start') != null,
      )
      await userEvent.click(find(here.lab, 'lab-start', 'a.how'))
      await until('the first message is shown', () => cursorOf(here) === 1, 60_000)
    },
  )

  test('may choose any workflow and any lesson instead', async () => {
    const here = await open('')
    const links = [
      ...(find(here.lab, 'lab-start').shadowRoot?.querySelectorAll<HTMLAnchorElement>(
        '.lessons a',
      ) ?? []),
    ]
    expect(links.length).toBeGreaterThanOrEqual(29 * 3)
    const shown = links.filter((link) => link.checkVisibility() && /lesson=outage/.test(link.href))
    await userEvent.click(shown.at(-1) as HTMLElement)
    await until('the lesson is open', () => traceOf(here) !== null)
    expect(traceOf(here)).toMatchObject({
      lesson: 'outage',
      workflow: expect.stringMatching('native'),
    })
    expect(isPlaying(here)).toBe(false)
  })

  test('is shown around once, and can ask for it again', { timeout: 120_000 }, async () => {
    const workflow =
      '&workflow=webapp/native-login-form-to-application-backend-sessions-refresh-tokens-cookies'
    const here = await open(workflow, { greets: true })
    const tour = () => here.lab.shadowRoot?.querySelector('lab-tour') ?? null
    await until('the tour is there', () => tour()?.shadowRoot?.querySelector('.next') != null)
    expect(document.activeElement).toBe(document.body)
    for (let step = 1; step <= 5; step += 1) {
      expect(tour()?.shadowRoot?.textContent).toContain(`${step} of 5`)
      find(here.lab, 'lab-tour', '.next').click()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect(tour()).toBeNull()
    expect(localStorage.getItem('login-lab.tour')).toBe('seen')
    here.lab.dispatchEvent(new CustomEvent('lab-tour'))
    await until('it is back', () => tour()?.matches(':focus-within') === true)
    await userEvent.keyboard('{Escape}')
    await until('it is over', () => tour() === null)
  })
})

describe('an address', () => {
  const slug = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'
  const noticesOf = ({ lab }: Visit): string =>
    [...(lab.shadowRoot?.querySelectorAll('lab-notice') ?? [])]
      .map((notice) => notice.shadowRoot?.textContent ?? '')
      .join(' ')

  test('opens paused at its message, in its theme, language and speed', async () => {
    const here = await open(`&workflow=${slug}&theme=dark&lang=es&speed=2#step=login.token-request`)
    await until('the message is shown', () => cursorOf(here) === 12)
    expect(isPlaying(here)).toBe(false)
    expect(document.documentElement.dataset['theme']).toBe('dark')
    expect(localStorage.length).toBe(0)
    await until('it is Spanish', () => document.documentElement.lang === 'es')
    await until('the title follows', () => document.title.startsWith('Aplicación web'))
    expect(here.lab.state.run).toMatchObject({ playback: { speed: 2 } })
  })

  test('names its lesson or its attack in the title of the page', async () => {
    await open(`&workflow=${slug}&lesson=outage`)
    await until('it names the lesson', () =>
      document.title.startsWith('FusionAuth is down · Web app'),
    )
    find(document.body, 'login-lab', 'lab-header', 'lab-picker.lesson', 'nav a').click()
    await until('the tour needs no name', () => document.title.startsWith('Web app'))
    history.replaceState(null, '', `?run=page&workflow=${slug}&lesson=attack-csrf`)
    dispatchEvent(new PopStateEvent('popstate'))
    await until('it names the attack', () =>
      document.title.startsWith('A page of another site places an order · Web app'),
    )
  })

  test('may name a phase', async () => {
    const here = await open(`&workflow=${slug}#step=refresh`)
    await until('its first message is shown', () => cursorOf(here) === 21)
  })

  test('plays when it says so', async () => {
    const here = await open(`&workflow=${slug}&autoplay`)
    await until('it plays', () => cursorOf(here) > 0)
  })

  test('with unknown values says so, and does the rest', async () => {
    const here = await open(
      `&workflow=${slug}&lesson=nonsense&theme=blue&speed=9&profile=hardened#step=initialize.home-request`,
    )
    await until('the message is shown', () => cursorOf(here) === 1)
    expect(noticesOf(here)).toContain('lesson=nonsense')
    expect(noticesOf(here)).toContain('silent-relogin')
    expect(noticesOf(here)).toContain('theme=blue')
    expect(noticesOf(here)).toContain('speed=9')
    expect(traceOf(here)).toMatchObject({ lesson: 'tour', profile: 'hardened' })
  })

  test('with a mistyped attack is told the nearest', async () => {
    const here = await open(`&workflow=${slug}&lesson=attack-sesion-fixation`)
    await until('the notice is there', () => noticesOf(here) !== '')
    expect(noticesOf(here)).toContain('attack-session-fixation')
  })

  test('follows what is shown, and goes back and forward without a new page', async () => {
    const here = await open(`&workflow=${slug}#step=2`)
    await until('the message is shown', () => cursorOf(here) === 2)
    await userEvent.keyboard('{ArrowLeft}')
    await until('the address follows', () => location.hash === '#step=initialize.home-request')
    find(here.lab, 'lab-header', 'lab-picker.lesson', 'nav a[href*="outage"]').click()
    await until('the lesson is open', () => traceOf(here)?.lesson === 'outage')
    history.back()
    await until(
      'the former is back',
      () => traceOf(here)?.lesson === 'tour' && cursorOf(here) === 1,
    )
  })

  test('is left alone by a lab that has gone', async () => {
    const address = location.href
    const here = await open(`&workflow=${slug}#step=2`)
    await until('the message is shown', () => cursorOf(here) === 2)
    await userEvent.keyboard('{ArrowLeft}')
    await until('the message before is shown', () => cursorOf(here) === 1)
    here.leave()
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(location.href).toBe(address)
  })
})
