/** A WebSocket that numbers the update frames it sends, so that `stored(n)` can be matched to them. */
import { limits } from '@atelier/shared/sync/limits'
import { isUpdateFrame, numbered, syncKinds } from '@atelier/shared/sync/messages'

export type Sending = {
  /** Each answers the frame's number on this connection, from 1. */
  step2(): number
  update(): number
  /** The frame is larger than the server takes; it is not sent. */
  tooLarge(): void
}

/** Bytes, with room for a number of any size behind it. */
const largest = limits.frameBytes - 8

export function countingSocket(Base: typeof WebSocket, sending: Sending): typeof WebSocket {
  return class CountingSocket extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array && isUpdateFrame(data)) this.#sendUpdate(data)
      else super.send(data)
    }

    #sendUpdate(frame: Uint8Array): void {
      if (frame.byteLength > largest) {
        sending.tooLarge()
        return
      }
      const nth = frame[1] === syncKinds.step2 ? sending.step2() : sending.update()
      super.send(numbered(frame, nth))
    }
  }
}
