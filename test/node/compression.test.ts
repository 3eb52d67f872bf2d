import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { begin, createLab, openStore, post } from './client.ts'

/** A run that has enough messages to be packed, and the way to ask for it. */
const createLongRun = async () => {
  const { api } = createLab()
  const run = await begin(api)
  for (let events = 0; events < 5; events += 1)
    await post(api, `${run}/events`, { event: openStore })
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const response = await api.request(path, { headers })
    const { status } = response
    return { status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
  }
  return { api, run, ask }
}

const gzip = { 'accept-encoding': 'gzip, deflate, br' }

describe('what the API answers', { timeout: 10_000 }, () => {
  it('is packed where a client takes it, and the same when it is unpacked', async () => {
    const { run, ask } = await createLongRun()
    const packed = await ask(run, gzip)
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.headers.get('content-type')).toMatch(/^application\/json/)
    const plain = await ask(run)
    expect(gunzipSync(packed.bytes)).toEqual(plain.bytes)
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length)
  })

  it.each(['', 'br', 'gzip;q=0', 'identity'])(
    'stays plain for a client that takes "%s"',
    async (accepted) => {
      const { run, ask } = await createLongRun()
      const { headers, bytes } = await ask(run, { 'accept-encoding': accepted })
      expect(headers.get('content-encoding')).toBeNull()
      expect(JSON.parse(bytes.toString())).toHaveProperty('state')
    },
  )

  it('stays plain when it is short', async () => {
    const { api } = createLab()
    const run = await begin(api)
    const { state } = (await (await api.request(run)).json()) as {
      state: { trace: { messages: unknown[] }; decisionPoints: unknown[] }
    }
    const have = `main.${state.trace.messages.length}.${state.decisionPoints.length}`
    const response = await api.request(`${run}?have=${have}`, { headers: gzip })
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(await response.json()).toHaveProperty('increment')
  })

  it('stays plain when it is a stream, which begins at once', async () => {
    const { api, run } = await createLongRun()
    const response = await api.request(`${run}/live`, { headers: gzip })
    expect(response.headers.get('content-encoding')).toBeNull()
    const reader = response.body?.getReader()
    const { value } = (await reader?.read()) ?? {}
    expect(Buffer.from(value ?? []).toString()).toMatch(/^event: state\n/)
    await reader?.cancel()
  })

  it('says that it depends on what a client takes, packed or not, changed or not', async () => {
    const { run, ask } = await createLongRun()
    const { headers } = await ask(run)
    const known = { 'if-none-match': headers.get('etag') ?? '' }
    for (const sent of [gzip, {}, known])
      expect((await ask(run, sent)).headers.get('vary')).toBe('accept-encoding')
  })

  it('has a strong entity tag of its own in each form', async () => {
    const { run, ask } = await createLongRun()
    const tags = [await ask(run), await ask(run, gzip)].map(({ headers }) => headers.get('etag'))
    expect(tags[0]).toMatch(/^"\d+"$/)
    expect(tags[1]).toBe(tags[0]?.replace(/"$/, '.gzip"'))
  })

  it('may be named by either in a command that goes on from it', async () => {
    const { api, run, ask } = await createLongRun()
    const etag = (await ask(run, gzip)).headers.get('etag') ?? ''
    const send = () =>
      api.request(`${run}/events`, {
        method: 'POST',
        headers: { 'if-match': etag, 'content-type': 'application/json' },
        body: JSON.stringify({ event: openStore }),
      })
    expect([(await send()).status, (await send()).status]).toEqual([200, 412])
  })

  it('is not sent again to whoever has it, in whichever form it was', async () => {
    const { run, ask } = await createLongRun()
    const etag = (await ask(run, gzip)).headers.get('etag') ?? ''
    for (const known of [etag, `W/${etag}`, etag.replace('.gzip', ''), `"other", ${etag}`])
      expect(await ask(run, { 'if-none-match': known })).toMatchObject({ status: 304 })
    expect(await ask(run, { 'if-none-match': 'W/"other"' })).toMatchObject({ status: 200 })
  })

  it('has its status and its other headers when it is packed', async () => {
    const { api, run } = await createLongRun()
    const response = await api.request(`${run}/events`, {
      method: 'POST',
      headers: { ...gzip, 'content-type': 'application/json' },
      body: JSON.stringify({ event: { type: 'hacker.load' } }),
    })
    expect([response.status, response.headers.get('content-encoding')]).toEqual([409, 'gzip'])
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('etag')).toMatch(/\.gzip"$/)
  })
})
