/**
 * The seal of a PDF: behind its end a comment, which readers pass over, with the signature of all that stands before
 * it. So no letter on its pages can be another unnoticed either.
 */
import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'

const mark = '%AtelierSeal 1 '
const bytesOf = (text: string) => Buffer.from(text, 'latin1')

/** What the seal signs, said as a text. */
const sealedText = (pdf: Uint8Array): string =>
  `atelier-training-pdf 1 ${createHash('sha256').update(pdf).digest('hex')}`

export const sealPdf = (pdf: Uint8Array, sign: (text: string) => string): Uint8Array =>
  new Uint8Array(Buffer.concat([pdf, bytesOf(`\n${mark}${sign(sealedText(pdf))}\n`)]))

/** The signature, and the text it must be of; null where there is no seal at the end. */
export function readSeal(file: Uint8Array): { signature: string; text: string } | null {
  const bytes = Buffer.from(file)
  const at = bytes.lastIndexOf(bytesOf(`\n${mark}`))
  if (at < 0) return null
  const found = /^\n%AtelierSeal 1 ([A-Za-z0-9+/]+={0,2})\n$/.exec(
    bytes.subarray(at).toString('latin1'),
  )
  const signature = found?.[1]
  return signature ? { signature, text: sealedText(bytes.subarray(0, at)) } : null
}

const longestInside = 64 * 1024 * 1024

/** The files in a PDF that pdfmake has written: each an object of its own, packed or not. */
export function filesInPdf(file: Uint8Array): Buffer[] {
  const bytes = Buffer.from(file)
  const found: Buffer[] = []
  let at = bytes.indexOf('/Type /EmbeddedFile')
  for (; at >= 0; at = bytes.indexOf('/Type /EmbeddedFile', at + 1)) {
    const begin = bytes.indexOf('stream\n', at)
    if (begin < 0) break
    const head = bytes.subarray(at, begin).toString('latin1')
    const length = Number(/\/Length (\d+)/.exec(head)?.[1])
    if (!Number.isSafeInteger(length)) continue
    const content = bytes.subarray(begin + 7, begin + 7 + length)
    const unpacked = head.includes('/FlateDecode') ? inflate(content) : content
    if (unpacked) found.push(unpacked)
  }
  return found
}

function inflate(content: Buffer): Buffer | null {
  try {
    return inflateSync(content, { maxOutputLength: longestInside })
  } catch {
    return null
  }
}
