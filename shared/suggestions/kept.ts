/**
 * What a fork says of its deletions, beside them. A deletion can never be undone in a Yjs document,
 * only written anew, and what is written anew no longer follows the doc. So
 *
 * - `kept` names the letters whose deletion is not meant any more, and attributes the fork has no
 *   opinion about: they are left out when doc and fork are put together;
 * - `gone` names the blocks and texts of the doc that the fork is without. They are never deleted in
 *   the fork itself: what lies in a deleted block is swept away, also what is written in it later.
 */
import * as Y from 'yjs'
import { type IdRange, type IdSet, idSetOf } from './id-ranges'
import { structAt } from './same-type'

/** Its keys are written by whoever writes in the fork, so they are read with care. */
export const keptMap = (fork: Y.Doc): Y.Map<unknown> => fork.getMap('kept')

export const goneMap = (fork: Y.Doc): Y.Map<unknown> => fork.getMap('gone')

export const keyOfType = ({ client, clock }: Y.ID) => `${client}.${clock}`

const typeKey = /^(\d{1,10})\.(\d{1,15})$/

export const goneTypes = (fork: Y.Doc): Y.ID[] =>
  [...goneMap(fork).keys()].flatMap((key) => {
    const [, client, clock] = typeKey.exec(key) ?? []
    return clock === undefined ? [] : Y.createID(Number(client), Number(clock))
  })

export const keyOfRange = ({ client, clock, length }: IdRange) => `${client}.${clock}.${length}`
export const keyOfAttribute = (element: Y.ID, name: string) =>
  `a${element.client}.${element.clock}.${name}`

const rangeKey = /^(\d{1,10})\.(\d{1,15})\.(\d{1,15})$/
const attributeKey = /^a(\d{1,10})\.(\d{1,15})\.(.{1,100})$/s

export const keptIds = (fork: Y.Doc): IdSet =>
  idSetOf([...keptMap(fork).keys()].flatMap((key) => readRange(key) ?? []))

export function readRange(key: string): IdRange | null {
  const [, client, clock, length] = rangeKey.exec(key) ?? []
  const range = { client: Number(client), clock: Number(clock), length: Number(length) }
  return range.length > 0 ? range : null
}

export type KeptAttribute = { element: Y.ID; name: string }

/** Those the fork has no opinion about, as long as the doc is like this. */
export const keptAttributes = (fork: Y.Doc, doc: Y.Doc): KeptAttribute[] =>
  [...keptMap(fork)].flatMap(([key, since]) => {
    const [, client, clock, name] = attributeKey.exec(key) ?? []
    if (name === undefined || !hasHappened(since, doc)) return []
    return { element: Y.createID(Number(client), Number(clock)), name }
  })

/**
 * From when on an attribute is kept, as it is written in the fork: since the doc has what this id
 * names (`+`), or has it no more (`-`). So what is accepted stays suggested until the doc says it,
 * also where a server ends before it has written that. Anything else: always.
 */
const sinceForm = /^([+-])(\d{1,10})\.(\d{1,15})$/

function hasHappened(since: unknown, doc: Y.Doc): boolean {
  const [, sign, client, clock] = (typeof since === 'string' && sinceForm.exec(since)) || []
  if (clock === undefined) return true
  const id = Y.createID(Number(client), Number(clock))
  const isKnown = id.clock < Y.getState(doc.store, id.client)
  return isKnown && (sign === '+' || (structAt(doc, id)?.deleted ?? true))
}

/** What has made the attributes of an element what they are, by name. */
export function sinceNow(element: Y.XmlElement, name: string): string | true {
  const item = element._map.get(name)
  return item ? `${item.deleted ? '-' : '+'}${keyOfType(item.id)}` : true
}
