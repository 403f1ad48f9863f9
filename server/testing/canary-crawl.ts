/** Goes over every route there is as somebody, with ids of what is not theirs, and listens for what they must not hear. */
import { boardFormats } from '@atelier/shared/exchange/board-import'
import { exportFormats } from '@atelier/shared/exchange/exchange'
import { unzip } from '../exchange/reading/unzip'
import { fill, routesOf, split } from './every-route'
import { goodBodies, type Ids, rawBodies } from './good-bodies'
import type { Browser, TestApp } from './test-app'

/** Words, or ids, that stand in one place only, by what they are. */
export type Canaries = Readonly<Record<string, string>>

/** Which of these canaries are in what somebody was sent. */
export function heardIn(bytes: Uint8Array, canaries: Canaries): string[] {
  const said = Buffer.from(bytes)
  return Object.entries(canaries).flatMap(([name, canary]) => (said.includes(canary) ? [name] : []))
}

/** With what the holes of an address are filled, and the body that goes along. */
export type Filling = { address(path: string): string; ids: Ids }

/** Each with the id of what it is named for. */
export const filledWith = (ids: Ids): Filling => ({ address: (path) => fill(path, ids), ids })

/** Every hole with this one id, also those of routes that nobody thought of yet. */
export const filledAll = (ids: Ids, id: string): Filling => ({
  address: (path) => path.replace(/:[a-zA-Z]+/g, id),
  ids: Object.fromEntries(Object.keys(ids).map((key) => [key, id])) as Ids,
})

export type Heard = { route: string; canaries: string[] }

type Who = {
  app: TestApp
  browser: () => Promise<Browser>
  signInAgain: () => Promise<void>
  canaries: Canaries
  look: string
}

/**
 * What of `canaries` comes with any answer. Reads come first, because a write may take away what could have been
 * read. `look` is looked for where a route looks for words.
 */
export async function crawl(who: Who, fillings: readonly Filling[]): Promise<Heard[]> {
  const routes = routesOf(who.app)
  const reads = routes.filter((route) => route.startsWith('GET '))
  const heard: Heard[] = []
  for (const route of [...reads, ...routes.filter((one) => !reads.includes(one))]) {
    const [, path] = split(route)
    const differing = new Map(fillings.map((filling) => [filling.address(path), filling]))
    for (const [address, { ids }] of differing)
      heard.push(...(await callAs(who, { route, address, ids })))
  }
  return heard
}

type Call = { route: string; address: string; ids: Ids }

async function callAs(who: Who, call: Call): Promise<Heard[]> {
  const plain = await answered(who, call, '')
  if (!call.route.startsWith('GET ')) return plain.heard
  const heard = [...plain.heard]
  for (const query of queriesAfter(plain.status, who.look))
    heard.push(...(await answered(who, call, query)).heard)
  return heard
}

/** One that wants to know in which form is asked for each. */
function queriesAfter(status: number, look: string): string[] {
  if (status === 200) return [`?q=${look}`]
  if (status !== 400) return []
  return [...new Set([...exportFormats, ...boardFormats])].map((format) => `?format=${format}`)
}

async function answered(who: Who, { route, address, ids }: Call, query: string) {
  const [method] = split(route)
  const ask = async () =>
    (await who.browser()).fetch(address + query, { method, ...bodyFor(route, ids) })
  let response = await ask()
  if (response.status === 401) {
    // They may have signed themself out with the call before.
    await who.signInAgain()
    response = await ask()
  }
  const found = await heardInAnswer(response, who.canaries)
  const heard = found.length > 0 ? [{ route: `${route}${query}`, canaries: found }] : []
  return { status: response.status, heard }
}

function bodyFor(route: string, ids: Ids): RequestInit {
  const raw = rawBodies[route]
  if (raw !== undefined) return { body: raw }
  const json = goodBodies[route]?.(ids)
  if (json === undefined) return {}
  return { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } }
}

/** In its head, its body, and what is packed in that. */
async function heardInAnswer(response: Response, canaries: Canaries): Promise<string[]> {
  const head = Buffer.from(JSON.stringify([...response.headers]))
  const body = new Uint8Array(await response.arrayBuffer())
  const isZip = body[0] === 0x50 && body[1] === 0x4b
  const packed = isZip ? [...(await unzip(body)).files.values()] : []
  return [...new Set([head, body, ...packed].flatMap((bytes) => heardIn(bytes, canaries)))]
}
