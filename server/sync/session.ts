/**
 * One websocket from its first moment to its last: let in, seated in its room, asked again about
 * its rights, sent away. What is said once it is seated is in seat.ts.
 */
import { type CloseReason, closeCodes } from '@atelier/shared/sync/close-codes'
import { limits } from '@atelier/shared/sync/limits'
import { contentVersions, wireVersion } from '@atelier/shared/sync/messages'
import { parseRoomName, type RoomName } from '@atelier/shared/sync/room-name'
import type { Admission, Admit, Affected, Knock, Ticket } from './admission'
import { BadFrame } from './bad-frame'
import type { Clock } from './clock'
import { Inbox } from './inbox'
import type { Line } from './line'
import type { Log } from './log'
import type { Room } from './room'
import { Seat } from './seat'
import type { Socket, SocketEvents } from './socket'

/** What all sessions of a server have in common. */
export type SessionHouse = {
  admit: Admit
  /** The same for whoever comes in, in turn; who is in does not queue with them. */
  letIn: Admit
  /** The same, in turn, for whoever is in, when nobody has reported a change. */
  askAgain: Admit
  /** Null when there is no such room. */
  openRoom(name: RoomName): Promise<Room | null>
  /** Nobody stays in it whose rights cannot be asked. */
  isConfidential(name: RoomName): boolean
  clock: Clock
  log: Log
  onEnd(session: Session): void
}

type Admitted = Extract<Admission, { kind: 'admitted' }>

/**
 * - `joining`: nothing is handled before the room is loaded; `asksAgain` when rights may have
 *   changed since they were asked.
 * - `seated`: in the room. `asking` counts pending questions about changed rights: until they are
 *   answered nothing this connection says is let through.
 * - `leaving`: the server goes down; what arrives now is not taken, and comes again.
 */
type State =
  | { kind: 'joining'; asksAgain: boolean }
  | { kind: 'seated'; seat: Seat; admission: Admitted; asking: number }
  | { kind: 'leaving'; seat: Seat }
  | { kind: 'ended' }

/** A changed right takes effect within a second, whether or not the database answers. */
const answerWithinMs = 900
const askEveryMs = 30_000
/** In vain, one after the other, before a confidential room is closed to whoever it was about. */
const asksInVain = 2

export class Session implements SocketEvents, Line {
  readonly socket: Socket
  readonly #knock: Knock
  readonly #house: SessionHouse
  readonly #inbox: Inbox
  #state: State = { kind: 'joining', asksAgain: false }
  #wasHeard = true
  #inVain = 0
  #askAt: number

  constructor(socket: Socket, knock: Knock, house: SessionHouse) {
    this.socket = socket
    this.#knock = knock
    this.#house = house
    this.#inbox = new Inbox(socket, house.clock, this)
    this.#askAt = this.#nextAsk()
  }

  /** Lets the client in, or closes the socket saying why. */
  join(): void {
    const { ticket, wire, room } = this.#knock
    if (!ticket) this.end('signedOut')
    else if (!(wire >= wireVersion)) this.end('reload')
    else if (wire > wireVersion) this.end('loadFailed')
    else
      this.#joinRoom(ticket).catch((error: unknown) => {
        this.#house.log.error({ err: error, room }, 'could not join')
        this.end('loadFailed')
      })
  }

  async #joinRoom(ticket: Ticket): Promise<void> {
    while (this.#state.kind === 'joining') await this.#tryJoining(ticket)
  }

  async #tryJoining(ticket: Ticket): Promise<void> {
    this.#state = { kind: 'joining', asksAgain: false }
    const admission = await this.#house.letIn(ticket, this.#knock.room)
    if (admission.kind !== 'admitted') return this.end(reasonOf(admission))
    const room = await this.#house.openRoom(this.#knock.room)
    if (!room) return this.end('noAccess')
    // Nothing may be awaited from here on: the room could be put away, or rights change.
    if (this.#state.kind === 'joining' && !this.#state.asksAgain) this.#sit(room, admission, ticket)
  }

  #sit(room: Room, admission: Admitted, ticket: Ticket): void {
    const kind = parseRoomName(this.#knock.room)?.kind
    const reload = !kind || !(this.#knock.content >= contentVersions[kind])
    const mayWrite = admission.access === 'write' && !reload
    const { person } = admission
    const seat = new Seat({ line: this, room, person, sessionId: ticket.sessionId, mayWrite })
    this.#state = { kind: 'seated', seat, admission, asking: 0 }
    this.socket.together(() => {
      seat.enter(reload)
      this.goOn()
    })
    // After the content has left: what to ask for may take a look at all of it.
    if (this.#state.kind === 'seated') seat.askForMissing()
  }

  onMessage(data: Uint8Array | string): void {
    this.#wasHeard = true
    if (this.#state.kind === 'ended' || this.#state.kind === 'leaving') return
    if (typeof data === 'string') this.#endBad(new BadFrame('text'))
    else if (data.length > limits.frameBytes) this.end('tooLarge')
    else this.#take(data)
  }

  #take(data: Uint8Array): void {
    this.#inbox.charge(1, data.length)
    const state = this.#state
    const mayHear = state.kind === 'seated' && state.asking === 0
    if (mayHear && this.#inbox.takesNow()) this.#hear(state.seat, data)
    else if (!this.#inbox.hold(data)) this.end('loadFailed')
    else if (mayHear) this.goOn()
  }

  onPong(): void {
    this.#wasHeard = true
  }

  onDrain(): void {
    if (this.#state.kind === 'seated') this.#state.seat.catchUp()
  }

  onClose(): void {
    const state = this.#state
    if (state.kind === 'ended') return
    this.#state = { kind: 'ended' }
    this.#inbox.clear()
    if ('seat' in state) state.seat.leave()
    this.#house.onEnd(this)
  }

  end(reason: CloseReason): void {
    if (this.#state.kind === 'ended') return
    this.onClose()
    this.socket.close(closeCodes[reason], reason)
  }

  now(): number {
    return this.#house.clock.now()
  }

  charge(bytes: number): void {
    this.#inbox.charge(0, bytes)
  }

  isIn(room: RoomName): boolean {
    return this.#knock.room === room
  }

  isAffectedBy({ personIds, roomIds, sessionIds }: Affected): boolean {
    const { ticket, room } = this.#knock
    const roomId = parseRoomName(room)?.id ?? ''
    return (
      (ticket !== null && personIds?.includes(ticket.personId)) ||
      (ticket !== null && sessionIds?.includes(ticket.sessionId)) ||
      roomIds?.includes(roomId) ||
      false
    )
  }

  /** Rights may have changed: nothing more is let through until they were asked again (S5). */
  recheck(): void {
    const state = this.#state
    if (state.kind === 'joining') state.asksAgain = true
    if (state.kind !== 'seated') return
    state.asking++
    const giveUp = this.#house.clock.after(answerWithinMs, () => this.end('accessChanged'))
    this.#ask(this.#house.admit)
      .then(() => {
        state.asking--
        this.goOn()
      })
      .catch((error: unknown) => {
        this.#house.log.error({ err: error }, 'could not ask about changed rights')
        this.end('accessChanged')
      })
      .finally(giveUp)
  }

  /** A change may have gone unreported. */
  askSoon(): void {
    if (this.#state.kind === 'joining') this.#state.asksAgain = true
    this.#askAt = this.#house.clock.now()
  }

  /** The safety net, should nobody have reported a change. A database that is away changes no rights, but where it is said that nobody stays. */
  askNowAndThen(): void {
    if (this.#state.kind !== 'seated' || this.#house.clock.now() < this.#askAt) return
    this.#askAt = this.#nextAsk()
    this.#ask(this.#house.askAgain).then(
      () => {
        this.#inVain = 0
      },
      (error: unknown) => this.#askedInVain(error),
    )
  }

  #askedInVain(error: unknown): void {
    const { room } = this.#knock
    this.#house.log.warn({ err: error }, 'could not ask about rights, asking later')
    if (++this.#inVain >= asksInVain && this.#house.isConfidential(room)) this.end('loadFailed')
  }

  /** Called at every heartbeat: who has been silent since the last one is gone. */
  beat(): void {
    if (this.#state.kind === 'ended') return
    if (this.#wasHeard || this.#inbox.isPaused) {
      this.#wasHeard = false
      this.socket.ping()
    } else {
      this.onClose()
      this.socket.terminate()
    }
  }

  /** The server goes down: nothing more is taken; what was is still acknowledged. */
  stopListening(): void {
    if (this.#state.kind === 'seated') this.#state = { kind: 'leaving', seat: this.#state.seat }
    else this.end('restarting')
  }

  async #ask(admit: Admit): Promise<void> {
    const { ticket, room } = this.#knock
    if (!ticket) return
    const answer = await admit(ticket, room)
    const state = this.#state
    if (state.kind !== 'seated') return
    if (answer.kind !== 'admitted') return this.end(reasonOf(answer))
    if (answer.access !== state.admission.access) return this.end('accessChanged')
    const before = state.admission.person
    state.admission = answer
    const { name, colour } = answer.person
    if (name !== before.name || colour !== before.colour) state.seat.rename(answer.person)
  }

  #hear(seat: Seat, frame: Uint8Array): void {
    this.hearNow(() => seat.receive(frame))
  }

  hearNow(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#endBad(error)
    }
  }

  #endBad(error: unknown): void {
    const { log } = this.#house
    const knock = this.#knock
    const details = { err: error, room: knock.room, personId: knock.ticket?.personId }
    if (error instanceof BadFrame) log.warn(details, 'a bad frame, connection closed')
    else log.error(details, 'a frame went wrong, connection closed')
    this.end('badFrame')
  }

  /** One of them may end the connection, or raise a question about rights; the rest then waits. */
  goOn(): void {
    while (this.#state.kind === 'seated' && this.#state.asking === 0) {
      const frame = this.#inbox.next()
      if (!frame) return
      this.#hear(this.#state.seat, frame)
    }
  }

  #nextAsk(): number {
    return this.#house.clock.now() + askEveryMs * (0.75 + Math.random() / 2)
  }
}

const reasonOf = (refusal: Exclude<Admission, Admitted>): CloseReason =>
  refusal.kind === 'signed-out' ? 'signedOut' : 'noAccess'
