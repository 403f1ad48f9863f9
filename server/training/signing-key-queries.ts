/** The key of a workspace: made when something is signed first. Nothing but this file reads the private one, and it gives it to nobody. */
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { must } from '@atelier/shared/basics/must'
import { refuse } from '@atelier/shared/refusals'
import type { KeyCard } from '@atelier/shared/training/record'
import { eq, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { workspaces } from '../db/tables'
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

/** Its name, by the fingerprint of its key: not-found where it is that of no workspace here. */
export async function workspaceOfKey(db: Queryable, fingerprint: string): Promise<string> {
  const [row] = await db
    .select({ name: workspaces.name })
    .from(trainingKeys)
    .innerJoin(workspaces, eq(workspaces.id, trainingKeys.workspaceId))
    .where(sql`encode(sha256(decode(${trainingKeys.publicKey}, 'base64')), 'hex') = ${fingerprint}`)
  return row?.name ?? refuse('not-found')
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
