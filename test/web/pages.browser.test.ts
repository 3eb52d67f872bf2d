import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { violations } from './accessibility.ts'
import { openPage, type Visit } from './page.ts'
import { find, until } from './player.ts'

let visit: Visit | null = null
afterEach(() => {
  visit?.leave()
  visit = null
  document.documentElement.style.fontSize = ''
})

const slug = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'

const open = async (...options: Parameters<typeof openPage>): Promise<Visit> => {
  visit = await openPage(...options)
  return visit
}
const cursorOf = ({ lab }: Visit): number =>
  lab.state.run.kind === 'open' ? lab.state.run.playback.cursor : 0
const spoken = ({ lab }: Visit, language: string) =>
  until(`it speaks ${language}`, () => lab.state.words.language === language)

// A colour does not depend on the language, nor a name on the colour.
describe.each([
  ['light', 'en'],
  ['dark', 'es'],
])('on a %s page', (theme, language) => {
  describe(`in ${language}`, () => {
    const options = `&theme=${theme}&lang=${language}`

    test('axe finds nothing on the first page', { timeout: 60_000 }, async () => {
      await spoken(await open(options), language)
      expect(await violations()).toEqual([])
    })

    test(
      'axe finds nothing on the outcome of a theft, with the tour',
      { timeout: 120_000 },
      async () => {
        const here = await open(
          `${options}&workflow=${slug}#step=stolen-refresh-token.cart-response`,
          { greets: true },
        )
        await spoken(here, language)
        await until('the message is shown', () => cursorOf(here) === 70, 60_000)
        await until(
          'the tour is there',
          () => here.lab.shadowRoot?.querySelector('lab-tour') != null,
        )
        expect(await violations()).toEqual([])
      },
    )

    test('axe finds nothing in menus and dialogs', { timeout: 120_000 }, async () => {
      const here = await open(`${options}&workflow=${slug}&lesson=nonsense#step=2`)
      await spoken(here, language)
      await until('the message is shown', () => cursorOf(here) === 2)
      for (const opener of ['lab-picker.workflow', 'lab-picker.lesson', 'lab-menu']) {
        find(here.lab, 'lab-header', opener, '.opener').click()
        expect(await violations(), opener).toEqual([])
        await userEvent.keyboard('{Escape}')
      }
      for (const key of ['?', 'g']) {
        await userEvent.keyboard(key)
        expect(await violations(), key).toEqual([])
        await userEvent.keyboard('{Escape}')
      }
    })

    test('axe finds nothing when a run cannot start, or its workflow is unknown', async () => {
      const here = await open(`${options}&workflow=webapp/nonsense`)
      await spoken(here, language)
      expect(await violations()).toEqual([])
      here.lab.openRun = () => Promise.reject(new Error('200 runs are open here.'))
      here.lab.workflow = slug
      await until(
        'it says so',
        () => here.lab.shadowRoot?.querySelector('.standalone[role=alert]') != null,
      )
      expect(await violations()).toEqual([])
    })
  })
})

/** Things that stick out of the page to the right, by name. */
const wide = (root: ParentNode, limit: number): readonly string[] =>
  [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element.checkVisibility() &&
    element.getBoundingClientRect().right > limit + 1 &&
    element.closest('.unseen') === null
      ? [`${element.localName}.${element.className}`]
      : []),
    ...(['lab-header', 'lab-start', 'lab-verdict', 'lab-help', 'lab-menu', 'lab-picker'].includes(
      element.localName,
    ) && element.shadowRoot !== null
      ? wide(element.shadowRoot, limit)
      : []),
  ])

describe.each([
  ['at 390 pixels', [390, 844], 1],
  ['at 200 % zoom of 1440 by 900', [720, 450], 1],
  ['at 200 % zoom of 1280 by 1024', [640, 512], 1],
  ['with text of twice the size', [1440, 900], 2],
] as const)('%s', (_, size, text) => {
  const [width, height] = size
  const enlarge = () => {
    document.documentElement.style.fontSize = text === 1 ? '' : `${16 * text}px`
  }

  test('the first page is whole and only scrolls downwards', async () => {
    enlarge()
    const { lab } = await open('', { size })
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    expect(wide(lab.shadowRoot ?? lab, width)).toEqual([])
    const start = find(lab, 'lab-start')
    expect(start.scrollWidth).toBeLessThanOrEqual(start.clientWidth)
    for (const details of start.shadowRoot?.querySelectorAll('details') ?? []) details.open = true
    start.scrollTop = start.scrollHeight
    const last = [...(start.shadowRoot?.querySelectorAll('.lessons a') ?? [])].at(-1)
    expect(last?.getBoundingClientRect().bottom).toBeLessThanOrEqual(height)
  })

  test('the stage keeps its transport bar, and everything else can be reached', async () => {
    enlarge()
    const here = await open(`&workflow=${slug}#step=stolen-refresh-token.cart-response`, { size })
    await until('the message is shown', () => cursorOf(here) === 70, 60_000)
    const { lab } = here
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    expect(wide(find(lab, 'lab-header').shadowRoot ?? lab, width)).toEqual([])
    const bar = find(lab, 'lab-controls').getBoundingClientRect()
    const head = find(lab, 'lab-header').getBoundingClientRect()
    expect(bar.bottom).toBeLessThanOrEqual(height + 1)
    for (const name of ['lab-verdict', '.picture', 'lab-inspector', 'lab-choices']) {
      const element = find(lab, name)
      element.scrollIntoView({ block: 'start' })
      const { top, bottom } = element.getBoundingClientRect()
      expect(Math.min(bottom, bar.top) - top, name).toBeGreaterThan(20)
      expect(top, name).toBeGreaterThan(head.bottom - 1)
    }
  })
})
