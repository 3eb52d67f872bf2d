import { describe, expect, it } from 'vitest'
import { WholeRequest } from '../../server/node/whole-request.ts'

const address = 'http://localhost/form'
const form = new TextEncoder().encode('name=Ada&drink=t%C3%A9a')
const asked = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
const whole = () => new WholeRequest(address, asked, form)
const platform = () => new Request(address, { ...asked, body: form })

const readings: readonly (readonly [string, (request: Request) => Promise<unknown>])[] = [
  ['text', (request) => request.text()],
  ['bytes', async (request) => new Uint8Array(await request.arrayBuffer())],
  ['a blob', async (request) => (await request.blob()).text()],
  ['a form', async (request) => [...(await request.formData())]],
  ['a stream', async (request) => new Response(request.body).text()],
  ['a copy', async (request) => [await request.clone().text(), await request.text()]],
  ['JSON that it is not', (request) => request.json().catch((error: Error) => error.name)],
]

describe('a request whose body has arrived whole', () => {
  it.each(readings)('reads as %s just as the platform’s request does', async (_, read) => {
    expect(await read(whole())).toEqual(await read(platform()))
  })

  it.each(readings.slice(0, 4))('is read once only: as %s', async (_, read) => {
    const request = whole()
    expect(request.bodyUsed).toBe(false)
    await read(request)
    expect(request.bodyUsed).toBe(true)
    await expect(request.text()).rejects.toBeInstanceOf(TypeError)
    await expect(read(request)).rejects.toBeInstanceOf(TypeError)
  })

  it('takes a byte order mark for no part of the text, as the platform does', async () => {
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, 0x61])
    expect(await new WholeRequest(address, asked, marked).text()).toBe('a')
  })
})
