import type { Page } from 'playwright-core'

/** One view of the product, as somebody comes to it. */
export interface View {
  readonly name: string
  /** After the address of the lab. */
  readonly path: string
  /** What is done before the picture is taken. */
  readonly prepare?: (page: Page) => Promise<unknown>
  /** Taken in Spanish, too. */
  readonly spanish?: true
  /** As on a first visit, when the tour offers itself. */
  readonly first?: true
}

const code = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'
const password =
  'webapp/oauth-resource-owner-password-credentials-grant-sessions-refresh-tokens-cookies'

const spa = 'spa/oauth-implicit-grant-jwts-local-storage'
const mobile = 'mobile/oauth-authorization-code-grant-pkce-jwts-refresh-tokens'

const at = (step: string, more = ''): string => `?workflow=${code}#step=${step}${more}`

const drawn = (page: Page) => page.locator('lab-diagram svg .step').first().waitFor()

/** Lets the lab be told something, as an element inside it would. */
const tell = (
  page: Page,
  type: string,
  detail: string | number | boolean | null | Readonly<Record<string, string>>,
) =>
  page.evaluate(
    ([name, value]) => {
      document
        .querySelector('login-lab')
        ?.dispatchEvent(new CustomEvent(name, { detail: value, bubbles: true, composed: true }))
    },
    [type, detail] as const,
  )

const layers = ['message', 'cookies', 'state', 'screen', 'raw', 'curl'] as const

/** Every view, in the order in which a learner meets them. */
export const views: readonly View[] = [
  { name: 'start', path: '', spanish: true },
  { name: 'tour', path: `?workflow=${code}`, first: true, prepare: drawn, spanish: true },
  { name: 'beginning', path: `?workflow=${code}`, prepare: drawn },
  { name: 'login', path: at('login.token-response'), prepare: drawn, spanish: true },
  {
    name: 'token',
    path: at('login.token-response'),
    prepare: async (page) => {
      await drawn(page)
      await page.getByLabel('Explain names').uncheck()
      await page
        .locator('lab-token h4')
        .nth(1)
        .evaluate((heading) => heading.scrollIntoView())
    },
  },
  { name: 'refresh', path: at('refresh.token-response'), prepare: drawn },
  {
    name: 'theft',
    path: at('stolen-session-id.cart-response', '&layer=screen'),
    prepare: drawn,
    spanish: true,
  },
  {
    name: 'list',
    path: at('login.callback-request'),
    prepare: async (page) => {
      await drawn(page)
      await tell(page, 'lab-picture', 'list')
    },
  },
  ...layers.map((layer) => ({
    name: `layer-${layer}`,
    path: at(
      layer === 'screen' ? 'login.authorize-response' : 'refresh.cart-response',
      `&layer=${layer}`,
    ),
    prepare: async (page: Page) => {
      await drawn(page)
      await page.locator('lab-inspector').scrollIntoViewIfNeeded()
    },
  })),
  {
    name: 'following',
    path: at('login.callback-request'),
    prepare: async (page) => {
      await drawn(page)
      await tell(page, 'lab-follow', 'code-1')
    },
  },
  {
    name: 'choices',
    path: at('load-cart.cart-response'),
    prepare: async (page) => {
      await drawn(page)
      await page.locator('lab-choices .who.hacker').click()
    },
    spanish: true,
  },
  {
    name: 'clock',
    path: at('load-cart.cart-response'),
    prepare: async (page) => {
      await drawn(page)
      await page.locator('lab-controls .clock').click()
    },
    spanish: true,
  },
  {
    name: 'lessons',
    path: at('load-cart.cart-response'),
    prepare: async (page) => {
      await drawn(page)
      await page.locator('lab-picker.lesson .opener').click()
    },
  },
  {
    name: 'menu',
    path: at('load-cart.cart-response'),
    prepare: async (page) => {
      await drawn(page)
      await page.locator('lab-menu [popovertarget]').click()
    },
  },
  {
    name: 'branch',
    path: at('refresh.cart-response'),
    prepare: async (page) => {
      await drawn(page)
      await tell(page, 'lab-seek', 20)
      await tell(page, 'lab-send', { type: 'hacker.steal', what: 'session-id' })
      await page.waitForTimeout(2500)
    },
  },
  {
    name: 'compare',
    path: `?workflow=${code}&compare=${password}`,
    prepare: (page) => page.locator('lab-compare table').first().waitFor({ timeout: 60_000 }),
    spanish: true,
  },
  {
    name: 'predict',
    path: at('login.callback-request'),
    prepare: async (page) => {
      await drawn(page)
      await tell(page, 'lab-predict', true)
      await page.locator('lab-controls .play').click()
      await page.waitForTimeout(3000)
    },
    spanish: true,
  },
  {
    name: 'share',
    path: at('login.token-response'),
    prepare: async (page) => {
      await drawn(page)
      await tell(page, 'lab-share', null)
      await page.locator('lab-share').waitFor({ state: 'attached' })
    },
  },
  {
    name: 'help',
    path: at('login.token-response'),
    prepare: async (page) => {
      await drawn(page)
      await tell(page, 'lab-help', null)
    },
    spanish: true,
  },
  {
    name: 'embed',
    path: `embed.html${at('login.token-response')}`,
    prepare: (page) => page.locator('lab-recorded svg .step.is-current').waitFor(),
    spanish: true,
  },
  {
    name: 'embed-open',
    path: `embed.html${at('login.token-response').replace('#', '&live=1#')}`,
    prepare: async (page) => {
      await drawn(page)
      await page.locator('.drawer').click()
    },
  },
  {
    name: 'print',
    path: at('login.token-response'),
    prepare: async (page) => {
      await drawn(page)
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
      await page.emulateMedia({ media: 'print' })
    },
  },
  { name: 'unknown-workflow', path: '?workflow=webapp/no-such-workflow' },
  { name: 'unknown-step', path: at('login.no-such-message'), prepare: drawn },
  {
    name: 'failed',
    path: `?workflow=${code}`,
    prepare: async (page) => {
      await drawn(page)
      await page.evaluate(() => {
        const lab = document.querySelector('login-lab')
        if (lab !== null)
          lab.openRun = () =>
            Promise.reject(
              new Error('200 runs are open here, and that is the most. Try again later.'),
            )
      })
    },
  },
  { name: 'nothing-here', path: 'nothing/here' },
  {
    name: 'clients',
    path: '?clients',
    prepare: (shown) => shown.locator('lab-clients table').waitFor(),
    spanish: true,
  },
  { name: 'chooser', path: '?choose=spa.several.server.at-once', spanish: true },
  {
    name: 'matrix',
    path: '?matrix=csrf',
    prepare: (shown) => shown.locator('lab-matrix table').waitFor(),
    spanish: true,
  },
  {
    name: 'defences',
    path: `?workflow=${code}&lesson=attack-csrf&defence=same-site=lax`,
    prepare: async (shown) => {
      await drawn(shown)
      await tell(shown, 'lab-defend', null)
      await shown.locator('lab-defend dialog').waitFor()
    },
    spanish: true,
  },
  {
    name: 'attack',
    path: `?workflow=${code}&lesson=attack-csrf#step=attack.checkout-response`,
    prepare: drawn,
    spanish: true,
  },
  {
    name: 'single-page',
    path: `?workflow=${spa}#step=load-cart.cart-response&layer=state`,
    prepare: drawn,
  },
  {
    name: 'mobile-app',
    path: `?workflow=${mobile}#step=stolen-refresh-token.cart-response&layer=screen`,
    prepare: drawn,
  },
]
