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
import { HandedBack } from './handed-back'
import { type Memo, refusedIn } from './offline-copy'
import { applyAll, OwedWords, wordsIn } from './owed-words'
import type { LostReason, RoomState } from './room'
import { RoomConnection } from './room-connection'
import { roomTitle } from './room-lines'
import type { RoomParts } from './room-parts'
import { type RoomFacts, roomFacts, ShownState } from './room-state'
import { saveFacts } from './save-state'
import { UnstoredLedger } from './unstored-ledger'

/** How long the server may take to answer before the copy on this device is shown. */
const showCopyAfterMs = 3_000

export class RoomClient {
  readonly name: RoomName
  readonly #parts: RoomParts
  readonly shown = new ShownState()
  readonly #showCopy: ReturnType<typeof setTimeout>
  readonly #copyOrigin = {}
  readonly #emptyDoc = (): Y.Doc => unswept(new Y.Doc(), () => this.#welcome?.access === 'read')
  #doc = this.#emptyDoc()
  #ledger = new UnstoredLedger()
  readonly #owed = new OwedWords()
  readonly #handedBack = new HandedBack()
  /** None until the copy is in the doc: Yjs writes anew what it reads as soon as anybody listens. */
  #connection: RoomConnection | null = null
  readonly #copy: DeviceCopy
  #welcome: Welcome | null = null
  #phase: 'opening' | 'open' | CloseReason = 'opening'
  #hasCopy = false
  /** Whether the copy's memo says that something is unstored. */
  #keptUnstored = false
  #failed = false
  #ended = false
  #isPresent = true

  constructor(name: RoomName, parts: RoomParts) {
    this.name = name
    this.#parts = parts
    this.#copy = new DeviceCopy(name, parts, this.#copyChanged)
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
    const waits = this.owes && !(this.#endedWith && isReliable && uncommitted === 0)
    return waits || this.#handedBack.isOnlyHere(isReliable)
  }

  get owes(): boolean {
    return this.#ledger.changes > 0
  }

  /** Under which this device notes what is owed here. */
  get tab(): string | null {
    return this.#copy.tab
  }

  /** Whether the person looks at it, and others see them in it. */
  setPresent(isPresent: boolean): void {
    this.#isPresent = isPresent
    this.#connection?.setPresent(isPresent)
  }

  close(): void {
    this.#ended = true
    clearTimeout(this.#showCopy)
    this.#connection?.close()
    this.#doc.destroy()
    this.#copy.close()
    this.shown.clear()
  }

  /** The copy first: what it holds then goes to the server in one step 2, once that knows the room. */
  async #start(): Promise<void> {
    const kept = await this.#copy.load()
    if (this.#ended) return
    if (kept) this.#takeUp(kept)
    const connection = this.#prepare()
    const fresh = await this.#parts.whileFresh?.()
    if (fresh) this.#unreachable()
    await fresh?.known
    if (this.#ended) return
    connection.connect()
    this.#publish()
  }

  /** What other tabs have left on this device goes out with what is written here. */
  async takeOver(): Promise<void> {
    const kept = this.#endedWith ? null : await this.#copy.loadAgain()
    if (!kept || this.#ended || this.#endedWith) return
    this.#takeUp(kept)
    this.#remember()
    if ((kept.memo?.unstored ?? 0) > 0) this.#connection?.connectAgain()
    this.#publish()
  }

  #takeUp({ updates, memo }: { updates: Uint8Array[]; memo: Memo | null }): void {
    this.#handedBack.takeUp(refusedIn(updates, memo))
    this.#welcome ??= memo?.welcome ?? null
    if (updates.length === 0) return
    this.#ledger.loaded(memo?.unstored ?? 0)
    this.#owed.takeUp(memo?.owedFrom ?? [])
    this.#keptUnstored ||= (memo?.unstored ?? 0) > 0
    applyAll(this.#doc, updates, this.#copyOrigin)
    this.#hasCopy = true
  }

  /** Where nobody was let in, they may be by now. What is to be handed back stays. */
  askAgain(): void {
    if (!this.#ended && this.#phase === 'noAccess') this.#beginAnew()
  }

  /** Our listener before the provider's: a change has its number before its frame is sent. */
  #prepare(): RoomConnection {
    this.#doc.on('update', this.#keep)
    const made = new RoomConnection(this.name, this.#doc, this.#ledger, this.#events, this.#parts)
    made.setPresent(this.#isPresent)
    this.#connection = made
    return made
  }

  readonly #keep = (
    update: Uint8Array,
    origin: unknown,
    _doc: Y.Doc,
    transaction: Y.Transaction,
  ): void => {
    if (origin === this.#copyOrigin) return
    const isOwn = origin !== this.#connection?.provider
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
    const { from: owedFrom } = this.#owed
    const refused = this.#handedBack.noted
    return { welcome: this.#welcome, unstored, owedFrom, refused, title: this.title }
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
      if (this.#handedBack.settle(this.#doc)) this.#remember()
      this.#publish()
    },
    changed: (): void => {
      if (this.#ended) return
      if ((this.#connection?.provider.wsUnsuccessfulReconnects ?? 0) > 0) this.#unreachable()
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
    if (this.owes) this.#handedBack.add('no-access', this.#owed.textIn(this.#doc))
    this.#ledger = new UnstoredLedger()
    this.#owed.forget()
    this.#welcome = null
    this.#hasCopy = false
    this.#clearCopy('no-access')
  }

  /** With it goes what other tabs have written there and nobody has sent. */
  #clearCopy(reason: LostReason): void {
    this.#copy.clear((lost) => {
      if (lost) this.#handedBack.add(reason, wordsIn(lost))
      if (lost) this.#remember() // Also over what was noted before this is done.
      return this.#memo()
    })
  }

  /** What neither the database nor this device has, once. */
  #handBackUnkept(): void {
    if (this.#copy.isReliable || !this.owes || this.#owed.isEmpty) return
    this.#handedBack.add('unkept', this.#owed.textIn(this.#doc))
    this.#owed.forget()
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
    this.#handedBack.dispute(reason, this.#doc, this.#owed)
    this.#beginAnew()
    this.#clearCopy(reason)
  }

  /** With an empty doc, of which the server says what is in it. */
  #beginAnew(): void {
    this.#connection?.close()
    this.#doc.destroy()
    this.#doc = this.#emptyDoc()
    this.#ledger = new UnstoredLedger()
    this.#owed.forget()
    this.#hasCopy = false
    this.#phase = 'opening'
    this.#prepare().connect()
    this.#publish()
  }

  readonly #forgetRefused = (): void => {
    this.#handedBack.forget()
    this.#remember()
    this.#publish()
  }

  #publish(): void {
    if (!this.#ended) this.shown.show(this.#derive())
  }

  #derive(): RoomFacts {
    const connection = this.#connection
    return roomFacts({
      endedWith: this.#endedWith,
      unreachable: this.#failed,
      welcome: this.#phase === 'open' ? this.#welcome : null,
      here: connection && { name: this.name, doc: this.#doc, awareness: connection.awareness },
      save: saveFacts(connection, this.#ledger, this.#copy),
      fullPercent: connection?.fill.percent ?? null,
      refused: this.#handedBack.edits,
      forgetRefused: this.#forgetRefused,
    })
  }
}
