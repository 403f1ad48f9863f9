import { createHash } from 'node:crypto'

/** What is kept of a token or a name in its place: hex sha-256. Only for what cannot be guessed, or need not be secret. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
