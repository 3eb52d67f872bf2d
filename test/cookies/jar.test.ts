import { expect, test } from 'vitest'
import {
  chromiumPolicy,
  cookieKey,
  emptyJar,
  expire,
  receive,
  type RequestSituation,
  scriptView,
  select,
} from '../../scenarios/engine/cookie-jar.ts'

const now = Date.UTC(2026, 0, 1, 9)
const second = 1000

const at = (url: string, more: Partial<RequestSituation> = {}): RequestSituation => ({
  url,
  method: 'GET',
  initiator: null,
  topLevel: true,
  now,
  ...more,
})

const store = 'https://store.example.com/cart/items'
const jarOf = (...texts: readonly string[]) => receive(emptyJar, texts, at(store), 'Browser').jar

test('every cookie of the jar gets a verdict, in the order of the jar', () => {
  const jar = jarOf('a=1', 'b=1; Path=/', 'c=1; Domain=example.com')
  const { verdicts, header } = select(jar, at('https://forums.example.com/cart'), 'Hacker')
  expect(verdicts.map(({ agent, name, sent, rule }) => [agent, name, sent, rule])).toEqual([
    ['Hacker', 'a', false, 'host-only'],
    ['Hacker', 'b', false, 'host-only'],
    ['Hacker', 'c', true, 'no-initiator'],
  ])
  expect(header).toBe('c=1')
})

test('the first rule of the retrieval algorithm that withholds decides', () => {
  const jar = jarOf('a=1; Secure; SameSite=Strict; Path=/cart; Max-Age=60')
  const rule = (situation: RequestSituation) => select(jar, situation, 'Browser').verdicts[0]?.rule
  const cross = { initiator: 'https://evil.test', now: now + 60 * second }
  expect(rule(at('http://evil.test/', cross))).toBe('expired')
  expect(rule(at('http://evil.test/', { ...cross, now }))).toBe('host-only')
  expect(rule(at('http://store.example.com/', { ...cross, now }))).toBe('path')
  expect(rule(at('http://store.example.com/cart', { ...cross, now }))).toBe('secure')
  expect(rule(at('https://store.example.com/cart', { ...cross, now }))).toBe('same-site-strict')
})

test('the header lists longer paths first, then older cookies', () => {
  const first = receive(emptyJar, ['b=1; Path=/', 'a=1; Path=/cart'], at(store), 'Browser').jar
  const later = at(store, { now: now + second })
  const jar = receive(
    first,
    ['c=1; Path=/cart', 'd=1; Path=/', 'b=2; Path=/'],
    later,
    'Browser',
  ).jar
  expect(select(jar, later, 'Browser').header).toBe('a=1; c=1; d=1; b=2')
})

test('a cookie that is sent is marked as used, another is not', () => {
  const jar = jarOf('sent=1', 'kept=1; Path=/other')
  const after = select(jar, at(store, { now: now + second }), 'Browser').jar
  expect(after.map(({ name, lastUsedAt }) => [name, lastUsedAt])).toEqual([
    ['sent', now + second],
    ['kept', now],
  ])
  expect(jar.map(({ lastUsedAt }) => lastUsedAt)).toEqual([now, now])
})

test('a cookie lives until the millisecond before it expires', () => {
  const jar = jarOf('a=1; Max-Age=60', 'session=1')
  expect(expire(jar, now + 60 * second - 1)).toEqual({ jar, dropped: [] })
  const over = expire(jar, now + 60 * second)
  expect(over.dropped.map(({ name }) => name)).toEqual(['a'])
  expect(over.jar.map(({ name }) => name)).toEqual(['session'])
})

test('an answer reports the cookies that had expired before it came', () => {
  const jar = jarOf('a=1; Max-Age=60')
  const { changes } = receive(jar, ['b=1'], at(store, { now: now + 60 * second }), 'Browser')
  expect(changes.map(({ op, key }) => [op, key])).toEqual([
    ['delete', 'a@store.example.com/cart'],
    ['set', 'b@store.example.com/cart'],
  ])
})

test('a successor of an expired cookie begins a life of its own', () => {
  const jar = jarOf('a=1; Max-Age=60')
  const later = at(store, { now: now + 60 * second })
  expect(receive(jar, ['a=2'], later, 'Browser').jar[0]?.createdAt).toBe(now + 60 * second)
})

test('a successor keeps the time of creation and the place when its value is the same', () => {
  const jar = jarOf('a=1', 'b=1')
  const later = at(store, { now: now + second })
  const after = receive(jar, ['a=1; HttpOnly'], later, 'Browser').jar
  expect(after[0]).toMatchObject({ name: 'a', httpOnly: true, createdAt: now })
  expect(select(after, later, 'Browser').header).toBe('a=1; b=1')
})

test('a successor with another value is new, and goes last, also within one instant', () => {
  const jar = jarOf('a=1', 'b=1')
  const after = receive(jar, ['a=2'], at(store), 'Browser').jar
  expect(select(after, at(store), 'Browser').header).toBe('b=1; a=2')
})

/** Whether a cookie without SameSite goes with another site's POST, when it was set again at 126 s. */
const goesWhenSetAgain = (value: string, afterwards: number): boolean | undefined => {
  const again = at(store, { now: now + 126 * second })
  const { jar } = receive(jarOf('sid=1'), [`sid=${value}`], again, 'Browser')
  const post = { method: 'POST', initiator: 'https://evil.test/', now: again.now + afterwards }
  return select(jar, at(store, post), 'Browser').verdicts[0]?.sent
}

test('a new value opens the two minutes of a cookie without SameSite anew', () => {
  expect(goesWhenSetAgain('2', 0)).toBe(true)
  expect(goesWhenSetAgain('2', 120 * second)).toBe(true)
  expect(goesWhenSetAgain('2', 120 * second + 1)).toBe(false)
})

test('the same value set again does not', () => {
  expect(goesWhenSetAgain('1', 0)).toBe(false)
})

test('a change tells the cookie before and after', () => {
  const jar = jarOf('a=1; Path=/')
  const later = at(store, { now: now + second })
  const { changes } = receive(jar, ['a=2; Path=/', 'a=; Path=/; Max-Age=0'], later, 'Browser')
  const [replaced, deleted] = changes
  expect(replaced).toMatchObject({ op: 'set', key: 'a@store.example.com', before: jar[0] })
  expect(replaced?.after).toMatchObject({ value: '2', lastUsedAt: now + second })
  expect(deleted).toEqual({
    op: 'delete',
    key: 'a@store.example.com',
    before: replaced?.after,
    after: null,
  })
})

test('two agents never share a cookie: the same answer changes one jar only', () => {
  const browser = jarOf('a=1')
  expect(select(emptyJar, at(store), 'Hacker').header).toBe('')
  expect(select(browser, at(store), 'Browser').header).toBe('a=1')
})

test('ports do not separate cookies', () => {
  const jar = receive(emptyJar, ['a=1'], at('http://localhost:4001/'), 'Browser').jar
  expect(select(jar, at('http://localhost:4002/'), 'Browser').header).toBe('a=1')
})

test('a script sees neither HttpOnly cookies nor those of other paths', () => {
  const jar = jarOf('seen=1', 'hidden=1; HttpOnly', 'strict=1; SameSite=Strict', 'else=1; Path=/x')
  expect(scriptView(jar, store, now)).toBe('seen=1; strict=1')
})

test('keys are readable, and differ whenever the cookies do', () => {
  const jar = jarOf(
    'sid=1; Path=/',
    'sid=1; Path=/; Domain=example.com',
    'sid=1',
    'a=1; Path=/@store.example.com',
    'a@store.example.com/=1; Path=/',
    'a%40=1; Path=/',
    'a@=1; Path=/',
  )
  const keys = jar.map(cookieKey)
  expect(keys.slice(0, 3)).toEqual([
    'sid@store.example.com',
    'sid@.example.com',
    'sid@store.example.com/cart',
  ])
  expect(new Set(keys).size).toBe(7)
})

test('with third-party cookies blocked, what a page of the same site does is still allowed', () => {
  const policy = { ...chromiumPolicy, blockThirdParty: true }
  const inside = at(store, { initiator: 'https://forums.example.com/', topLevel: false })
  const { jar } = receive(emptyJar, ['a=1'], inside, 'Browser', policy)
  expect(select(jar, inside, 'Browser', policy).header).toBe('a=1')
})

test('with third-party cookies blocked, a page that another site opens gets its own all the same', () => {
  const policy = { ...chromiumPolicy, blockThirdParty: true }
  const opened = at(store, { initiator: 'https://idp.test/login' })
  const { jar } = receive(emptyJar, ['a=1; Secure; SameSite=None'], opened, 'Browser', policy)
  expect(select(jar, opened, 'Browser', policy).header).toBe('a=1')
})

test('a cookie without a Domain stays away from the hosts below its own', () => {
  expect(
    select(jarOf('a=1'), at('https://www.store.example.com/cart/items'), 'Browser').header,
  ).toBe('')
})

test('an address has no other addresses under its last numbers', () => {
  const answer = receive(emptyJar, ['a=1; Domain=0.0.1'], at('http://10.0.0.1/'), 'Browser')
  expect(answer.received[0]?.rule).toBe('domain')
})

test('Max-Age decides, and not Expires', () => {
  const [cookie] = jarOf('a=1; Max-Age=60; Expires=Thu, 01 Jan 2099 00:00:00 GMT')
  expect(cookie?.expiresAt).toBe(now + 60 * second)
})

test('plain http may not overlay a Secure cookie, wherever domain and path make them meet', () => {
  const stores = (secure: string, text: string) => {
    const jar = receive(
      emptyJar,
      [`${secure}; Secure`],
      at('https://store.example.com/'),
      'Browser',
    ).jar
    return receive(jar, [text], at('http://store.example.com/'), 'Browser').received[0]?.rule
  }
  expect(stores('a=1; Domain=example.com; Path=/', 'a=2')).toBe('leave-secure-alone')
  expect(stores('a=1; Path=/', 'a=2; Domain=example.com')).toBe('leave-secure-alone')
  expect(stores('a=1; Path=/cart', 'a=2; Path=/cart/items')).toBe('leave-secure-alone')
  expect(stores('a=1; Path=/cart', 'a=2; Path=/')).toBe('stored')
  expect(stores('a=1; Path=/cart', 'a=2; Path=/other')).toBe('stored')
  expect(stores('a=1; Path=/', 'b=2; Path=/')).toBe('stored')
})

test('all hosts of a registrable domain share its room', () => {
  const many = Array.from({ length: 180 }, (_, index) => `c${index}=1`)
  const { jar } = receive(emptyJar, many, at('https://store.example.com/'), 'Browser')
  const elsewhere = receive(jar, ['a=1'], at('https://example.org/'), 'Browser')
  expect(elsewhere.jar).toHaveLength(181)
  const sibling = receive(jar, ['a=1'], at('https://forums.example.com/'), 'Browser')
  expect(sibling.jar.map(({ name }) => name)).toEqual([
    ...many.slice(31).map((text) => text.slice(0, -2)),
    'a',
  ])
})
