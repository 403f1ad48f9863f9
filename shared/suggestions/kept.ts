/**
 * What a fork takes back of its own changes where Yjs alone cannot. A deletion can never be undone in
 * a Yjs document, only written anew, and what is written anew no longer follows the doc. So the fork
 * names what of its deletions is not meant: `SuggestedDoc` leaves those out, and the doc's own words
 * stand there again. In the same way it names attributes it has no opinion about.
 */
import * as Y from 'yjs'
import { type IdRange, type IdSet, idSetOf } from './id-ranges'

/** Its keys are written by whoever writes in the fork, so they are read with care. */
export const keptMap = (fork: Y.Doc): Y.Map<unknown> => fork.getMap('kept')

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
