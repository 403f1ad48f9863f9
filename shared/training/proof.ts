/**
 * What is signed, and what is taken along so that anybody can check it without us. All of it is canonical JSON
 * (canonical.ts). A week's content is hashed with SHA-256; a statement names that hash, who signs it, and the statement
 * before it in the same record; statements, and the seal of a file, are signed with the workspace's Ed25519 key. Files
 * outlive the forms: how much may be written today is no part of what holds.
 */
import * as z from 'zod'
import { trainingRoles } from '../access/roles'
import { isIsoWeek } from './iso-week'

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/)
const isoWeek = z.string().refine(isIsoWeek)
const absence = z.enum(['none', 'holiday', 'sick', 'school-block', 'other'])
const who = z.strictObject({ id: z.uuid(), name: z.string() })

/** `part` is 0 for the week itself, then 1, 2 … for what was added; an addendum holds the hash of the week. */
export const weekContent = z.strictObject({
  format: z.literal('atelier-training-week'),
  version: z.literal(1),
  record: z.uuid(),
  week: isoWeek,
  part: z.int().min(0),
  addsTo: hex.nullable(),
  apprentice: who,
  plan: z.strictObject({ id: z.uuid(), version: z.int() }),
  absence,
  text: z.string(),
  activities: z.array(
    z.strictObject({
      words: z.string(),
      minutes: z.int(),
      items: z.array(z.strictObject({ code: z.string(), title: z.string() })),
    }),
  ),
  submittedAt: z.iso.datetime(),
})
export type WeekContent = z.infer<typeof weekContent>

/** `nth` counts the statements of a record from 1; `previous` is the hash of the one before, null for the first. */
export const statement = z.strictObject({
  format: z.literal('atelier-training-signature'),
  version: z.literal(1),
  record: z.uuid(),
  week: isoWeek,
  part: z.int().min(0),
  hash: hex,
  nth: z.int().min(1),
  previous: hex.nullable(),
  role: z.enum(trainingRoles),
  person: who,
  organisation: z.string(),
  at: z.iso.datetime(),
})
export type Statement = z.infer<typeof statement>

/** Of a file: how many statements there were when it was written, which was the last, and what the file says. */
export const seal = z.strictObject({
  format: z.literal('atelier-training-seal'),
  version: z.literal(1),
  record: z.uuid(),
  statements: z.int().min(0),
  last: hex.nullable(),
  content: hex,
  at: z.iso.datetime(),
})
export type Seal = z.infer<typeof seal>

/** A canonical text, and what the key made of it. */
const signedText = z.strictObject({ statement: z.string(), signature: base64 })
export type SignedText = z.infer<typeof signedText>

const signedPart = z.strictObject({
  part: z.int().min(0),
  /** A `WeekContent`, as it was hashed. */
  canonical: z.string(),
  hash: hex,
  submittedAt: z.iso.datetime(),
  signatures: z.array(signedText),
})
export type SignedPart = z.infer<typeof signedPart>

const planItem = z.strictObject({
  ...{ code: z.string(), title: z.string(), guide: z.int().nullable() },
  ...{ unit: z.enum(['hours', 'weeks']), year: z.int().nullable() },
})

const recordContent = z.strictObject({
  format: z.literal('atelier-training-record'),
  version: z.literal(1),
  record: z.strictObject({ id: z.uuid(), startsOn: z.iso.date(), endsOn: z.iso.date() }),
  workspace: z.string(),
  plan: z.strictObject({
    ...{ id: z.uuid(), version: z.int(), title: z.string(), occupation: z.string() },
    items: z.array(planItem),
  }),
  people: z.array(
    z.strictObject({
      ...who.shape,
      organisation: z.string(),
      role: z.enum(trainingRoles),
      from: z.iso.datetime(),
      until: z.iso.datetime().nullable(),
    }),
  ),
  weeks: z.array(
    z.strictObject({
      week: isoWeek,
      /** Why nothing was submitted of it; `none` where something was, or where no reason is given. */
      absence,
      parts: z.array(signedPart),
    }),
  ),
})
export type RecordContent = z.infer<typeof recordContent>

export const exportedRecord = z.strictObject({
  content: recordContent,
  seal: signedText,
  key: z.strictObject({ algorithm: z.literal('Ed25519'), publicKey: base64, fingerprint: hex }),
})
export type ExportedRecord = z.infer<typeof exportedRecord>

/** By this name a PDF carries it. */
export const recordFileName = 'training-record.json'

/** How many letters stand together where people read it. */
export const readableFingerprint = (fingerprint: string): string =>
  (fingerprint.match(/.{1,4}/g) ?? []).join(' ')
