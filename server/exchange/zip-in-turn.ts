import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { ZipFile } from 'yazl'

/** Resolves once it is written, which is as fast as somebody reads. */
export type Add = (name: string, content: string | Uint8Array | Readable) => Promise<void>

/** One entry of a zip after the other: nothing waits in memory, nor open once nobody reads `out`. */
export function addInTurn(zip: ZipFile, out: Readable): Add {
  return (name, content) => {
    const stream = content instanceof Readable ? content : Readable.from([Buffer.from(content)])
    const letGo = () => stream.destroy()
    if (out.destroyed) {
      letGo()
      return Promise.reject(new Error('Nobody reads the zip any more.'))
    }
    out.once('close', letGo)
    return new Promise<void>((resolve, reject) => {
      finished(stream).then(resolve, reject)
      // Opened no sooner than the zip gets there: before that nobody hears what goes wrong in it.
      zip.addReadStreamLazy(name, { compress: !isPacked(name) }, (done) => done(null, stream))
    }).finally(() => out.off('close', letGo))
  }
}

const isPacked = (name: string) => /\.(png|jpe?g|gif|webp|zip|mp4|pdf|docx|xlsx|pptx)$/i.test(name)
