/** Goes over every route there is as somebody, with ids of what is not theirs, and listens for what they must not hear. */
import { boardFormats } from '@atelier/shared/exchange/board-import'
import { exportFormats } from '@atelier/shared/exchange/exchange'
import { journalFormats } from '@atelier/shared/journals/export-contract'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { unzip } from '../exchange/reading/unzip'
import { bodiless } from './bodiless-routes'
import { fill, publicWithBody, routesOf, split } from './every-route'
import { goodBodies, type Ids, rawBodies } from './good-bodies'
import type { Browser, TestApp } from './test-app'

/** Words, or ids, that stand in one place only, by what they are. */
export type Canaries = Readonly<Record<string, string>>

/** How somebody felt is a number, and no word: it is known by what it is called, whatever is made of it. */
export const felt = 'how somebody felt'
const saysHowItFelt = /"\w*(mood|energy)\w*"\s*:\s*[^\s,}\]n]/i

/** Which of these canaries are in what somebody was sent. */
export function heardIn(bytes: Uint8Array, canaries: Canaries): string[] {
  const said = Buffer.from(bytes)
  const heard = Object.entries(canaries).filter(([, canary]) => said.includes(canary))
  const names = heard.map(([name]) => name)
  return saysHowItFelt.test(said.toString('latin1')) ? [...names, felt] : names
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

/**
 * `served`: how many answers said something, for who is shut out of everything hears nothing either. `silent`: the
 * routes of which none did.
 */
export type Crawled = { heard: Heard[]; served: number; silent: string[] }
type Called = Omit<Crawled, 'silent'>

/** Whoever comes in is answered something on so many routes at least. */
export const fewestServed = 30

/** Reads that are for others than a mentee of the project; any other says something to them, or asks for more. */
export const notForMentees = [
  ...['GET /api/grants', 'GET /api/invitations', 'GET /api/docs/:id/access'],
  ...['GET /api/public/:token', 'GET /api/public/:token/files/:fileId', 'GET /api/feeds/:file'],
  ...['GET /api/mentorships/figures', 'GET /api/training/keys/:fingerprint'],
  'GET /api/training/records/:recordId',
  'GET /api/training/records/:recordId/weeks/:week',
  'GET /api/training/records/:recordId/export',
]

type Who = {
  app: TestApp
  browser: () => Promise<Browser>
  signInAgain: () => Promise<void>
  canaries: Canaries
  look: string
}

/**
 * What of `canaries` comes with any answer. Reads come first, because a write may take away what could have been
 * read; then what is written in journals, because other writes may end that. `look` is looked for where a route looks
 * for words.
 */
export async function crawl(
  who: Who,
  fillings: readonly Filling[],
  which: (route: string) => boolean = () => true,
): Promise<Crawled> {
  const crawled: Crawled = { heard: [], served: 0, silent: [] }
  const routes = routesOf(who.app).filter(which)
  for (const route of routes.toSorted((a, b) => turnOf(a) - turnOf(b))) {
    const [, path] = split(route)
    const differing = new Map(fillings.map((filling) => [filling.address(path), filling]))
    const servedBefore = crawled.served
    for (const [address, { ids }] of differing) {
      const { heard, served } = await callAs(who, { route, address, ids })
      crawled.heard.push(...heard)
      crawled.served += served
    }
    if (crawled.served === servedBefore) crawled.silent.push(route)
  }
  return crawled
}

export const isRead = (route: string) => route.startsWith('GET ')

function turnOf(route: string): number {
  if (isRead(route)) return 0
  const [method, path] = split(route)
  if (!/^\/api\/(journals|sections)\//.test(path)) return 3
  return method === 'DELETE' ? 2 : 1
}

type Call = { route: string; address: string; ids: Ids }

async function callAs(who: Who, call: Call): Promise<Called> {
  const plain = await answered(who, call, '')
  const all = [plain]
  if (isRead(call.route))
    for (const query of queriesAfter(plain.status, who.look, call.ids))
      all.push(await answered(who, call, query))
  return {
    heard: all.flatMap(({ heard }) => heard),
    served: all.filter(({ status }) => status === 200).length,
  }
}

const lastId = 'ffffffff-ffff-4fff-bfff-ffffffffffff'

/** One that wants to know in which form is asked for each. */
function queriesAfter(status: number, look: string, { mentorship }: Ids): string[] {
  if (status === 200)
    return [
      `?q=${look}`,
      `?mentorship=${mentorship}&whose=others&before=2199-01-01_${lastId}&after=0`,
    ]
  if (status !== 400) return []
  return [...new Set([...exportFormats, ...boardFormats, ...journalFormats])].map(
    (format) => `?format=${format}`,
  )
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
  if (json === undefined) {
    const isMissing = ![...publicWithBody, ...bodiless].includes(route) && !isRead(route)
    if (isMissing) throw new Error(`no good body for ${route}, nor is it among those without`)
    return {}
  }
  return { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } }
}

/** In its head, its body, and what is packed in that. */
async function heardInAnswer(response: Response, canaries: Canaries): Promise<string[]> {
  const head = Buffer.from(JSON.stringify([...response.headers]))
  const body = new Uint8Array(await response.arrayBuffer())
  const isZip = body[0] === 0x50 && body[1] === 0x4b
  const packed = isZip ? [...(await unzip(body)).files.values()] : []
  const isPdf = Buffer.from(body.subarray(0, 5)).toString() === '%PDF-'
  const printed = isPdf ? [Buffer.from(await printedOn(body))] : []
  return [
    ...new Set([head, body, ...packed, ...printed].flatMap((said) => heardIn(said, canaries))),
  ]
}

/** Without the ends of lines: a long word is broken there. */
export async function printedOn(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const said: string[] = []
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent()
    said.push(...items.map((item) => ('str' in item ? item.str : '')))
  }
  return said.join('').replace(/[\s\u200b]/g, '')
}
