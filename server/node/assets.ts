import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { withLessonOrigins } from '../policy.ts'

/** How a body travels. */
export type Packing = 'br' | 'gzip' | 'identity'

/** A file of the web build, held in memory: a later build cannot pull it away. */
export interface Asset {
  readonly type: string
  readonly etag: string
  /** True when its name holds a hash of its content, so that it never changes. */
  readonly immutable: boolean
  /** The packings it is offered in. */
  readonly packings: readonly Packing[]
  /** Its bytes; packed at the first request and kept. */
  body(packing: Packing): Promise<Buffer<ArrayBuffer>>
}

/** Files by URL path. Only what stands here is served, so no path leads out of it. */
export type Assets = ReadonlyMap<string, Asset>

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.md', 'text/markdown; charset=utf-8'],
  ['.xml', 'application/xml'],
  ['.webmanifest', 'application/manifest+json'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
])

const packable = /^(text\/|application\/|image\/(svg|x-icon))/

/** Below this size packing saves nothing. */
const leastPacked = 1024

/**
 * Files whose names stay are few, and what pages of others load is among them: they are packed as tightly
 * as can be (player.js: 60 ms, a tenth less). Of the others a page loads many at once: they are packed
 * fast first, and tightly for those who come later (the engine: 0.7 s, 8 % less).
 */
const qualities = { tight: 11, fast: 6 }

/** Milliseconds after which files are packed tightly: those who came first have theirs by then. */
const leisure = 10_000

const pack = {
  br: (bytes: Buffer, quality: number) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
  identity: async (bytes: Buffer) => bytes,
}

/** Does one piece of work after another, each when there is leisure. */
type AtLeisure = (work: () => Promise<unknown>) => void

const createLeisure = (): AtLeisure => {
  let queue: Promise<unknown> = Promise.resolve()
  return (work) => {
    setTimeout(() => {
      // What cannot be packed stays as it is.
      queue = queue.then(work).catch(() => undefined)
    }, leisure).unref()
  }
}

const assetOf = (path: string, bytes: Buffer, atLeisure: AtLeisure): Asset => {
  const type = types.get(extname(path)) ?? 'application/octet-stream'
  const packed = new Map<Packing, Promise<Buffer<ArrayBuffer>>>()
  const immutable = /^\/assets\/.*-[\w-]{8,}\.\w+$/.test(path)
  const packWith = (packing: Packing, quality: number): Promise<Buffer<ArrayBuffer>> => {
    const coming = pack[packing](bytes, quality).then((body) => Buffer.from(body))
    packed.set(packing, coming)
    return coming
  }
  return {
    type,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    immutable,
    packings:
      packable.test(type) && bytes.length >= leastPacked
        ? ['br', 'gzip', 'identity']
        : ['identity'],
    body: (packing) => {
      const known = packed.get(packing)
      if (known !== undefined) return known
      if (!immutable || packing !== 'br') return packWith(packing, qualities.tight)
      atLeisure(async () => {
        const body = Buffer.from(await pack.br(bytes, qualities.tight))
        packed.set('br', Promise.resolve(body))
      })
      return packWith('br', qualities.fast)
    },
  }
}

/** A page may fetch own lessons from these origins; every other file is served as it is. */
const bytesOf = (file: string, lessonOrigins: readonly string[]): Buffer =>
  extname(file) === '.html'
    ? Buffer.from(withLessonOrigins(readFileSync(file, 'utf8'), lessonOrigins))
    : readFileSync(file)

/**
 * Reads a folder into memory; names that begin with a dot stay out. `index.html` is its folder's page.
 *
 * @param lessonOrigins origins from which pages may fetch own lessons, besides their own
 */
export const loadAssets = (folder: string, lessonOrigins: readonly string[] = []): Assets => {
  const assets = new Map<string, Asset>()
  const atLeisure = createLeisure()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    const path = file.slice(folder.length).split(sep).join('/')
    if (!entry.isFile() || path.includes('/.')) continue
    const asset = assetOf(path, bytesOf(file, lessonOrigins), atLeisure)
    assets.set(path, asset)
    if (path.endsWith('/index.html')) assets.set(path.slice(0, -'index.html'.length), asset)
  }
  return assets
}
