import { afterEach, describe, expect, test } from 'vitest'
import type { LoginLab } from '../../web/app/login-lab.ts'
import type { LabPredict } from '../../web/features/predict/lab-predict.ts'
import type { LabStory } from '../../web/features/story/lab-story.ts'
import { messageAddress } from '../../web/features/share/run-address.ts'
import { find, openPlayer, until } from '../web/player.ts'
import { openPage, type Visit } from '../web/page.ts'
import acme from '../../scenarios/own-lessons/examples/acme.yaml?url'
import anmeldung from '../../scenarios/own-lessons/examples/anmeldung.yaml?url'
import fiveMistakes from '../../scenarios/own-lessons/examples/five-mistakes.yaml?url'
import forgedOrder from '../../scenarios/own-lessons/examples/forged-order.yaml?url'
import stolenSession from '../../scenarios/own-lessons/examples/stolen-session.json?url'

/** What an element says, or those below it; '' while it is not there. */
const textOf = (lab: LoginLab, ...path: readonly string[]): string => {
  let here: Element | null = lab
  for (const selector of path) here = (here?.shadowRoot ?? here)?.querySelector(selector) ?? null
  return (here?.shadowRoot ?? here)?.textContent?.replaceAll(/\s+/g, ' ') ?? ''
}

const visits: Visit[] = []

afterEach(() => {
  for (const { leave } of visits.splice(0)) leave()
  sessionStorage.clear()
})

const visit = async (words: string): Promise<LoginLab> => {
  const opened = await openPage(words)
  visits.push(opened)
  return opened.lab
}

const lesson = (url: string, more = ''): Promise<LoginLab> => visit(`&lesson-src=${url}${more}`)

const story = (lab: LoginLab): string => textOf(lab, 'lab-story')

const show = async (lab: LoginLab, step: string): Promise<void> => {
  await lab.seek({ step })
  await lab.updateComplete
  await (find(lab, 'lab-story') as LabStory).updateComplete
}

test('a lesson of an address begins with its title and its introduction', async () => {
  const lab = await lesson(stolenSession)
  await until('it is told', () => story(lab).includes('A session id is a key'))
  expect(story(lab)).toContain('Whoever brings the session id is let in.')
  expect(document.title).toMatch(/^A session id is a key · /)
  expect(textOf(lab, 'lab-header', 'lab-picker.lesson')).toContain('A session id is a key')
})

test('it tells its own sentences where it has some, and leaves the rest to the lab', async () => {
  const lab = await lesson(stolenSession)
  await show(lab, 'create-session.create-session')
  expect(story(lab)).toContain('From here on a random number stands for the password.')
  await show(lab, 'load-cart.cart-request')
  expect(story(lab)).toContain('The browser')
})

test('a sentence of an event is told when it happens', async () => {
  const lab = await lesson(stolenSession)
  await show(lab, 'stolen-session-id.cart-request')
  expect(story(lab)).toContain('The same number, from somebody else.')
})

test('it is played to its end in this page, and the outcome is the one that it claims', async () => {
  const lab = await lesson(stolenSession)
  await lab.seek('100%')
  const { run } = lab.state
  expect(run.kind === 'open' && run.place).toBe('page')
  expect(run.kind === 'open' && run.playback.run.trace.outcome).toContainEqual(
    expect.objectContaining({ id: 'hacker-sees-the-cart', holds: true }),
  )
})

test('a lesson in a language that the lab does not speak is marked as such', async () => {
  const lab = await lesson(anmeldung, '&lang=de')
  expect(find(lab, 'lab-story', 'h2').lang).toBe('de')
  await show(lab, 'login.token-request')
  expect(find(lab, 'lab-story', '.sentence').lang).toBe('de')
  expect(story(lab)).toContain('Den Code löst der Store selbst ein, ohne den Browser.')
  expect(lab.state.unknown).toEqual([])
})

test('a lesson in several languages is told in the one that is spoken', async () => {
  const lab = await lesson(stolenSession, '&lang=es')
  await until('it is Spanish', () => story(lab).includes('Un id de sesión es una llave'))
})

describe('a company that tells of its own login', () => {
  test('has its names in the picture and in the sentences of the lab', async () => {
    const lab = await lesson(acme)
    await show(lab, 'login.token-request')
    await until('it is drawn', () => lab.shadowRoot?.querySelector('lab-diagram') != null)
    await until('the heads are there', () =>
      (lab.shadowRoot?.querySelector('lab-diagram')?.shadowRoot?.textContent ?? '').includes(
        'Acme Shop',
      ),
    )
    expect(textOf(lab, 'lab-list')).toContain('Acme Shop → FusionAuth')
    expect(textOf(lab, 'lab-list')).not.toMatch(/\bStore\b/)
  })

  test('has its hosts and its colours', async () => {
    const lab = await lesson(acme)
    await show(lab, 'initialize.home-request')
    const { run } = lab.state
    expect(run.kind === 'open' && run.playback.run.trace.messages[0]?.http?.url).toBe(
      'https://shop.acme.example/',
    )
    expect(lab.style.getPropertyValue('--lane-store')).toContain('#0b5f8a')
  })

  test('leaves nothing behind in the next lesson', async () => {
    const lab = await lesson(acme)
    lab.lessonSource = ''
    await until('the next is open', () => lab.state.run.kind === 'open' && lab.state.own === null)
    await lab.updateComplete
    expect(lab.style.getPropertyValue('--lane-store')).toBe('')
    await until('the usual names are back', () => textOf(lab, 'lab-list').includes('Store'))
  })
})

describe('a question of its author', () => {
  test('is put before its message, and its answer is told with the reason', async () => {
    const lab = await lesson(forgedOrder)
    expect(lab.state.predicting).toBe(true)
    await show(lab, 'attack.lure-response')
    await lab.next()
    await until('it is put', () =>
      textOf(lab, 'lab-predict').includes('Does the session cookie go along?'),
    )
    const predict = find(lab, 'lab-predict')
    const options = [...(predict.shadowRoot?.querySelectorAll('input') ?? [])]
    expect(options).toHaveLength(2)
    options[1]?.click()
    await (predict as LabPredict).updateComplete
    find(lab, 'lab-predict', 'button.main').click()
    await until('it is right', () => textOf(lab, 'lab-predict').includes('Lax lets the cookie'))
    expect(find(lab, 'lab-predict', '.verdict').className).toContain('is-right')
  })
})

describe('a lesson that cannot be played says so in its place, and to the page around', () => {
  const problemOf = async (source: string): Promise<{ lab: LoginLab; told: string[] }> => {
    const told: string[] = []
    const hear = (event: Event): void => {
      told.push((event as CustomEvent<{ message: string }>).detail.message)
    }
    document.addEventListener('error', hear)
    const lab = await visit(`&lesson-src=${encodeURIComponent(source)}`)
    await until('it is told', () => lab.shadowRoot?.querySelector('[role=alert]') != null)
    await until('in words', () => textOf(lab, '[role=alert]').includes('lesson'))
    document.removeEventListener('error', hear)
    return { lab, told }
  }

  test('with each of its mistakes', async () => {
    const { lab, told } = await problemOf(fiveMistakes)
    await until('all are there', () =>
      textOf(lab, '[role=alert]').includes('The nearest is "sentences"'),
    )
    const alert = find(lab, '[role=alert]')
    expect(alert.querySelector('p')?.textContent?.match(/^Line \d+, column \d+: /gm)).toHaveLength(
      5,
    )
    expect(alert.textContent).toContain('Line 10, column 1: there is no member sentnces here.')
    expect(told).toHaveLength(1)
  })

  test.each([
    ['a file that is not there', '/no/such/lesson.yaml', /cannot be fetched|cannot be played/],
    ['an address of another kind', 'data:text/plain,{}', /no address of a lesson/],
    ['an address with a password', 'http://a:b@localhost/x.yaml', /no address of a lesson/],
    ['a server that is not there', 'http://127.0.0.1:9/x.yaml', /cannot be fetched/],
  ])('%s', async (_, source, expected) => {
    const { lab } = await problemOf(source)
    expect(textOf(lab, '[role=alert]')).toMatch(expected)
  })

  test('and is read again when it is asked for', async () => {
    const { lab } = await problemOf(fiveMistakes)
    const before = lab.state.opening
    find(lab, '[role=alert] button').click()
    expect(lab.state.opening).toBe(before + 1)
  })
})

describe('the address of an own lesson', () => {
  test('names the file and no workflow, also at a message', async () => {
    const lab = await lesson(acme)
    await show(lab, 'login.token-request')
    await until('it is written', () => location.hash.includes('login.token-request'))
    const { searchParams } = new URL(location.href)
    expect(searchParams.get('lesson-src')).toBe(acme)
    expect(searchParams.has('workflow')).toBe(false)
  })

  test('opens at the message that it names', async () => {
    const lab = await lesson(acme, '#step=login.token-request')
    await until('it is shown', () => lab.mediaState.step === 'login.token-request')
  })

  test('is what is shared', async () => {
    const lab = await lesson(acme)
    await lab.seek('100%')
    const { run } = lab.state
    if (run.kind !== 'open') throw new Error('There is no run.')
    const shared = messageAddress(new URL(location.href), run.playback.run.trace, 'x.y')
    expect([...shared.searchParams.keys()]).toEqual(['lesson-src'])
  })

  test('takes a switch besides, which goes before what the lesson says', async () => {
    const lab = await lesson(forgedOrder, '&defence=same-site=none')
    lab.dispatch({ type: 'predict', on: false })
    await lab.seek('100%')
    const { run } = lab.state
    expect(run.kind === 'open' && run.playback.run.trace.outcome).toContainEqual(
      expect.objectContaining({ id: 'attack.csrf', holds: true }),
    )
  })
})

test('an element with the attribute plays the lesson too', async () => {
  const { lab } = await openPlayer()
  lab.setAttribute('lesson-src', stolenSession)
  await until('it is told', () => story(lab).includes('A session id is a key'))
})
