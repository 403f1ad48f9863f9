/**
 * Whoever takes the doc into a fork suggests anew what was suggested in a line that was moved. Its
 * author’s page and the server may both do so before they hear of each other. So each says in the
 * fork for which line it wrote which words, and whoever sees two that are for one line takes one out.
 */
import * as Y from 'yjs'
import { deleteIds } from './accept-edits'
import type { IdRange } from './id-ranges'
import { keyOfRange, keyOfType, readRange } from './kept'

/** Its keys are written by whoever writes in the fork, so they are read with care. */
const carriedMap = (fork: Y.Doc): Y.Map<unknown> => fork.getMap('carried')

/** `from` is the text that is gone, `words` what stands for it elsewhere. */
export type CarriedWords = { from: Y.ID; words: IdRange }

const carriedKey = /^(\d{1,10}\.\d{1,15}):(\d{1,10}\.\d{1,15}\.\d{1,5})$/
/** So many pages and servers do not meet. */
const mostCopies = 8
const mostLines = 100

export function noteCarried(fork: Y.Doc, carried: readonly CarriedWords[]): void {
  for (const { from, words } of carried) {
    carriedMap(fork).set(`${keyOfType(from)}:${keyOfRange(words)}`, true)
  }
}

/** Keys of the words that were noted in this transaction, or are not any more. */
export const carriedIn = (fork: Y.Doc, { changed }: Y.Transaction): Set<string | null> =>
  changed.get(carriedMap(fork) as never) ?? new Set()

type Copy = { key: string; words: IdRange }

/** What is to be taken out, so that all who hear of all take out the same. */
export function twinsIn(doc: Y.Doc, fork: Y.Doc, keys?: ReadonlySet<string | null>): Copy[] {
  const lines = keys && new Set([...keys].map((key) => lineIn(key ?? '')))
  const copies = new Map<string, Copy[]>()
  for (const key of carriedMap(fork).keys()) {
    const [, line, range] = carriedKey.exec(key) ?? []
    const words = range && readRange(range)
    if (!line || !words || lines?.has(line) === false) continue
    copies.set(line, [...(copies.get(line) ?? []), { key, words }])
  }
  const twice = [...copies.values()].filter(({ length }) => length > 1 && length <= mostCopies)
  return twice.slice(0, mostLines).flatMap((each) => twinsAmong(doc, fork, each))
}

/**
 * Once some of them are gone, somebody decided on them, removed them or moved their line on, and
 * meant all of them.
 */
function twinsAmong(doc: Y.Doc, fork: Y.Doc, copies: Copy[]): Copy[] {
  const isKnown = ({ words: { client, clock, length } }: Copy) =>
    clock + length <= Y.getState(fork.store, client) && clock >= Y.getState(doc.store, client)
  const known = copies.filter(isKnown).sort(({ key }, other) => (key < other.key ? -1 : 1))
  const stays = known.find(({ words }) => !isLiving(fork, words)) ?? known[0]
  return known.filter((copy) => copy !== stays)
}

function isLiving(fork: Y.Doc, { client, clock, length }: IdRange): boolean {
  const structs = fork.store.clients.get(client) ?? []
  for (let nth = Y.findIndexSS(structs, clock); nth < structs.length; nth++) {
    const struct = structs[nth] as Y.Item | Y.GC
    if (struct.id.clock >= clock + length) return false
    const isWords = struct instanceof Y.Item && struct.content instanceof Y.ContentString
    if (isWords && !struct.deleted) return true
  }
  return false
}

const lineIn = (key: string) => carriedKey.exec(key)?.[1]

/** Their notes first: words that are gone and noted are gone for good. */
export function takeOutTwins(fork: Y.Doc, made: Y.Doc, twins: readonly Copy[], by: unknown): void {
  fork.transact(() => {
    for (const { key } of twins) carriedMap(fork).delete(key)
  }, by)
  deleteIds(
    made,
    twins.map(({ words }) => words),
  )
}
