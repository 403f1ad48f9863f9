/**
 * Keeps the pages themselves on this device, so that Atelier opens without a network. It keeps
 * nothing that anybody has written: what the server says about people and their work goes past it.
 *
 * The page comes from the server whenever it answers: a reload is how a page gets newer (S14).
 * Scripts have their content in their name and never change.
 */
type Lasting = { waitUntil(work: Promise<unknown>): void }
type Fetching = Lasting & { request: Request; respondWith(answer: Promise<Response>): void }
type Worker = {
  addEventListener(what: 'install' | 'activate', hear: (event: Lasting) => void): void
  addEventListener(what: 'fetch', hear: (event: Fetching) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  location: Location
}

/** Written in when the pages are built: every file of them, and a name for just these. */
declare const builtFiles: { version: string; paths: string[] }

const worker = self as unknown as Worker
const prefix = 'atelier-pages-'
const pages = prefix + builtFiles.version
const page = '/index.html'
const answerWithinMs = 4000
const filesAtOnce = 4

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(pages)
      .then(fetchAll)
      .then(() => worker.skipWaiting()),
  )
})

/** A few at a time: a browser has six connections to a server, and whoever looks at a page needs some. */
async function fetchAll(cache: Cache): Promise<void> {
  for (let at = 0; at < builtFiles.paths.length; at += filesAtOnce) {
    await cache.addAll(builtFiles.paths.slice(at, at + filesAtOnce))
  }
}

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => worker.clients.claim()))
})

/** The version before stays: a page of it that is still open may load another part of itself. */
async function dropOlder(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== pages)
  await Promise.all(ours.slice(0, -1).map((name) => caches.delete(name)))
}

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate' && !/^\/(api|ws|slow)(\/|$)/.test(pathname)) {
    event.respondWith(fromServerFirst(request))
  } else if (pathname.startsWith('/assets/') || builtFiles.paths.includes(pathname)) {
    event.respondWith(fromHereFirst(request))
  }
})

async function fromServerFirst(request: Request): Promise<Response> {
  const kept = await caches.match(page)
  if (!kept) return fetch(request)
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(answerWithinMs) })
    return answer.status >= 500 ? kept : answer
  } catch {
    // No network, or a server that does not answer: that is what the kept page is for.
    return kept
  }
}

async function fromHereFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}

export {}
