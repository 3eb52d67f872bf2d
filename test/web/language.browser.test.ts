import { afterEach, describe, expect, test } from 'vitest'
import { TextError } from '../../scenarios/model/text-error.ts'
import { textOf } from '../../scenarios/model/text.ts'
import type { Run } from '../../scenarios/model/run.ts'
import type { LoginLab } from '../../web/app/login-lab.ts'
import { emit } from '../../web/features/events.ts'
import type { OpenRun, RunStatus } from '../../web/player/run/status.ts'
import { languages } from '../../web/i18n/languages.ts'
import { bracketedLanguage } from '../support/bracketed-words.ts'
import { fixtureRun } from '../support/fixture-run.ts'
import { openPage, type Visit } from './page.ts'
import { unsaid } from './seen.ts'
import { find, handing, until } from './player.ts'

let visit: Visit | null = null
afterEach(() => {
  visit?.leave()
  visit = null
})

const slug = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'

/** Opens the page, and has it speak the language that nobody speaks. */
const open = async (address: string): Promise<LoginLab> => {
  visit = await openPage(address)
  const { lab } = visit
  lab.languages = [...languages, bracketedLanguage]
  lab.language = bracketedLanguage.tag
  await until('it speaks', () => lab.state.words.language === bracketedLanguage.tag)
  await lab.updateComplete
  return lab
}

/** What is said in the page that no catalogue has said; waits until nothing of it is left. */
const left = async (lab: Element): Promise<readonly string[]> => {
  const now = (): readonly string[] => [
    ...new Set(unsaid(lab.shadowRoot as ShadowRoot, lab.localName)),
  ]
  await until('the parts that come later speak, too', () => now().length === 0, 8_000).catch(
    () => undefined,
  )
  return now()
}

const isOpen = (lab: LoginLab) => until('the run is open', () => lab.state.run.kind === 'open')

const press = (button: HTMLElement): void => button.click()

describe('every word of a page is from a catalogue:', () => {
  test.each([
    ['the start page', '', 'lab-start', 'h1'],
    ['the chooser', '&choose', 'lab-choose', 'fieldset'],
    ['an answer of the chooser', '&choose=spa.several.server.at-once', 'lab-choose', '.advice'],
    ['the matrix', '&matrix=csrf', 'lab-matrix', 'tbody th'],
    ['what real clients send', '&clients', 'lab-clients', 'tbody th'],
    [
      'a cell of the matrix',
      `&matrix=${slug}#cell=${slug}.csrf.same-site=lax`,
      'lab-matrix',
      '.told',
    ],
    ['a workflow that there is not', '&workflow=webapp/no-such', 'lab-not-found', 'h2'],
    [
      'what is asked for in vain',
      `&workflow=${slug}&lesson=no&theme=blue&defence=pkce=perhaps`,
      'lab-notice',
      '[role]',
    ],
    ['a damaged link to a run', `&workflow=${slug}#run=1~open-moon`, 'lab-notice', '[role]'],
  ])('%s', async (_, address, element, part) => {
    const lab = await open(address)
    await until('it is there', () => {
      const shown = lab.shadowRoot?.querySelector(element)?.shadowRoot?.querySelector(part)
      return shown?.textContent.includes('⟦') === true
    })
    expect(await left(lab)).toEqual([])
  })

  test.each([
    ['message', 'refresh.cart-response'],
    ['message', 'login.token-response'],
    ['cookies', 'refresh.cart-response'],
    ['cookies', 'login.callback-request'],
    ['state', 'refresh.token-response'],
    ['screen', 'login.authorize-response'],
    ['raw', 'login.token-request'],
    ['curl', 'login.token-request'],
    ['message', 'stolen-session-id.cart-response'],
  ])('layer %s of %s', { timeout: 90_000 }, async (layer, step) => {
    const lab = await open(`&workflow=${slug}&layer=${layer}#step=${step}&layer=${layer}`)
    await isOpen(lab)
    await until(
      'the message is shown',
      () => lab.state.run.kind === 'open' && lab.state.run.playback.cursor > 0,
    )
    await until('the diagram is drawn', () => lab.state.drawn)
    expect(await left(lab)).toEqual([])
  })

  test.each([
    ['an attack', `&workflow=${slug}&lesson=attack-xss-reads-cookie#step=attack.shows-cookie`],
    ['an attack that is played', `&workflow=${slug}&lesson=attack-csrf&ask=stolen`],
    ['an outage', `&workflow=${slug}&lesson=outage&ask=expires`],
    [
      'two workflows beside each other',
      `&workflow=${slug}&compare=webapp/oauth-authorization-code-grant-sessions`,
    ],
    ['the choice of what to compare', `&workflow=${slug}&compare`],
  ])('%s', { timeout: 90_000 }, async (_, address) => {
    const lab = await open(address)
    await isOpen(lab)
    expect(await left(lab)).toEqual([])
  })

  const dialogs: readonly (readonly [string, string, (lab: LoginLab) => void])[] = [
    ['help', 'lab-help', (lab) => lab.dispatch({ type: 'open-dialog', dialog: 'help' })],
    ['going to a message', 'lab-go', (lab) => lab.dispatch({ type: 'open-dialog', dialog: 'go' })],
    ['sharing', 'lab-share', (lab) => emit(lab, 'lab-share', null)],
    ['attack and defend', 'lab-defend', (lab) => emit(lab, 'lab-defend', null)],
    ['the tour', 'lab-tour', (lab) => emit(lab, 'lab-tour', null)],
    ['predictions', 'lab-controls', (lab) => emit(lab, 'lab-predict', true)],
    ['the search', 'lab-search', (lab) => lab.dispatch({ type: 'open-dialog', dialog: 'search' })],
    ['what is printed', 'lab-print', () => dispatchEvent(new Event('beforeprint'))],
  ]

  test.each(dialogs)('%s', { timeout: 90_000 }, async (_, element, show) => {
    const lab = await open(`&workflow=${slug}#step=refresh.cart-response`)
    await isOpen(lab)
    show(lab)
    await until('it is there', () => lab.renderRoot.querySelector(element)?.shadowRoot != null)
    expect(await left(lab)).toEqual([])
    dispatchEvent(new Event('afterprint'))
  })

  test('an attack that is tried, with what decided', { timeout: 90_000 }, async () => {
    const lab = await open(`&workflow=${slug}&lesson=attack-xss-reads-cookie`)
    await isOpen(lab)
    emit(lab, 'lab-defend', null)
    await until('it is there', () => lab.renderRoot.querySelector('lab-defend') !== null)
    const dialog = find(lab, 'lab-defend')
    await until('it can be tried', () => dialog.shadowRoot?.querySelector('button.all') != null)
    press(find(dialog, 'button.all'))
    await until(
      'all has been tried',
      () => (dialog.shadowRoot?.querySelectorAll('.outcome').length ?? 0) > 4,
      60_000,
    )
    expect(await left(lab)).toEqual([])
  })
})

describe('every notice is from a catalogue:', () => {
  /** The run is made up, and so are its texts: only the notice is looked at. */
  const noticed = async (openRun: OpenRun, act?: (lab: LoginLab) => unknown) => {
    const lab = await open('')
    lab.openRun = openRun
    lab.view = 'play'
    if (act !== undefined) {
      await isOpen(lab)
      await act(lab)
    }
    await until(
      'it is told',
      () => lab.renderRoot.querySelector('lab-notice, .standalone[role]') !== null,
    )
    return [...lab.renderRoot.querySelectorAll('lab-notice')]
  }

  test('a step that is refused', async () => {
    const problem = textOf('choice.open-first', { app: 'Forums' })
    const run: Run = { ...fixtureRun(), send: async () => ({ ok: false, problem }) }
    const [notice] = await noticed(handing(run), (lab) => lab.next())
    expect(await left(notice as Element)).toEqual([])
    expect(notice?.words).toBe('⟦Open Forums first.⟧')
  })

  test('a run that cannot open', async () => {
    await noticed(() => Promise.reject(new TextError(textOf('problem.server-silent'))))
    expect(await left(visit?.lab as Element)).toEqual([])
  })

  const trouble = { isOver: true, kind: 'silent' } as const
  test.each<[string, Pick<RunStatus, 'trouble' | 'moved'>]>([
    ['a server that is looked for', { trouble: { ...trouble, isOver: false }, moved: null }],
    ['a server that is silent', { trouble, moved: null }],
    ['a run that its server has ended', { trouble: { ...trouble, kind: 'ended' }, moved: null }],
    ['a run that has stopped', { trouble: { ...trouble, kind: 'stopped' }, moved: null }],
    ['a run that goes on in the page', { trouble: null, moved: 'silent' }],
    ['a run that had no room', { trouble: null, moved: 'full' }],
  ])('%s', async (_, status) => {
    let tell: (status: RunStatus) => void = () => undefined
    const opens: OpenRun = async (_options, onStatus) => {
      tell = onStatus
      return { run: fixtureRun(), place: 'server' }
    }
    const notices = await noticed(opens, () => tell({ place: 'server', ...status }))
    expect(notices).toHaveLength(1)
    for (const notice of notices) expect(await left(notice)).toEqual([])
  })

  test('a file that is no trace', async () => {
    const lab = await open(`&workflow=${slug}`)
    await lab.openFile(new File(['{'], '1.json'))
    await until('it is told', () => lab.renderRoot.querySelector('lab-notice') !== null)
    expect(await left(lab)).toEqual([])
  })
})

describe('the check itself', () => {
  test('notices a word that is from no catalogue', async () => {
    const lab = await open('')
    const stray = document.createElement('p')
    stray.textContent = 'Nobody has put this into another language.'
    find(lab, 'lab-start').shadowRoot?.append(stray)
    expect(unsaid(lab.renderRoot as ShadowRoot, 'login-lab')).toEqual([
      'lab-start : Nobody has put this into another language.',
    ])
  })
})
