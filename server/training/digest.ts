/** The hashes and the signature that a record is checked by: the same here and where it is checked without us. */
import { createHash, createPublicKey, verify } from 'node:crypto'
import type { SignedText } from '@atelier/shared/training/proof'

/** In hex, of the text as UTF-8. */
export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What the next statement of the record names as the one before. */
export const hashOfSigned = ({ statement, signature }: SignedText): string =>
  hashOfText(`${statement}\n${signature}`)

/** Of a public key as base64 of its DER (SPKI). */
export const fingerprintOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex')

/** False also for what is no key, or no signature. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const der = Buffer.from(publicKey, 'base64')
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    if (key.asymmetricKeyType !== 'ed25519') return false
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}
