import type { Parcel } from './parcel'

/** All a room knows of a websocket. Nothing here throws, whatever state the socket is in. */
export interface Socket {
  /** Bytes handed over and not yet given to the network. */
  readonly unsentBytes: number
  send(frame: Uint8Array): void
  /** Frame by frame, in one go. */
  sendAll(parcel: Parcel): void
  /** What `work` sends leaves in one go. */
  together(work: () => void): void
  close(code: number, reason: string): void
  /** Drops the connection without a word, for a peer that no longer answers. */
  terminate(): void
  ping(): void
  /** Stops and restarts reading; what is read already may still be delivered. */
  pause(): void
  resume(): void
}

/** What whoever owns the websocket tells the room. */
export interface SocketEvents {
  /** A whole message; text is never part of the protocol. */
  onMessage(data: Uint8Array | string): void
  onPong(): void
  /** Everything handed over is given to the network, after it was not for a while. */
  onDrain(): void
  /** The socket is gone, for whatever reason. May be called more than once. */
  onClose(): void
}
