/** Texts as people without an account read them, kept for whoever asks next. */
import type { PublicDoc } from '../docs/public-link-queries'
import type { Deps } from '../http/deps'
import type { ExchangeThread } from './exchange-thread'
import { readRoom } from './gather-doc'
import { type PublicText, publicText } from './public-text'

/** Read here: to send it to a thread would take longer. */
const smallBytes = 32 * 1024
/** However fast somebody writes, what is long is read anew no more often. */
const longFreshMs = 5000
const keptBytes = 64 * 1024 * 1024

type Kept = {
  state: string
  isLong: boolean
  /** When it was read; null while it is. */
  readAt: number | null
  bytes: number
  text: Promise<PublicText>
}

/**
 * Makes a text once for each state of its doc's log, and off the event loop where it is long: nobody
 * without an account can keep the server busy by asking.
 */
export function publicTexts(
  deps: Pick<Deps, 'rooms' | 'origins'>,
  thread: Pick<ExchangeThread, 'run'>,
  now = Date.now,
) {
  const kept = new Map<string, Kept>()

  async function read(docId: string, entry: Kept): Promise<PublicText> {
    const update = await readRoom(deps, docId)
    const origins = [...deps.origins]
    entry.isLong = update.length > smallBytes
    if (!entry.isLong) return publicText(update, origins)
    return thread.run({ kind: 'show', update, origins }, { who: docId, givesAway: true })
  }

  function begin({ id, state }: PublicDoc): Kept {
    const entry = { state, isLong: false, readAt: null, bytes: 0 } as Kept
    entry.text = read(id, entry)
    entry.text.then(
      ({ json }) => {
        entry.readAt = now()
        entry.bytes = json.length * 2
        makeRoom()
      },
      () => {
        entry.readAt = now()
        // What takes too long is not tried again at once, whoever asks.
        entry.state = ''
        if (!entry.isLong && kept.get(id) === entry) kept.delete(id)
      },
    )
    return entry
  }

  /** What nobody has asked for the longest goes first. */
  function makeRoom() {
    let bytes = [...kept.values()].reduce((sum, entry) => sum + entry.bytes, 0)
    for (const [id, entry] of kept) {
      if (bytes <= keptBytes) return
      kept.delete(id)
      bytes -= entry.bytes
    }
  }

  return function textOf(doc: PublicDoc): Promise<PublicText> {
    const found = kept.get(doc.id)
    const entry = found && isFresh(found, doc.state, now()) ? found : begin(doc)
    kept.delete(doc.id)
    kept.set(doc.id, entry)
    return entry.text
  }
}

const isFresh = ({ state, isLong, readAt }: Kept, asked: string, now: number) =>
  state === asked || (isLong && (readAt === null || now - readAt < longFreshMs))
