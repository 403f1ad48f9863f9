/**
 * One open room: its Y.Doc, the copy on this device, the line to the server, and from these the
 * state a screen shows. Created inside an effect and closed in its cleanup.
 */
import type { CloseReason } from '@atelier/shared/sync/close-codes'
import type { Welcome } from '@atelier/shared/sync/messages'
import type { RoomName } from '@atelier/shared/sync/room-name'
import { unswept } from '@atelier/shared/sync/unswept'
import * as Y from 'yjs'
import { DeviceCopy } from './device-copy'
import { type Memo, refusedIn } from './offline-copy'
import { OwedWords, refusedToo, type Said, saidIn } from './owed-words'
import type { LostReason, RefusedEdits, Room, RoomState } from './room'
import { RoomConnection } from './room-connection'
import { linesMissing, roomLines, roomTitle } from './room-lines'
import type { RoomParts } from './room-parts'
import { keptRoom, type RoomFacts, ShownState } from './room-state'
import { saveState } from './save-state'
import { UnstoredLedger } from './unstored-ledger'

/** How long the server may take to answer before the copy on this device is shown. */
const showCopyAfterMs = 3_000

export class RoomClient {
  readonly name: RoomName
  readonly #parts: RoomParts
  readonly shown = new ShownState()
  readonly #showCopy: ReturnType<typeof setTimeout>
  readonly #copyOrigin = {}
  #doc = new Y.Doc()
  #ledger = new UnstoredLedger()
  #owed = new OwedWords()
  #connection: RoomConnection
  readonly #copy: DeviceCopy
  #welcome: Welcome | null = null
  #refused: RefusedEdits | null = null
  /** What the refused doc said, until the server's truth is here to compare it with. */
  #disputed: ({ reason: LostReason } & Said) | null = null
  #phase: 'opening' | 'open' | CloseReason = 'opening'
  #hasCopy = false
  /** Whether the copy's memo says that something is unstored. */
  #keptUnstored = false
  #failed = false
  #ended = false
  #isPresent = true
  #room: Room | null = null

  constructor(name: RoomName, parts: RoomParts) {
    this.name = name
    this.#parts = parts
    this.#copy = new DeviceCopy(name, parts, this.#copyChanged)
    this.#connection = this.#prepare()
    this.#showCopy = setTimeout(() => this.#unreachable(), showCopyAfterMs)
    void this.#start()
  }

  getState = (): RoomState => this.shown.state

  get title(): string {
    return roomTitle(this.#doc)
  }

  /** Whether leaving now could cost something: nothing more can be sent from a closed room. */
  get unstored(): boolean {
    const { isReliable, uncommitted } = this.#copy
    const waits = this.#ledger.changes > 0 && !(this.#endedWith && isReliable && uncommitted === 0)
    return waits || this.#disputed !== null || (!!this.#refused?.text && !isReliable)
  }

  /** Whether the person looks at it, and others see them in it. */
  setPresent(isPresent: boolean): void {
    this.#isPresent = isPresent
    this.#connection.setPresent(isPresent)
  }

  close(): void {
    this.#ended = true
    clearTimeout(this.#showCopy)
    this.#connection.close()
    this.#doc.destroy()
    this.#copy.close()
    this.shown.clear()
  }

  /** The copy first: what it holds then goes to the server in one step 2, once that knows the room. */
  async #start(): Promise<void> {
    const kept = await this.#copy.load()
    if (kept && !this.#ended) this.#takeUp(kept)
    const fresh = await this.#parts.whileFresh?.()
    if (fresh) this.#unreachable()
    await fresh?.known
    if (this.#ended) return
    this.#connection.connect()
    this.#publish()
  }

  #takeUp({ updates, memo }: { updates: Uint8Array[]; memo: Memo | null }): void {
    this.#refused = refusedIn(updates, memo)
    this.#welcome = memo?.welcome ?? null
    if (updates.length === 0) return
    this.#ledger.loaded(memo?.unstored ?? 0)
    this.#owed = new OwedWords(memo?.owedFrom)
    this.#keptUnstored = (memo?.unstored ?? 0) > 0
    this.#doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.#doc, update, this.#copyOrigin)
    }, this.#copyOrigin)
    this.#hasCopy = true
  }

  /** Our listener before the provider's: a change has its number before its frame is sent. */
  #prepare(): RoomConnection {
    unswept(this.#doc, () => this.#welcome?.access === 'read').on('update', this.#keep)
    return new RoomConnection(this.name, this.#doc, this.#ledger, this.#events, this.#parts)
  }

  readonly #keep = (
    update: Uint8Array,
    origin: unknown,
    _doc: Y.Doc,
    transaction: Y.Transaction,
  ): void => {
    if (origin === this.#copyOrigin) return
    const isOwn = origin !== this.#connection.provider
    if (isOwn) {
      this.#ledger.change()
      this.#owed.note(transaction)
    }
    this.#copy.append(update, this.#memo(), isOwn)
    this.#publish()
  }

  /** A change may turn out not to be kept after the room is over. */
  readonly #copyChanged = (): void => {
    if (this.#endedWith) this.#handBackUnkept()
    this.#publish()
  }

  /** Why nothing more can be sent; null while it can. */
  get #endedWith(): CloseReason | null {
    return this.#phase === 'opening' || this.#phase === 'open' ? null : this.#phase
  }

  #memo(): Memo {
    const unstored = this.#ledger.changes
    this.#keptUnstored = unstored > 0
    const [welcome, refused] = [this.#welcome, this.#refused]
    return { welcome, unstored, owedFrom: this.#owed.from, refused, title: this.title }
  }

  readonly #remember = (): void => this.#copy.remember(this.#memo())

  readonly #events = {
    welcome: (welcome: Welcome): void => {
      this.#welcome = welcome
      this.#remember()
      this.#publish()
    },
    synced: (): void => {
      this.#phase = 'open'
      this.#tellRefused()
      this.#publish()
    },
    changed: (): void => {
      if (this.#ended) return
      if (this.#connection.provider.wsUnsuccessfulReconnects > 0) this.#unreachable()
      if (this.#ledger.settled) this.#owed.forget()
      if (this.#ledger.settled && this.#keptUnstored) this.#copy.rememberSoon(this.#memo())
      this.#publish()
    },
    refused: (reason: LostReason): void => {
      // An older page keeps what it may not send; the reloaded page sends it.
      if (this.#ended || this.#welcome?.reload) return
      this.#takeBack(reason)
    },
    closed: (reason: CloseReason): void => {
      if (this.#ended) return
      if (reason === 'reload' && this.#phase === 'open' && this.#welcome) {
        this.#welcome = { ...this.#welcome, access: 'read', reload: true }
        this.#publish()
      } else if (reason === 'badFrame' && !this.#ledger.settled) {
        queueMicrotask(() => this.#events.refused('bad-frame'))
      } else {
        this.#finish(reason)
      }
    },
  }

  #finish(reason: CloseReason): void {
    this.#phase = reason
    if (reason === 'noAccess') this.#letGo()
    else this.#handBackUnkept()
    this.#publish()
  }

  /** The words of others are not for us any more. */
  #letGo(): void {
    if (this.#ledger.changes > 0) this.#handBack('no-access', this.#owed.textIn(this.#doc))
    this.#ledger = new UnstoredLedger()
    this.#owed.forget()
    this.#welcome = null
    this.#hasCopy = false
    this.#copy.clear(this.#memo())
  }

  /** What neither the database nor this device has, once. */
  #handBackUnkept(): void {
    if (this.#copy.isReliable || this.#ledger.changes === 0 || this.#owed.isEmpty) return
    this.#handBack('unkept', this.#owed.textIn(this.#doc))
    this.#owed.forget()
  }

  #handBack(reason: LostReason, words: string, titles: readonly string[] = []): void {
    this.#refused = refusedToo(this.#refused, reason, words, titles)
  }

  /** The server does not answer: show what this device has, if it has anything. */
  #unreachable(): void {
    if (this.#ended || this.#phase !== 'opening') return
    this.#failed = true
    if (this.#hasCopy && this.#welcome) this.#phase = 'open'
    this.#publish()
  }

  /** The server would not take our changes: show its truth, and keep our words for copying. */
  #takeBack(reason: LostReason): void {
    this.#disputed ??= { reason, ...saidIn(this.#doc, this.#owed) }
    this.#connection.close()
    this.#doc.destroy()
    this.#doc = new Y.Doc()
    this.#ledger = new UnstoredLedger()
    this.#owed.forget()
    this.#hasCopy = false
    this.#phase = 'opening'
    const text = this.#disputed.lines.join('\n')
    this.#copy.clear({ ...this.#memo(), refused: { reason, text } })
    this.#connection = this.#prepare()
    this.setPresent(this.#isPresent)
    this.#connection.connect()
    this.#publish()
  }

  #tellRefused(): void {
    if (!this.#disputed) return
    const { reason, lines, about } = this.#disputed
    this.#disputed = null
    this.#handBack(reason, linesMissing(lines, roomLines(this.#doc)), about)
    this.#remember()
  }

  readonly #forgetRefused = (): void => {
    this.#refused = null
    this.#remember()
    this.#publish()
  }

  #publish(): void {
    if (!this.#ended) this.shown.show(this.#derive())
  }

  #derive(): RoomFacts {
    const reason = this.#endedWith
    const onDevice = this.#copy.isReliable
    const refusal = { refused: this.#refused, forgetRefused: this.#forgetRefused }
    if (reason) {
      return { kind: 'closed', reason, changes: this.#ledger.changes, onDevice, ...refusal }
    }
    if (this.#phase === 'opening' || !this.#welcome) {
      return { kind: 'opening', unreachable: this.#failed }
    }
    return {
      kind: 'open',
      room: this.#currentRoom(this.#welcome),
      save: saveState({
        access: this.#welcome.access,
        reload: this.#welcome.reload,
        connected: this.#connection.connected,
        changes: this.#ledger.changes,
        uncommitted: this.#copy.uncommitted,
        settled: this.#ledger.settled,
        onDevice,
      }),
      outdated: this.#welcome.reload,
      fullPercent: this.#connection.fill.percent,
      ...refusal,
    }
  }

  /** The same object until something in it changes. */
  #currentRoom({ access, reload, me }: Welcome): Room {
    this.#room = keptRoom(this.#room, {
      name: this.name,
      doc: this.#doc,
      awareness: this.#connection.provider.awareness,
      access: reload ? 'read' : access,
      me,
    })
    return this.#room
  }
}
