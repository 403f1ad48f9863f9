/**
 * Whole rooms through a real document, in a thread of its own: a long log costs seconds.
 * Plain JavaScript: a worker thread does not inherit the loader of its parent.
 * Takes { kind, bytes, lengths, more }, the rows one after the other; answers { result } or { error }.
 */
import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import { packUpdates } from './pack-updates.mjs'

/** As `squashed` in server/sync does it. `packs` names the rows, by their places, that are packed beside it. */
function squash(rows, packs) {
  const doc = documentOf(rows)
  return {
    whole: Y.encodeStateAsUpdate(doc),
    isComplete: doc.store.pendingStructs === null && doc.store.pendingDs === null,
    packs: packs.map((places) => packUpdates(places.map((place) => rows[place]))),
  }
}

/**
 * What of these rows can be read together: `unreadable` are no updates, `loose` (places in `rows`)
 * build on something that is not there. `whole` is all the rest as one update where leaving out
 * the loose ones would lose some of it, else null; `isEmpty` when there is no rest.
 */
function fit(rows) {
  const readable = [...rows.keys()].filter((place) => isReadable(rows[place]))
  const unreadable = placesNotIn(readable, rows)
  const doc = documentOf(readable.map((place) => rows[place]))
  const fitting = readable.filter((place) => fits(doc, rows[place]))
  const loose = placesNotIn([...fitting, ...unreadable], rows)
  const whole = withoutPending(doc)
  const isEmpty = doc.store.clients.size === 0
  if (loose.length === 0) return { unreadable, loose, whole: null, isEmpty }
  const without = documentOf(fitting.map((place) => rows[place]))
  const isSame = Buffer.compare(whole, withoutPending(without)) === 0
  return { unreadable, loose, whole: isSame ? null : whole, isEmpty }
}

function placesNotIn(some, rows) {
  const among = new Set(some)
  return [...rows.keys()].filter((place) => !among.has(place))
}

function documentOf(rows) {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const row of rows) Y.applyUpdate(doc, row)
  })
  return doc
}

function withoutPending(doc) {
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  return Y.encodeStateAsUpdate(doc)
}

function isReadable(row) {
  try {
    Y.decodeUpdate(row)
    Y.applyUpdate(new Y.Doc(), row)
    return true
  } catch {
    return false
  }
}

function fits({ store }, row) {
  const reaches = (client, end) => end <= Y.getState(store, client)
  const { ds, structs } = Y.decodeUpdate(row)
  return (
    structs.every(({ id, length }) => reaches(id.client, id.clock + length)) &&
    [...ds.clients].every(([client, items]) =>
      items.every(({ clock, len }) => reaches(client, clock + len)),
    )
  )
}

/** What each row wrote and deleted: client, clock and length, one after the other. */
function spans(rows) {
  return rows.map((row) => {
    const { ds, structs } = Y.decodeUpdate(row)
    const written = structs
      .filter((struct) => !(struct instanceof Y.Skip))
      .flatMap(({ id, length }) => [id.client, id.clock, length])
    const deleted = [...ds.clients].flatMap(([client, ranges]) =>
      ranges.flatMap(({ clock, len }) => [client, clock, len]),
    )
    return { written, deleted }
  })
}

const kinds = { squash, fit, spans }

parentPort.on('message', ({ kind, bytes, lengths, more }) => {
  const rows = []
  let at = 0
  for (const length of lengths) {
    rows.push(bytes.subarray(at, at + length))
    at += length
  }
  try {
    const result = kinds[kind](rows, more)
    parentPort.postMessage({ result }, result.whole ? [result.whole.buffer] : [])
  } catch (error) {
    parentPort.postMessage({ error: String(error) })
  }
})
