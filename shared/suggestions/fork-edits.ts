/** A fork of a doc: what it says about its own deletions, and what the two are together. */
import * as Y from 'yjs'
import { docBody, docTitle } from '../docs/doc'
import { unswept } from '../sync/unswept'
import { type IdRange, type IdSet, idSetOf, idsOf, withoutIds } from './id-ranges'
import {
  goneMap,
  goneTypes,
  keptAttributes,
  keptIds,
  keptMap,
  keyOfAttribute,
  keyOfRange,
  keyOfType,
  readRange,
} from './kept'
import { isSameValue, plainValue } from './plain-value'
import { allWithin, structAt, typeIn } from './same-type'

/** All of `doc`, with what `fork` adds and takes away. Neither is changed. */
export function unitedDoc(doc: Y.Doc, fork: Y.Doc): Y.Doc {
  // To sweep would be a change of the fork's own: the doc goes on with a limit that it does not have.
  const whole = unswept(new Y.Doc({ gc: false }))
  // The doc first: of what the fork has swept away it still has the words.
  for (const each of [doc, fork]) Y.applyUpdate(whole, Y.encodeStateAsUpdate(each))
  const { sv } = Y.snapshot(whole)
  const [inDoc, inFork] = [doc, fork].map((each) => Y.snapshot(each).ds) as [IdSet, IdSet]
  // Not what `whole` has deleted: with a block it deletes what was written in it since.
  const gone = idSetOf(goneTypes(fork).map(({ client, clock }) => ({ client, clock, length: 1 })))
  const deleted = Y.mergeDeleteSets([inDoc, withoutIds(inFork, keptIds(fork)), gone])
  const made = unswept(new Y.Doc())
  Y.createDocFromSnapshot(whole, new Y.Snapshot(deleted, sv), made)
  whole.destroy()
  // As yet they are of no kind: whoever looks for them by name would not find them.
  docBody(made)
  docTitle(made)
  return made
}

/** Where the fork has no opinion about an attribute, it has the doc's. */
export function followAttributes(doc: Y.Doc, fork: Y.Doc, made: Y.Doc): void {
  for (const { element, name } of keptAttributes(fork, doc)) {
    const [ours, theirs] = [made, doc].map((each) => elementAt(each, element))
    if (!ours || !theirs) continue
    const value = plainValue(theirs.getAttribute(name)) as string | undefined
    if (isSameValue(ours.getAttribute(name), value)) continue
    if (value === undefined) ours.removeAttribute(name)
    else ours.setAttribute(name, value)
  }
}

export function elementAt(doc: Y.Doc, id: Y.ID): Y.XmlElement | null {
  const item = structAt(doc, id)
  if (!item || item.deleted || !(item.content instanceof Y.ContentType)) return null
  return item.content.type instanceof Y.XmlElement ? item.content.type : null
}

/** So much of its own deletions the fork does not mean. At once: each change makes its text anew. */
export function keepInFork(fork: Y.Doc, ids: IdSet): void {
  fork.transact(() => {
    for (const range of idsOf(ids)) keptMap(fork).set(keyOfRange(range), true)
  })
}

/** Letters and blocks of the doc that the fork is without, with all that lies in them. */
export function bringBack(doc: Y.Doc, fork: Y.Doc, ranges: readonly IdRange[]): void {
  const all = ranges.flatMap((range) => allWithin(doc, range))
  const { ds } = Y.snapshot(fork)
  // At once: everybody puts doc and fork together anew.
  fork.transact(() => {
    for (const { client, clock } of all) {
      const id = Y.createID(client, clock)
      goneMap(fork).delete(keyOfType(id))
      for (const name of namesThatDiffer(doc, fork, id)) keepAttributeInFork(fork, id, name)
    }
    const ids = idSetOf(all)
    keepInFork(fork, withoutIds(ids, withoutIds(ids, ds)))
  })
}

function namesThatDiffer(doc: Y.Doc, fork: Y.Doc, id: Y.ID): string[] {
  const [theirs, ours] = [doc, fork].map((each) => elementAt(each, id)?.getAttributes() ?? {}) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ]
  return [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].filter(
    (name) => !isSameValue(theirs[name], ours[name]),
  )
}

/** `since`: see `sinceNow`. */
export function keepAttributeInFork(
  fork: Y.Doc,
  element: Y.ID,
  name: string,
  since: string | true = true,
): void {
  keptMap(fork).set(keyOfAttribute(element, name), since)
}

/** Somebody has written in it: what they removed or set is meant, whatever was kept before. */
export function takeAtItsWord(fork: Y.Doc, { deleteSet, changed }: Y.Transaction): void {
  meantAgain(fork, deleteSet)
  for (const [type, names] of changed) {
    if (!(type instanceof Y.XmlElement) || !type._item) continue
    for (const name of names) {
      if (name !== null) keptMap(fork).delete(keyOfAttribute(type._item.id, name))
    }
  }
}

/** It means them after all. */
function meantAgain(fork: Y.Doc, ids: IdSet): void {
  const kept = keptMap(fork)
  for (const key of [...kept.keys()]) {
    const range = readRange(key)
    if (!range) continue
    const before = idSetOf([range])
    const rest = idsOf(withoutIds(before, ids))
    if (rest.length === 1 && rest[0]?.length === range.length) continue
    kept.delete(key)
    for (const left of rest) kept.set(keyOfRange(left), true)
  }
}

/** The blocks and texts of the doc among these, without what lies in others of them. */
export function typesOf(doc: Y.Doc, ids: IdSet): IdRange[] {
  const types = idsOf(ids).flatMap((range) => [...typesIn(doc, range)])
  const inside = idSetOf(types.flatMap((range) => allWithin(doc, range).slice(1)))
  return types.filter(({ client, clock }) => !Y.isDeleted(inside, Y.createID(client, clock)))
}

function* typesIn(doc: Y.Doc, { client, clock, length }: IdRange): Generator<IdRange> {
  const end = Math.min(clock + length, Y.getState(doc.store, client))
  for (let at = clock; at < end; ) {
    const id = Y.createID(client, at)
    const item = structAt(doc, id)
    if (typeIn(item)) yield { client, clock: at, length: 1 }
    at = item ? item.id.clock + item.length : at + 1
  }
}
