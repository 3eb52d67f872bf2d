import type { Page } from 'playwright-core'

/** Addresses that people have, as commit eac8b30 showed them, with what has been added since (shown.json). */
const first = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'
const mobile = 'mobile/oauth-authorization-code-grant-pkce-jwts-refresh-tokens'
const events = 'open-store.login-store.right-store.load-store.steal-session-id.hack'

export const addresses: readonly string[] = [
  '',
  `?workflow=${first}&ask=stolen&speed=4`,
  `?workflow=${first}#step=login.token-response`,
  `?workflow=${first}&theme=dark#step=refresh&layer=cookies`,
  `?workflow=${first}&lang=es#step=login.callback-request&layer=raw`,
  `?workflow=${mobile}&profile=hardened#step=12&layer=state`,
  `?workflow=${first}&lesson=attack-csrf&defence=same-site=lax#step=attack`,
  `?workflow=${first}&compare=webapp/oauth-authorization-code-grant-sessions`,
  `?workflow=${first}#run=1~${events}&step=stolen-session-id.cart-response`,
  '?choose=spa.several.server.at-once',
  '?matrix=csrf.difference&lang=es',
  '?workflow=webapp/no-such',
]

/** What a page shows at an address: its title, and every visible text of the lab, in order. */
export interface Shown {
  readonly title: string
  readonly texts: readonly string[]
}

/** Reads what is shown, shadow trees included. Runs in the page. */
const read = (): Shown => {
  const texts: string[] = []
  const take = (node: Node): void => {
    if (node instanceof Text) {
      const text = node.data.replace(/\s+/g, ' ').trim()
      if (text !== '') texts.push(text)
      return
    }
    if (node instanceof HTMLStyleElement || node instanceof SVGElement) return
    if (node instanceof Element) {
      const { display, visibility } = getComputedStyle(node)
      if (display === 'none' || visibility === 'hidden') return
    }
    const inner = node instanceof HTMLSlotElement ? node.assignedNodes() : []
    const under = node instanceof Element ? node.shadowRoot : null
    for (const child of inner.length > 0 ? inner : (under ?? node).childNodes) take(child)
  }
  const lab = document.querySelector('login-lab')
  if (lab !== null) take(lab)
  return { title: document.title, texts }
}

/** What an address shows once nothing of it changes any more. */
export const shownAt = async (page: Page, address: URL): Promise<Shown> => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.addInitScript(() => localStorage.setItem('login-lab.tour', 'seen'))
  await page.goto(address.href)
  let shown = await page.evaluate(read)
  // Parts come one after the other; what stays the same for two seconds is all of it.
  for (let same = 0; same < 4;) {
    await page.waitForTimeout(500)
    const now = await page.evaluate(read)
    same = now.texts.length > 3 && JSON.stringify(now) === JSON.stringify(shown) ? same + 1 : 0
    shown = now
  }
  return shown
}
