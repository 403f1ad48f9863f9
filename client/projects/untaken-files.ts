/** Files that were asked for in vain, so that nobody asks for them with every change of a room. */
import type { CopyIdentity } from '../offline/device-databases'
import { changeRecord, readRecord, reportKeeping } from '../offline/kept-records'
import { isRemembered } from '../offline/remembered-who'

/** `most` is how large it could have been; null where there is none for this person, of any size. */
type Untaken = { at: number; most: number | null }
type Notes = Record<string, Untaken>

const key = ['untaken']
const againAfterMs = 24 * 60 * 60_000

export class UntakenFiles {
  readonly #who: CopyIdentity
  readonly #notes: Notes

  private constructor(who: CopyIdentity, notes: Notes) {
    this.#who = who
    this.#notes = notes
  }

  static async read(who: CopyIdentity): Promise<UntakenFiles> {
    const notes = (await readRecord<Notes>(who, key).catch(reportKeeping)) ?? {}
    const recent = Object.entries(notes).filter(([, { at }]) => Date.now() - at < againAfterMs)
    return new UntakenFiles(who, Object.fromEntries(recent))
  }

  /** What it is not worth asking for when there is room for `free`; undefined where it is. */
  why(id: string, free: number): 'gone' | 'too-large' | undefined {
    const note = this.#notes[id]
    if (!note) return undefined
    if (note.most === null) return 'gone'
    return free <= note.most ? 'too-large' : undefined
  }

  note(id: string, why: 'gone' | 'too-large', free: number): void {
    this.#notes[id] = { at: Date.now(), most: why === 'gone' ? null : free }
  }

  /** Only of files that are still shown: others may never be asked for again. */
  async keep(shown: ReadonlyMap<string, unknown>): Promise<void> {
    if (!isRemembered(this.#who)) return
    const notes = Object.fromEntries(Object.entries(this.#notes).filter(([id]) => shown.has(id)))
    await changeRecord<Notes>(this.#who, key, () => notes).catch(reportKeeping)
  }
}
