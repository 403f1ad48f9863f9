/** The key of a workspace: made when something is signed first. Nothing but this file reads the private one, and it gives it to nobody. */
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { must } from '@atelier/shared/basics/must'
import type { KeyCard } from '@atelier/shared/training/record'
import { eq } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { trainingKeys } from '../db/training-tables'
import { fingerprintOf } from './digest'

/** What signs a text: base64 of its Ed25519 signature. */
export type Signer = KeyCard & { sign(text: string): string }

const cardOf = (publicKey: string): KeyCard => ({
  algorithm: 'Ed25519',
  publicKey,
  fingerprint: fingerprintOf(publicKey),
})

export async function loadKeyCard(db: Queryable, workspaceId: string): Promise<KeyCard | null> {
  const [row] = await db
    .select({ publicKey: trainingKeys.publicKey })
    .from(trainingKeys)
    .where(eq(trainingKeys.workspaceId, workspaceId))
  return row ? cardOf(row.publicKey) : null
}

export async function loadSigner(db: Queryable, workspaceId: string): Promise<Signer> {
  const row = (await readKey(db, workspaceId)) ?? (await makeKey(db, workspaceId))
  const key = createPrivateKey(row.privateKey)
  const toBase64 = (text: string) => sign(null, Buffer.from(text), key).toString('base64')
  return { ...cardOf(row.publicKey), sign: toBase64 }
}

async function readKey(db: Queryable, workspaceId: string) {
  const [row] = await db
    .select()
    .from(trainingKeys)
    .where(eq(trainingKeys.workspaceId, workspaceId))
  return row ?? null
}

/** Two may sign first at once: one key is kept. */
async function makeKey(db: Queryable, workspaceId: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  await db
    .insert(trainingKeys)
    .values({
      workspaceId,
      publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
      privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    })
    .onConflictDoNothing()
  return must(await readKey(db, workspaceId), 'key')
}
