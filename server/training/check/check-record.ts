/**
 * Checks a record that was taken along, as PDF or as JSON, without a server, a database or a network: whether each week
 * is as it was signed, whether a signature was taken out, added or put elsewhere, and whether the file is as it was
 * written. Whose key it is only its fingerprint can say, compared with one that came another way.
 */
import { canonicalJson } from '@atelier/shared/training/canonical'
import {
  type ExportedRecord,
  exportedRecord,
  type SignedPart,
  type SignedText,
  type Statement,
  seal,
  statement,
  weekContent,
} from '@atelier/shared/training/proof'
import type * as z from 'zod'
import { fingerprintOf, hashOfSigned, hashOfText, isSignedBy } from '../digest'
import { filesInPdf, readSeal } from '../sealed-pdf'

export type CheckedSignature = Pick<Statement, 'role' | 'organisation' | 'at'> & { name: string }
export type CheckedPart = { part: number; signatures: CheckedSignature[]; faults: string[] }
/** Without parts nothing was submitted of it; `isAway` where the apprentice says why. */
export type CheckedWeek = { week: string; isAway: boolean; parts: CheckedPart[] }

export type Checked = {
  apprentice: string
  plan: string
  fingerprint: string
  weeks: CheckedWeek[]
  signatures: number
  writtenAt: string | null
  /** Of the file as a whole. */
  faults: string[]
}

/** So far into a file readers look for the beginning of a PDF. */
const pdfHead = 1024

/** Null where there is no record in it at all. */
export function checkRecord(file: Uint8Array, wishedKey: string | null = null): Checked | null {
  const head = Buffer.from(file.subarray(0, pdfHead)).toString('latin1')
  const isPdf = head.startsWith('%PDF-')
  const isSealed = ({ key }: ExportedRecord) => pdfFaults(file, key.publicKey).length === 0
  const found = isPdf
    ? filesInPdf(file).map((inside) => readJson(inside, isSealed))
    : [readJson(Buffer.from(file))]
  const records = found.filter((one) => one !== null)
  const [record] = records
  if (!record) return null
  const faults = [
    ...(records.length > 1 ? ['The file holds more than one record.'] : []),
    ...keyFaults(record, wishedKey),
    ...(isPdf ? pdfFaults(file, record.key.publicKey) : []),
    ...(!isPdf && head.includes('%PDF-') ? ['Other programs take the file for a PDF.'] : []),
  ]
  return checked(record, faults)
}

/**
 * In no other way than it was written: nothing stands in it twice, or is passed over by one reader and not by another.
 * The first PDFs carry it as `JSON.stringify` writes it: that is taken only where the key in it has sealed every byte of
 * the file, for then nobody but the house has put them there.
 */
function readJson(
  bytes: Buffer,
  isSealed: (record: ExportedRecord) => boolean = () => false,
): ExportedRecord | null {
  try {
    const json = JSON.parse(bytes.toString('utf8'))
    const isWritten = (text: string) => bytes.equals(Buffer.from(text))
    const isCanonical = isWritten(canonicalJson(json))
    if (!isCanonical && !isWritten(JSON.stringify(json))) return null
    const read = exportedRecord.safeParse(json)
    return read.success && (isCanonical || isSealed(read.data)) ? read.data : null
  } catch {
    return null
  }
}

function keyFaults({ key }: ExportedRecord, wished: string | null): string[] {
  const real = fingerprintOf(key.publicKey)
  const faults = real === key.fingerprint ? [] : ['The fingerprint is not that of the key.']
  const plain = wished?.toLowerCase().replace(/[^0-9a-f]/g, '') ?? real
  return plain === real ? faults : [...faults, 'The file was signed with another key than yours.']
}

function pdfFaults(file: Uint8Array, publicKey: string): string[] {
  const found = readSeal(file)
  if (!found) return ['The PDF has no seal, or something stands behind it.']
  return isSignedBy(publicKey, found.text, found.signature)
    ? []
    : ['The PDF is not as it was written: its pages may say something else than what was signed.']
}

type Signed = { said: Statement; text: SignedText }

function checked(record: ExportedRecord, fileFaults: string[]): Checked {
  const { content, key } = record
  const all: Signed[] = []
  const apprentice = content.people.find(({ role }) => role === 'apprentice')
  const weeks = content.weeks.map(({ week, absence, parts }) => ({
    ...{ week, isAway: absence !== 'none' },
    parts: parts.map((part, nth) => {
      const faults = contentFaults(record, { week, part, nth, first: parts[0] })
      const signed = part.signatures.map((text) => readSigned(text, key.publicKey))
      const read = signed.filter((one) => one !== null)
      all.push(...read)
      if (read.length < signed.length) faults.push('A signature does not hold.')
      const isOurs = ({ said }: Signed) =>
        said.record === content.record.id &&
        said.week === week &&
        said.part === part.part &&
        said.hash === part.hash
      if (!read.every(isOurs)) faults.push('A signature is not of this week.')
      if (new Set(read.map(({ said }) => said.role)).size < read.length)
        faults.push('Somebody has signed it twice.')
      faults.push(...signerFaults(read, apprentice?.id))
      const signatures = read.map(({ said }) => ({
        ...{ role: said.role, organisation: said.organisation, at: said.at },
        name: said.person.name,
      }))
      return { part: part.part, signatures, faults }
    }),
  }))
  const names = new Set(content.weeks.map(({ week }) => week))
  const twice = names.size < content.weeks.length ? ['A week is there twice.'] : []
  const sealed = readSealed(record)
  return {
    apprentice: apprentice?.name ?? '',
    plan: content.plan.title,
    fingerprint: fingerprintOf(key.publicKey),
    weeks,
    signatures: all.length,
    writtenAt: sealed?.at ?? null,
    faults: [...fileFaults, ...twice, ...chainFaults(all), ...sealFaults(record, sealed, all)],
  }
}

/** A trainer and somebody of the school sign, of two organisations, and neither is whose record it is. */
function signerFaults(read: readonly Signed[], apprentice: string | undefined): string[] {
  const faults: string[] = []
  const isOwn = ({ said }: Signed) => said.role === 'apprentice' || said.person.id === apprentice
  const people = new Set(read.map(({ said }) => said.person.id))
  const houses = new Set(read.map(({ said }) => said.organisation))
  if (read.some(isOwn)) faults.push('Its own apprentice has signed it.')
  if (people.size < read.length) faults.push('One person has signed it as both.')
  else if (houses.size < read.length) faults.push('Both who signed it are of one organisation.')
  return faults
}

type Place = { week: string; part: SignedPart; nth: number; first: SignedPart | undefined }

function contentFaults({ content }: ExportedRecord, { week, part, nth, first }: Place): string[] {
  const faults: string[] = []
  if (hashOfText(part.canonical) !== part.hash) faults.push('Its words are not those of its hash.')
  const said = readCanonical(part.canonical, weekContent)
  if (!said) return [...faults, 'Its words are not written as they must be.']
  const isHere =
    said.record === content.record.id &&
    said.week === week &&
    said.part === part.part &&
    part.part === nth
  if (!isHere) faults.push('Its words are those of another week.')
  if (said.submittedAt !== part.submittedAt) faults.push('It was submitted at another time.')
  const addsTo = nth === 0 ? null : first?.hash
  if (said.addsTo !== addsTo) faults.push('It adds to another week than this one.')
  return faults
}

function readCanonical<S extends z.ZodType>(text: string, shape: S): z.output<S> | null {
  try {
    const json = JSON.parse(text)
    if (canonicalJson(json) !== text) return null
    const read = shape.safeParse(json)
    return read.success ? read.data : null
  } catch {
    return null
  }
}

function readSigned(text: SignedText, publicKey: string): Signed | null {
  if (!isSignedBy(publicKey, text.statement, text.signature)) return null
  const said = readCanonical(text.statement, statement)
  return said && { said, text }
}

/** Each names the one before, from the first on. */
function chainFaults(all: readonly Signed[]): string[] {
  const inOrder = [...all].sort((one, other) => one.said.nth - other.said.nth)
  const isNext = ({ said }: Signed, at: number) => {
    const before = inOrder[at - 1]
    return said.nth === at + 1 && said.previous === (before ? hashOfSigned(before.text) : null)
  }
  return inOrder.every(isNext) ? [] : ['A signature was taken out, or put in.']
}

function readSealed({ seal: text, key }: ExportedRecord) {
  if (!isSignedBy(key.publicKey, text.statement, text.signature)) return null
  return readCanonical(text.statement, seal)
}

function sealFaults(
  { content }: ExportedRecord,
  sealed: ReturnType<typeof readSealed>,
  all: readonly Signed[],
): string[] {
  if (!sealed) return ['The seal does not hold.']
  const faults: string[] = []
  const last = [...all].sort((one, other) => one.said.nth - other.said.nth).at(-1)
  if (sealed.record !== content.record.id) faults.push('The seal is of another record.')
  if (sealed.statements !== all.length || sealed.last !== (last ? hashOfSigned(last.text) : null))
    faults.push('There are not the signatures in it that it was sealed with.')
  if (sealed.content !== hashOfText(canonicalJson(content)))
    faults.push('The record is not as it was sealed.')
  return faults
}
