import { describe, expect, test } from 'vitest'
import { matchPublished } from '../../scenarios/catalogue/published.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { CommandResult, Run } from '../../scenarios/model/run.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import type { WireResponse } from '../../scenarios/model/wire.ts'
import { act, playOn, runThrough, slugs } from '../support/play.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'

const html = (body: string, status = 200): WireResponse => ({
  status,
  headers: [['content-type', 'text/html; charset=UTF-8']],
  body,
})

/** A run in which pages of FusionAuth look as `theme` makes them; null leaves one as it is. */
const themed = (
  theme: (path: string, response: WireResponse, request: string) => WireResponse | null,
): Promise<Run> =>
  runThrough({ workflow: slugs.code }, (deliver) => async (request, exchange) => {
    const response = await deliver(request, exchange)
    const { origin, pathname } = new URL(request.url)
    if (origin !== 'https://example.fusionauth.io') return response
    return theme(pathname, response, `${request.method} ${request.body}`) ?? response
  })

const hiddenInputs = (page: string): string =>
  (page.match(/<input type="hidden"[^>]*>/g) ?? []).join('\n')

const isForm = ({ body }: WireResponse): boolean => body.includes('type="password"')

describe('any theme of the hosted login can be filled in', () => {
  test.each([
    [
      'bare and old',
      (page: string) =>
        `<HTML><FORM METHOD=POST ACTION="/oauth2/authorize"><TABLE><TR><TD>${hiddenInputs(page)}
         <INPUT NAME=loginId><INPUT TYPE=PASSWORD NAME=password><INPUT TYPE=checkbox NAME=rememberDevice VALUE=true>
         <INPUT TYPE=submit VALUE=Go></TABLE></FORM>`,
    ],
    [
      'with other forms around it',
      (page: string) =>
        `<form action="/search"><input name=q></form>
         <main><form method=post action=authorize>${hiddenInputs(page)}<label>Mail <input type=email name=loginId autocomplete="username webauthn"></label>
         <input type=password name=password><label><input type=checkbox name=rememberDevice value=true> Stay</label><button>In</button></form></main>
         <form method=post action="/idp"><button name=google>Google</button></form>`,
    ],
    [
      'with controls apart from their form',
      (page: string) =>
        `<form id=login method=post action=authorize></form>
         ${hiddenInputs(page).replaceAll('<input', '<input form=login')}
         <input form=login name=loginId><input form=login type=password name=password>
         <input form=login type=checkbox name=rememberDevice value=true checked>`,
    ],
  ])('%s', async (_, theme) => {
    const run = await themed((path, response) =>
      path === '/oauth2/authorize' && isForm(response) ? html(theme(response.body)) : null,
    )
    expect(matchPublished(await playOn(run)).missing).toEqual([])
  })

  test('a theme that asks for the name first and for the password on the next page', async () => {
    let page = ''
    const run = await runThrough(
      { workflow: slugs.code },
      (deliver) => async (request, exchange) => {
        const named = new URLSearchParams(request.body)
        const isPost = request.method === 'POST' && request.url.includes('/oauth2/authorize')
        if (isPost && !named.has('password'))
          return html(
            `<form method=post action=/oauth2/authorize>${hiddenInputs(page)}
           <input type=hidden name=loginId value="${named.get('loginId') ?? ''}">
           <input type=password name=password><input type=checkbox name=rememberDevice value=true></form>`,
          )
        const response = await deliver(request, exchange)
        if (!request.url.includes('/oauth2/authorize') || !isForm(response)) return response
        page = response.body
        return html(
          `<form method=post action=/oauth2/authorize>${hiddenInputs(page)}<input name=loginId></form>`,
        )
      },
    )
    await act(run, { type: 'learner.open', app: 'Store' })
    await act(run, { type: 'learner.login', app: 'Store' })
    await act(run, { type: 'learner.submit', app: 'Store', credentials: 'right' })
    expect(run.state.trace.messages.at(-1)?.http?.body).toContain('Your cart, Ada Winter')
  })

  test('a code that comes in a form which sends itself off reaches the Store', async () => {
    const run = await themed((path, response) => {
      const location = response.headers.find(([name]) => name === 'location')?.[1] ?? ''
      if (path !== '/oauth2/consent' || !location.includes('code=')) return null
      const to = new URL(location)
      const inputs = [...to.searchParams].map(
        ([name, value]) => `<input type=hidden name="${name}" value="${value}">`,
      )
      return html(
        `<body onload="document.forms[0].submit()"><form action="${to.origin}${to.pathname}">${inputs.join('')}</form>`,
      )
    })
    await act(run, { type: 'learner.open', app: 'Store' })
    await act(run, { type: 'learner.login', app: 'Store' })
    await act(run, { type: 'learner.submit', app: 'Store', credentials: 'right' })
    expect(run.state.trace.messages.at(-1)?.http?.body).toContain('Your cart, Ada Winter')
  })
})

const events: readonly LabEvent[] = [
  { type: 'learner.open', app: 'Store' },
  { type: 'learner.login', app: 'Store' },
  { type: 'learner.submit', app: 'Store', credentials: 'right' },
]

/** What the last of the events is answered with, and the trace after it. */
const stopped = async (
  page: WireResponse,
): Promise<{ result: CommandResult; trace: Trace; run: Run }> => {
  const run = await themed((path, _, request) =>
    path === '/oauth2/authorize' && request.startsWith('POST') ? page : null,
  )
  let result: CommandResult = { ok: true }
  for (const event of events) {
    result = await run.send(event)
  }
  return { result, trace: run.state.trace, run }
}

describe('a page in the way of a login is named, and what to do about it is said', () => {
  test.each([
    [
      'two-factor',
      'second factor',
      '<form method=post action=/oauth2/two-factor><input type=hidden name=twoFactorId value=1><input name=code></form>',
    ],
    [
      'password-change',
      'change the password',
      '<form method=post><input type=hidden name=changePasswordId value=1><input type=password name=password><input type=password name=passwordConfirm></form>',
    ],
    [
      'consent',
      'consent',
      '<form method=post><input type=hidden name=scopeConsents value=1><button name=action value=allow>Allow</button></form>',
    ],
    [
      'registration',
      'register',
      '<form method=post><input name=user.email><input type=password name=user.password><input type=password name=passwordConfirm></form>',
    ],
    ['verification', 'verified', '<form method=post><input name=verificationOneTimeCode></form>'],
    ['unknown-page', '"Maintenance"', '<title>Maintenance</title><p>We are back soon.</p>'],
  ])('%s', async (name, words, body) => {
    const { result, trace } = await stopped(html(body))
    expect(result.ok ? '' : sayEnglish(result.problem)).toContain(words)
    const last = trace.messages.at(-1)
    expect(last).toMatchObject({ id: `login.${name}`, kind: 'self', from: 'Browser' })
    expect(trace.messages.at(-2)?.http?.body).toBe(body)
  })

  test('an error page: the error that FusionAuth gives is repeated', async () => {
    const error = { error: 'invalid_request', error_reason: 'invalid_redirect_uri' }
    const { result } = await stopped(html(`<pre>${JSON.stringify(error)}</pre>`, 400))
    expect(result.ok ? '' : sayEnglish(result.problem)).toContain(
      'invalid_request, invalid_redirect_uri (status 400)',
    )
  })

  test('a login form that comes back with another status is a login form', async () => {
    const form = '<form method=post><input name=loginId><input type=password name=password></form>'
    const { result, run } = await stopped(html(form, 401))
    expect(result.ok).toBe(true)
    const choice = run.state.decisionPoints
      .at(-1)
      ?.choices.find(({ event }) => event.type === 'learner.submit' && event.app === 'Store')
    expect(choice?.allowed).toBe(true)
  })

  test('the run goes on: the Store can be opened again, and a fork plays it all again', async () => {
    const { run } = await stopped(html('<title>Maintenance</title>'))
    await act(run, { type: 'learner.open', app: 'Store' })
    expect(run.state.trace.messages.at(-1)?.http?.status).toBe(200)
    expect(await run.fork?.(run.state.trace.messages.length)).toEqual({ ok: true })
  })

  test('a page that leads to itself for ever ends the step', async () => {
    const run = await themed((path) =>
      path === '/oauth2/authorize'
        ? html(`<meta http-equiv=refresh content="0;url=/oauth2/authorize?${Math.random()}">`)
        : null,
    )
    await act(run, { type: 'learner.open', app: 'Store' })
    const result = await run.send({ type: 'learner.login', app: 'Store' })
    expect(result.ok).toBe(false)
    expect(run.state.trace.messages.length).toBeLessThan(40)
  })
})
