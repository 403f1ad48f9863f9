/**
 * Who may found the workspace while nobody has moved in. Whoever sits at the machine itself;
 * everybody else needs the code that the server prints when it starts, or the first stranger to
 * find a new server would own it.
 */
import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { hashOf } from '../access/hash-of'
import { peerAddress } from './client-address'
import { isLocalOrigin } from './same-origin'

export type SetUpDoor = {
  code: string
  needsCode(c: Context): boolean
  opensTo(code: string | undefined): boolean
}

type Settings = { publicOrigin: string | null; trustProxy: boolean }

export function setUpDoor({ publicOrigin, trustProxy }: Settings): SetUpDoor {
  const code = newCode()
  // A proxy on this machine looks like somebody sitting at it.
  const isBehindProxy = trustProxy || (publicOrigin !== null && !isLocalOrigin(publicOrigin))
  return {
    code,
    needsCode: (c) => isBehindProxy || isPassedOn(c) || !isLoopback(peerAddress(c)),
    // Compared by their hashes: how long it takes tells nothing about the code.
    opensTo: (said) => said !== undefined && hashOf(bare(said)) === hashOf(bare(code)),
  }
}

/** Without 0, 1, I and O, which are mistaken for each other. 60 bits. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

function newCode(): string {
  const drawn = [...randomBytes(12)].map((byte) => letters[byte % letters.length]).join('')
  return drawn.replace(/(.{4})(?=.)/g, '$1-')
}

const bare = (code: string) => code.toUpperCase().replace(/[\s-]/g, '')

const passedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']
const isPassedOn = (c: Context) => passedOn.some((name) => c.req.header(name) !== undefined)

const isLoopback = (address: string) =>
  address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address)
