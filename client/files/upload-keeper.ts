/**
 * Sends the files of one room, each from one tab at a time, and keeps them on this device until they
 * stand in the text.
 */
import type { StoredFile } from '@atelier/shared/files/file'
import type { RoomName } from '@atelier/shared/sync/room-name'
import { RequestFailed } from '../api/request-failed'
import { claim, type Release } from '../offline/alone'
import { type CopyIdentity, databaseName } from '../offline/device-databases'
import { isFresh, whenKnown } from '../offline/fresh-rooms'
import { reportKeeping } from '../offline/kept-records'
import {
  changeUpload,
  dropUpload,
  finalRefusal,
  type KeptUpload,
  keepUpload,
  listUploads,
  readUpload,
  wasEnded,
} from '../offline/kept-uploads'
import { isRemembered, rememberedWho } from '../offline/remembered-who'
import { whenWritten } from '../sync/device-copy'
import { whenStored } from '../sync/room-clients'
import type { SendFile } from './uploads'

export type NewUpload = Pick<KeptUpload, 'id' | 'text' | 'place' | 'nth'> & { file: File }

/** What no other tab may send meanwhile. */
export const uploadLock = (who: CopyIdentity, id: string): string =>
  databaseName(who, `upload:${id}`)

type Rooms = { room: RoomName; page: RoomName }

const here = new Set<UploadKeeper>()
const whenLeft = new Set<() => void>()

/** The keeper of this tab that looks after it, if there is one. */
export const keeperOf = (id: string): UploadKeeper | undefined =>
  [...here].find((keeper) => keeper.has(id))

/** Hears that a text was left in which files wait; returns how to stop. */
export function onUploadsLeft(listener: () => void): () => void {
  whenLeft.add(listener)
  return () => whenLeft.delete(listener)
}

export class UploadKeeper {
  readonly #who: CopyIdentity
  readonly #room: RoomName
  readonly #page: RoomName
  readonly #send: SendFile
  /** Whether this device keeps it. */
  readonly #keeping = new Map<string, Promise<boolean>>()
  /** Sent before, by whomever: it may be there by now, or taken out. */
  readonly #tried = new Set<string>()
  readonly #claims = new Map<string, Release>()
  /** The server may be there again. */
  onBack: () => void = () => undefined
  /** This device has lost it: it is in this tab only. */
  onLost: (id: string) => void = () => undefined

  /** `page` is the room that is open, `room` the one they are sent to: a suggestion's is its own. */
  constructor(who: CopyIdentity, { room, page }: Rooms, send: SendFile) {
    this.#who = who
    this.#room = room
    this.#page = page
    this.#send = send
  }

  has = (id: string): boolean => this.#keeping.has(id)

  /** False where this device cannot keep it. */
  keep({ file, ...upload }: NewUpload): Promise<boolean> {
    const { name, type } = file
    const rooms = { room: this.#room, page: this.#page }
    const news = { name, type, bytes: file, stored: null, refused: null }
    const row = { ...upload, ...rooms, ...news }
    const keeping = keepUpload(this.#who, row).then(
      () => 'indexedDB' in globalThis,
      (error: unknown) => {
        reportKeeping(error)
        return false
      },
    )
    here.add(this)
    this.#keeping.set(upload.id, keeping)
    return keeping
  }

  /** Those that wait in a text, and that nobody here looks after. */
  async waitingIn(text: string): Promise<KeptUpload[]> {
    const all = (await listUploads(this.#who).catch(reportKeeping)) ?? []
    return all.filter((one) => one.room === this.#room && one.text === text && !this.has(one.id))
  }

  /** From now on this keeper looks after it; false where one does already. */
  takeUp(id: string): boolean {
    if (this.has(id)) return false
    here.add(this)
    this.#keeping.set(id, Promise.resolve(true))
    this.#tried.add(id)
    return true
  }

  /** Null where another tab has put it into the text, or somebody has taken it out. */
  send: SendFile = async (file, how) => {
    const { id, signal } = how
    const release = await claim(uploadLock(this.#who, id), signal)
    try {
      const stored = await this.#sendOnce(file, how)
      if (!stored) this.#forget(id, release)
      else if (signal.aborted) this.#letGo(release)
      else this.#claims.set(id, release)
      return stored
    } catch (error) {
      this.#letGo(release)
      const refused = finalRefusal(error)
      if (refused && !signal.aborted) await this.#note(id, { refused })
      throw error
    }
  }

  /** Where the page was left meanwhile, those who heard of it found the lock still held. */
  #letGo(release: Release): void {
    release()
    if (!here.has(this)) this.#tellLeft()
  }

  #tellLeft(): void {
    if (this.#keeping.size > 0) for (const hear of whenLeft) hear()
  }

  async #sendOnce(file: File, how: Parameters<SendFile>[1]): Promise<StoredFile | null> {
    const { id, signal } = how
    const isAgain = this.#tried.has(id)
    this.#tried.add(id)
    if (isAgain && (await this.#keeping.get(id))) {
      const before = await this.#foundBefore(id)
      if (before !== undefined) return before
    }
    await this.#requireKnownRoom()
    signal.throwIfAborted()
    const stored = await this.#send(file, how)
    if (stored) await this.#note(id, { stored, refused: null })
    return stored
  }

  /** What became of it since it was sent last: undefined where it is to be sent once more. */
  async #foundBefore(id: string): Promise<StoredFile | null | undefined> {
    try {
      const row = await readUpload(this.#who, id)
      if (row) return row.stored ?? undefined
      if (await wasEnded(this.#who, id)) return null
    } catch {
      // What cannot be read now is still before us.
      return undefined
    }
    // Erased at sign-out: what the next one sends is theirs.
    if (rememberedWho() && !isRemembered(this.#who)) throw new RequestFailed('signed-out')
    this.#keeping.set(id, Promise.resolve(false))
    this.onLost(id)
    return undefined
  }

  /** Nobody knocks at a room that was begun here before the server knows it. */
  async #requireKnownRoom(): Promise<void> {
    if (!(await isFresh(this.#who, this.#room).catch(reportKeeping))) return
    void whenKnown(this.#who, this.#room).then(() => this.onBack())
    throw new RequestFailed('unreachable')
  }

  /** It stands in the text: once this device keeps that, or the server has it, nothing waits any more. */
  async settled(id: string): Promise<void> {
    const isKept = await whenWritten(this.#who, this.#room).catch(reportKeeping)
    if (!isKept) await whenStored(this.#room)
    await this.drop(id)
  }

  /** Nobody wants it any more. */
  async drop(id: string): Promise<void> {
    await this.#keeping.get(id)
    await dropUpload(this.#who, id).catch(reportKeeping)
    this.#forget(id, this.#claims.get(id))
  }

  /** What still waits is anybody's now. */
  close(): void {
    here.delete(this)
    for (const release of this.#claims.values()) release()
    this.#tellLeft()
  }

  #forget(id: string, release: Release | undefined): void {
    this.#keeping.delete(id)
    this.#claims.delete(id)
    release?.()
  }

  async #note(id: string, change: Partial<KeptUpload>): Promise<void> {
    if (await this.#keeping.get(id)) {
      await changeUpload(this.#who, id, change).catch(reportKeeping)
    }
  }
}
