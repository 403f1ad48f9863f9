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

export const keptAttributes = (fork: Y.Doc): KeptAttribute[] =>
  [...keptMap(fork).keys()].flatMap((key) => {
    const [, client, clock, name] = attributeKey.exec(key) ?? []
    return name === undefined ? [] : { element: Y.createID(Number(client), Number(clock)), name }
  })
