/**
 * The service worker that keeps the app for when the network is away. It is there only for visitors
 * who asked for it (`features/help/lab-offline.ts`), and has no part in frames: what embeds a player
 * asks its server as ever.
 */
const worker = globalThis as unknown as ServiceWorkerGlobalScope

/** Paths below the folder of the app; the app itself is `./`. Set by the build. */
declare const BUILT_FILES: readonly string[]
/** Another for each build. */
declare const BUILD: string

const prefix = 'login-lab-'
const cacheName = `${prefix}${BUILD}`

const scope = new URL(worker.registration.scope)

/** Waits until all is there: a worker that keeps half of the app is none. */
const keep = async (): Promise<void> => {
  const cache = await caches.open(cacheName)
  // Names with a hash never change; the page must be the one of this build.
  await cache.addAll(
    BUILT_FILES.map((file) =>
      file === './' ? new Request(scope, { cache: 'reload' }) : new URL(file, scope).href,
    ),
  )
}

/** A page of the version before may still be open, and want parts of it. */
const kept = 2

const forgetOlder = async (): Promise<void> => {
  const ours = (await caches.keys()).filter((one) => one.startsWith(prefix))
  // In the order in which they were made; what was made before and is made again is the present one.
  const others = ours.filter((one) => one !== cacheName)
  await Promise.all(others.slice(0, -(kept - 1)).map((one) => caches.delete(one)))
}

/** The page as its server has it now, or else as it was kept. */
const answerPage = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request)
  } catch (error) {
    const found = await caches.match(scope.href, { cacheName })
    if (found === undefined) throw error
    return found
  }
}

const answerFile = async (request: Request): Promise<Response> =>
  (await caches.match(request)) ?? fetch(request)

const isApp = ({ pathname }: URL): boolean =>
  pathname === scope.pathname || pathname === `${scope.pathname}index.html`

/** Of what the build has, by path. */
const isBuilt = ({ pathname }: URL): boolean =>
  pathname.startsWith(`${scope.pathname}assets/`) && pathname.length > scope.pathname.length

worker.addEventListener('install', (event) => {
  void worker.skipWaiting()
  event.waitUntil(keep())
})

worker.addEventListener('activate', (event) =>
  event.waitUntil(forgetOlder().then(() => worker.clients.claim())),
)

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== scope.origin) return
  if (request.mode === 'navigate') {
    if (isApp(url) && request.destination === 'document') event.respondWith(answerPage(request))
  } else if (isBuilt(url)) event.respondWith(answerFile(request))
})
