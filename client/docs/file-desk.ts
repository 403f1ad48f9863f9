/** What an editor's views know of files: those on their way, and the picture that is looked at. */
import type { StoredFile } from '@atelier/shared/files/file'
import type { Editor } from '@tiptap/core'
import type { RelativePosition, XmlFragment } from 'yjs'
import type { UploadKeeper } from '../files/upload-keeper'
import { type SendFile, type Upload, Uploads } from '../files/uploads'

type Words = (key: string, holes?: Record<string, string | number>) => string

/** `pick` asks for files of that kind: pictures only, or anything. */
export type FilePick = 'picture' | 'file'

export type FileServer = {
  send: SendFile
  /** Makes files of other rooms files of this one: old id to new file. */
  copy: (ids: string[]) => Promise<Readonly<Record<string, StoredFile>>>
  /** What this device keeps of a file, for when the server cannot be reached. */
  kept?: (id: string) => Promise<Blob | null>
}

/** Puts what has arrived into the text; null: somebody else has. */
type Put = (upload: string, stored: StoredFile | null) => void

export class FileDesk {
  words: Words = (key) => key
  /** A sentence about why an upload failed. */
  explain: (error: unknown, upload: Upload) => string = () => ''
  locale = 'en-GB'
  /** Says that what was pasted could not be made this room's own; `again` tries once more. */
  onNotCopied: (error: unknown, again: () => void) => void = () => undefined
  readonly copy: FileServer['copy']
  readonly #kept: FileServer['kept']
  /** Null where nothing is kept on this device. */
  readonly keeper: UploadKeeper | null
  /** All desks of the page, this one too. */
  page: ReadonlySet<FileDesk> = new Set([this])
  readonly uploads: Uploads
  /** Where each upload waits in the text. */
  readonly anchors = new Map<string, RelativePosition | null>()
  /** Pictures of this tab's own, until their bytes are asked for. */
  readonly #previews = new Map<string, string>()
  #put: Put | null = null
  /** What arrived while no editor was there to take it. */
  readonly #arrived = new Map<string, StoredFile | null>()
  #viewed: string | null = null
  readonly #listeners = new Set<() => void>()

  constructor(server: FileServer, keeper: UploadKeeper | null = null) {
    this.copy = server.copy
    this.#kept = server.kept
    this.keeper = keeper
    const send = keeper?.send ?? server.send
    this.uploads = new Uploads(send, (id, stored) => this.#arrive(id, stored))
    if (!keeper) return
    keeper.onBack = () => this.uploads.retryUnreachable()
    keeper.onLost = (id) => this.uploads.noteKept(id, false)
  }

  /** From now on an editor takes what arrives, and soon what has arrived before; returns how to stop. */
  showIn(put: Put): () => void {
    this.#put = put
    queueMicrotask(() => {
      if (this.#put === put) this.#handOver(put)
    })
    return () => {
      if (this.#put === put) this.#put = null
    }
  }

  /** How many files would be lost with this screen; those of the same page’s other texts among them. */
  get underway(): number {
    return [...this.page].reduce((sum, desk) => sum + desk.#onlyHere, 0)
  }

  get #onlyHere(): number {
    const arrived = [...this.#arrived.keys()].filter((id) => !this.keeper?.has(id))
    return this.uploads.onlyHere + arrived.length
  }

  #arrive(id: string, stored: StoredFile | null): void {
    this.#arrived.set(id, stored)
    if (this.#put) this.#handOver(this.#put)
  }

  #handOver(put: Put): void {
    for (const [id, stored] of [...this.#arrived]) {
      this.#arrived.delete(id)
      put(id, stored)
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The id of the file that is looked at in full. */
  getViewed = (): string | null => this.#viewed

  view(file: string | null): void {
    this.#viewed = file
    for (const listener of this.#listeners) listener()
  }

  /** Once it has arrived, what was an upload's is the file's. */
  previewOf(uploadOrFile: string): string | undefined {
    return this.#previews.get(uploadOrFile)
  }

  makePreview(uploadOrFile: string, bytes: Blob): string {
    const made = this.#previews.get(uploadOrFile)
    if (made !== undefined) return made
    const address = URL.createObjectURL(bytes)
    this.#previews.set(uploadOrFile, address)
    return address
  }

  /** Where its bytes are on this device; null where it keeps none. */
  async keptAddress(file: string): Promise<string | null> {
    const made = this.#previews.get(file)
    const bytes = made === undefined ? await this.#kept?.(file) : null
    return made ?? (bytes ? this.makePreview(file, bytes) : null)
  }

  passPreview(upload: string, file: string): void {
    const address = this.#previews.get(upload)
    if (address !== undefined) this.#previews.set(file, address)
    this.#previews.delete(upload)
  }

  dropPreview(upload: string): void {
    URL.revokeObjectURL(this.#previews.get(upload) ?? '')
    this.#previews.delete(upload)
  }

  /** Nothing here is of use any more. */
  close(): void {
    this.uploads.cancelAll()
    this.keeper?.close()
    this.#arrived.clear()
    this.anchors.clear()
    for (const address of this.#previews.values()) URL.revokeObjectURL(address)
    this.#previews.clear()
  }
}

declare module '@tiptap/core' {
  interface Storage {
    docFiles: { desk: FileDesk; fragment: XmlFragment | null }
  }
}

const nowhere = () => Promise.reject(new Error('files can be sent nowhere from here'))
export const emptyDesk = () => new FileDesk({ send: nowhere, copy: nowhere })
const empty = emptyDesk()
export const deskOf = (editor: Editor): FileDesk => editor.storage.docFiles?.desk ?? empty
