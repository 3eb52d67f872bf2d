import type { PerSentence } from '../../../../scenarios/narration/story.ts'
import {
  body,
  carried,
  changesOf,
  check,
  earlier,
  field,
  form,
  type Grounds,
  isRedirected,
  keySet,
  later,
  location,
  made,
  path,
  requestOf,
  type Scene,
  setCookies,
  status,
  url,
} from '../scene.ts'
import { hasStatus, isPost, typedPassword } from '../shared/logins.ts'
import { cookieDomain, isCallback, isCode, isVictims, next } from './shared.ts'

/** Pages of the Hacker's, and what the browser is made to ask for. */

const opensPage = check(
  'the victim’s own agent asks the Hacker’s site for a page',
  ({ message }) =>
    isVictims(message.from) &&
    message.to === 'Hacker' &&
    message.http?.method === 'GET' &&
    field(message, 'sec-fetch-mode') === 'navigate',
)

const siteOf = (host: string): string => host.split('.').slice(-2).join('.')

const sameSite = check(
  'the host has the applications’ domain, and is another',
  ({ message, trace }) => {
    const host = url(message)?.hostname ?? ''
    const stores = trace.messages.find(({ to }) => to === 'Store')
    const other = stores === undefined ? '' : (url(stores)?.hostname ?? '')
    return host !== other && siteOf(host) === siteOf(other)
  },
)

const isPageOfHacker = check(
  'the Hacker’s site answers with a page',
  ({ message }) =>
    message.from === 'Hacker' && status(message) === 200 && body(message).includes('<title>'),
)

const formForStore = check('the page has a form that is posted to the Store', ({ message }) =>
  /<form method="post" action="https:\/\/store\./.test(body(message)),
)

const submitsItself = check('a script of the page sends it', ({ message }) =>
  /<script>[^<]*\.submit\(\)<\/script>/.test(body(message)),
)

const sentAtOnce = next(
  'the browser sends a form next, which says that it comes from the Hacker’s site',
  (other, scene) =>
    other.from === scene.message.to &&
    other.http?.method === 'POST' &&
    field(other, 'sec-fetch-site') !== 'same-origin',
)

const refreshTo = (text: string): string =>
  (/http-equiv="refresh" content="0; url=([^"]*)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&')

const leadsOn = next(
  'the browser asks next for the address that the page names',
  (other, scene) =>
    other.from === scene.message.to &&
    URL.parse(refreshTo(body(scene.message)))?.href === other.http?.url,
)

const forDomain = check(
  'a cookie is set for a domain that the Store’s host is below',
  ({ message, trace }) => {
    const domain = cookieDomain(message)
    const store = trace.messages.find(({ to, http }) => to === 'Store' && http !== null)
    return (
      domain !== '' && store !== undefined && (url(store)?.hostname ?? '').endsWith(`.${domain}`)
    )
  },
)

const notGivenBefore = check(
  'no answer of an application has given this value to the victim',
  (scene) => {
    const value = keySet(scene.message, 'session')
    return (
      value !== '' &&
      !earlier(scene).some(
        (other) =>
          isVictims(other.to) &&
          other.kind === 'response' &&
          [...setCookies(other).values()].some((line) => line.includes(value)),
      )
    )
  },
)

const pictureOfCart = check('an image of the page has the cart’s address', ({ message }) =>
  /<img src="https:\/\/store\.[^"]*\/shopping-cart"/.test(body(message)),
)

const loadsPicture = next(
  'the browser asks for that image next, from another site',
  (other, scene) =>
    other.from === scene.message.to &&
    other.by === 'image' &&
    body(scene.message).includes(other.http?.url ?? 'none'),
)

const sendsFragment = next('the next request sends home what stands behind the #', (other) =>
  (url(other)?.searchParams.get('found') ?? '').startsWith('#'),
)

const reports = check(
  'the page’s script has an image loaded from the Hacker’s site',
  ({ message }) =>
    isVictims(message.from) &&
    message.to === 'Hacker' &&
    message.by === 'image' &&
    url(message)?.searchParams.has('found') === true,
)

const hasFound = check(
  'what was found stands in the address',
  ({ message }) => (url(message)?.searchParams.get('found') ?? '') !== '',
)

const foundNothing = check(
  'nothing stands in the address',
  ({ message }) => url(message)?.searchParams.get('found') === '',
)

const wasAllowed = next(
  'the request is answered',
  (other, scene) => other.kind === 'response' && other.exchange === scene.message.exchange,
)

const isEmpty = check(
  'the Hacker answers 204, without a body',
  ({ message }) => message.from === 'Hacker' && status(message) === 204 && body(message) === '',
)

const toldInRequest = check('the request named what was found', (scene) => {
  const request = requestOf(scene)
  return request !== undefined && url(request)?.searchParams.has('found') === true
})

const toHackersHost = check(
  'it goes to a host of the Hacker’s',
  ({ message }) =>
    message.to === 'Hacker' && message.http?.url.startsWith('https://evil.example') === true,
)

const bringsAnswer = check(
  'FusionAuth’s answer stands in the address: a code, or an error',
  (scene) => {
    const query = url(scene.message)?.searchParams
    const code = query?.get('code') ?? ''
    return code === '' ? query?.has('error') === true : isCode(scene, code)
  },
)

const sentThere = check('FusionAuth’s redirect led there', (scene) => isRedirected(scene))

const hadAnswer = check('the request that it answers carried a code, or an error', (scene) => {
  const request = requestOf(scene)
  return (
    request !== undefined &&
    (isCallback(request) || url(request)?.searchParams.has('error') === true)
  )
})

const followsToGo = check(
  'the browser is sent to the Store’s address that leads on',
  (scene) =>
    path(scene.message) === '/go' &&
    scene.message.to === 'Store' &&
    earlier(scene).some((other) => (location(other)?.pathname ?? '') === '/go'),
)

/** What the last redirect had behind the #, as the browser keeps it. */
const fragment = (scene: Scene): string => {
  const redirect = earlier(scene).findLast((other) => (location(other)?.hash ?? '') !== '')
  return redirect === undefined ? '' : (location(redirect)?.hash ?? '')
}

const staysBehind = check('what the redirect had behind the # is not in this request', (scene) => {
  const kept = fragment(scene).slice(1)
  return kept !== '' && !carried(scene.message).includes(kept)
})

const toAskedFor = check('the redirect leads where the request asked', (scene) => {
  const request = requestOf(scene)
  const asked = request === undefined ? [] : (url(request)?.searchParams.getAll('to') ?? [])
  const to = location(scene.message)?.href ?? ''
  return asked.some((one) => URL.parse(one, scene.message.http?.url)?.href === to)
})

const toHackersSite = check(
  'it leads to the Hacker’s site',
  ({ message }) => location(message)?.href.startsWith('https://evil.example/') === true,
)

const staysAtStore = check(
  'it leads to an address of the Store',
  ({ message }) => location(message) !== null && location(message)?.origin === url(message)?.origin,
)

const fragmentTravels = check(
  'what was behind the # comes home with the next report',
  (scene) =>
    fragment(scene) !== '' &&
    later(scene).some(
      (other) => other.to === 'Hacker' && url(other)?.searchParams.get('found') === fragment(scene),
    ),
)

const namesTwice = check('the address that is asked for names “to” twice', (scene) => {
  const request = requestOf(scene)
  return request !== undefined && (url(request)?.searchParams.getAll('to') ?? []).length === 2
})

const firstIsOwn = check('the first of them is an address of the Store', (scene) => {
  const request = requestOf(scene)
  const [first = ''] = request === undefined ? [] : (url(request)?.searchParams.getAll('to') ?? [])
  return first.startsWith('/')
})

const followsLast = check('the redirect that follows leads to the last of them', (scene) => {
  const request = requestOf(scene)
  const asked = request === undefined ? [] : (url(request)?.searchParams.getAll('to') ?? [])
  const answer = later(scene).find(
    ({ kind, exchange }) => kind === 'response' && exchange === scene.message.exchange,
  )
  return (
    asked.length === 2 &&
    asked[0] !== asked[1] &&
    answer !== undefined &&
    location(answer)?.href === asked.at(-1)
  )
})

const toHttps = check('it leads to the same address with https', ({ message }) => {
  const from = url(message)
  const to = location(message)
  return (
    status(message) === 301 &&
    from?.protocol === 'http:' &&
    to?.protocol === 'https:' &&
    to.host === from.host &&
    to.pathname === from.pathname
  )
})

const cameInTheClear = check(
  'the request that it answers was sent without encryption',
  (scene) => requestOf(scene)?.http?.url.startsWith('http://') === true,
)

const goesOn = (wanted: number) =>
  check(
    `FusionAuth goes on, with ${wanted}`,
    ({ message }) =>
      status(message) === wanted &&
      message.from === 'FusionAuth' &&
      !location(message)?.searchParams.has('error'),
  )

const asksWithGet = next(
  'the same agent asks with GET, and without a body',
  (other, scene) =>
    other.from === scene.message.to && other.http?.method === 'GET' && body(other) === '',
)

const repeatsPost = next(
  'the same agent posts next, with the password that it posted before',
  (other, scene) => {
    const request = requestOf(scene)
    return (
      other.from === scene.message.to &&
      other.http?.method === 'POST' &&
      request !== undefined &&
      typedPassword(other) !== '' &&
      typedPassword(other) === typedPassword(request)
    )
  },
)

const repeats = check('the body is the one that was posted before, password and all', (scene) => {
  const before = earlier(scene).findLast(
    ({ from, kind }) => from === scene.message.from && kind === 'request',
  )
  return (
    scene.message.http?.method === 'POST' &&
    before !== undefined &&
    body(before) === body(scene.message) &&
    typedPassword(scene.message) !== ''
  )
})

const goesTo = (participant: string) =>
  check(`it goes to ${participant}`, ({ message }) => message.to === participant)

const toApplication = check(
  'it goes to an application',
  ({ message }) => message.to === 'Store' || message.to === 'Forums',
)

const backToApplication = check(
  'the redirect leads to another host, with a code or a token that FusionAuth made',
  (scene) => {
    const to = location(scene.message)
    return (
      status(scene.message) === 307 &&
      to !== null &&
      to.origin !== url(scene.message)?.origin &&
      (isCode(scene, to.searchParams.get('code') ?? '') || to.hash.includes('access_token=eyJ'))
    )
  },
)

/** Header and claims of a logout token, as text. */
const partOf = (token: string, index: number): string =>
  Buffer.from(token.split('.')[index] ?? '', 'base64url').toString('utf8')

const namesVictim = check(
  'the Hacker posts a logout token that names a user of the Store, and FusionAuth never sent it',
  (scene) => {
    const token = form(scene.message).get('logout_token') ?? ''
    const subject = /"sub":"([^"]+)"/.exec(partOf(token, 1))?.[1] ?? ''
    return (
      scene.message.from === 'Hacker' &&
      subject !== '' &&
      changesOf(scene, 'Store.appSessions').some(({ after }) =>
        JSON.stringify(after).includes(subject),
      ) &&
      !earlier(scene).some((other) => body(other).includes(token))
    )
  },
)

const unsigned = check('its alg is none, and it has no signature', ({ message }) => {
  const token = form(message).get('logout_token') ?? ''
  return partOf(token, 0).includes('"alg":"none"') && token.endsWith('.')
})

const endsAll = check(
  'sessions of the Store are deleted, and none of that user is left',
  (scene) => {
    const gone = made(scene.message, 'Store.appSessions', 'delete')
    const request = requestOf(scene)
    const token = request === undefined ? '' : (form(request).get('logout_token') ?? '')
    const subject = /"sub":"([^"]+)"/.exec(partOf(token, 1))?.[1] ?? 'nobody'
    return gone !== undefined && JSON.stringify(gone.before).includes(subject)
  },
)

const believed = check('sessions were ended in this exchange', (scene) =>
  earlier(scene).some(
    (other) =>
      other.exchange === scene.message.exchange &&
      made(other, 'Store.appSessions', 'delete') !== undefined,
  ),
)

export const pages = {
  'lure-request': [[opensPage]],
  'lure-request/to-Hacker/redirected': [[opensPage, sentThere]],
  'lure-request/to-Hacker/same-site': [[opensPage], [sameSite]],
  'lure-response/of-Hacker/sends-form': [
    [isPageOfHacker, formForStore, submitsItself],
    [sentAtOnce],
  ],
  'lure-response/of-Hacker/leads-on': [[isPageOfHacker, leadsOn]],
  'lure-response/of-Hacker/plants-cookie': [[isPageOfHacker, forDomain], [notGivenBefore]],
  'lure-response/of-Hacker/picture': [[isPageOfHacker, pictureOfCart], [loadsPicture]],
  'lure-response/of-Hacker/script': [[isPageOfHacker, sendsFragment]],
  'collect-request': [[reports, hasFound], [wasAllowed]],
  'collect-request/to-Hacker/empty-handed': [[reports, foundNothing]],
  'collect-response': [[isEmpty, toldInRequest]],
  'callback-request/to-Hacker': [[toHackersHost, sentThere], [bringsAnswer]],
  'callback-response/of-Hacker': [[isEmpty, hadAnswer]],
  'go-request': [[followsToGo], [staysBehind]],
  'go-response/302': [[hasStatus(302), toAskedFor, staysAtStore]],
  'go-response/302/elsewhere': [[hasStatus(302), toAskedFor, toHackersSite], [fragmentTravels]],
  'reads-first': [[namesTwice, firstIsOwn]],
  'reads-last': [[namesTwice, followsLast]],
  'any-response/301': [[toHttps], [cameInTheClear]],
  'credentials-response/303/FusionAuth': [[goesOn(303)], [asksWithGet]],
  'credentials-response/307/FusionAuth': [[goesOn(307)], [repeatsPost]],
  'post-oauth2-consent-request': [[isPost('/oauth2/consent'), repeats, goesTo('FusionAuth')]],
  'post-oauth2-consent-response/307': [[backToApplication]],
  'post-oauth-callback-request': [[isPost('/oauth-callback'), repeats, toApplication]],
  'back-channel-logout-request': [[namesVictim], [unsigned]],
  'end-sessions': [[endsAll]],
  'back-channel-logout-response/200': [[hasStatus(200), believed]],
} as const satisfies Partial<PerSentence<Grounds>>
