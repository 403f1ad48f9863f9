/** A WebSocket that tells which frames it sends, so that `stored(n)` can be matched to them. */
import { limits } from '@atelier/shared/sync/limits'
import { isUpdateFrame, syncKinds } from '@atelier/shared/sync/messages'

export type Sending = {
  step2(): void
  update(): void
  /** The frame is larger than the server takes; it is not sent. */
  tooLarge(): void
}

export function countingSocket(Base: typeof WebSocket, sending: Sending): typeof WebSocket {
  return class CountingSocket extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array && isUpdateFrame(data)) {
        if (data.byteLength > limits.frameBytes) {
          sending.tooLarge()
          return
        }
        if (data[1] === syncKinds.step2) sending.step2()
        else sending.update()
      }
      super.send(data)
    }
  }
}
