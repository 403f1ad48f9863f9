/** A training record as printed pages, which carry all of it as data too. */
import type { Language } from '@atelier/shared/people/choices'
import { canonicalJson } from '@atelier/shared/training/canonical'
import { firstDayOf, lastDayOf } from '@atelier/shared/training/iso-week'
import {
  type ExportedRecord,
  type RecordContent,
  readableFingerprint,
  recordFileName,
  type SignedPart,
  type Statement,
  type WeekContent,
} from '@atelier/shared/training/proof'
import type { Content, ContentTable, TDocumentDefinitions } from 'pdfmake/interfaces'
import { pageWords } from '../page-words'
import { fonts, printPdf } from './pdf-file'
import { plainLine } from './pdf-lines'
import { colours } from './pdf-look'
import { breakable } from './pdf-runs'
import { type TrainingWords, trainingWords } from './training-words'

export type WriteTrainingJob = {
  kind: 'write-training'
  record: ExportedRecord
  language: Language
  /** Of whoever takes it along; where it is not known, UTC. */
  timeZone: string | null
}

type Files = { files: Record<string, { src: string; name: string; description: string }> }

export async function writeTrainingPdf({ record, language, timeZone }: WriteTrainingJob) {
  const { content, key, seal } = record
  const words = trainingWords(language)
  const print = printer(words, language, timeZone ?? 'UTC')
  const data = Buffer.from(canonicalJson(record)).toString('base64')
  const apprentice = content.people.find(({ role }) => role === 'apprentice')?.name ?? ''
  const title = `${words.title}: ${apprentice}`
  const sealed = JSON.parse(seal.statement) as { at: string; statements: number }
  const carried: Files = {
    files: {
      record: {
        src: `data:application/json;base64,${data}`,
        name: recordFileName,
        description: words.title,
      },
    },
  }
  const definition: Pick<TDocumentDefinitions, 'content'> & Files = {
    ...carried,
    content: [
      { ...line(words.title), style: 'title', margin: [0, 0, 0, 2] },
      { ...line(apprentice), fontSize: 16, margin: [0, 0, 0, 14] },
      ...print.head(content),
      ...print.coverage(content),
      ...content.weeks.flatMap(print.week),
      heading(words.fingerprint),
      { ...line(readableFingerprint(key.fingerprint)), fontSize: 9, margin: [0, 0, 0, 8] },
      small(words.check),
      small(
        `${words.sealed.replace('{at}', print.when(sealed.at))} ${counted(words.signatures, sealed.statements)}`,
      ),
    ],
  }
  return printPdf({ title, language, page: pageWords(language).page, definition })
}

const line = (text: string) => plainLine(breakable(text), fonts)
const small = (text: string): Content => ({
  ...line(text),
  fontSize: 8.5,
  color: colours.soft,
  margin: [0, 0, 0, 4],
})
const heading = (text: string): Content => ({
  ...line(text),
  ...{ fontSize: 13, bold: true, margin: [0, 16, 0, 6] as [number, number, number, number] },
})

const table = (widths: ContentTable['table']['widths'], head: string[], rows: string[][]) => ({
  table: {
    ...{ widths, headerRows: 1, dontBreakRows: true },
    body: [
      head.map((cell) => ({ ...line(cell), fontSize: 8.5, color: colours.soft })),
      ...rows.map((row) => row.map((cell) => ({ ...line(cell), fontSize: 9.5 }))),
    ],
  },
  layout: {
    hLineWidth: (nth: number) => (nth === 0 ? 0 : 0.5),
    vLineWidth: () => 0,
    hLineColor: () => colours.line,
    paddingLeft: () => 0,
  },
  margin: [0, 2, 0, 8] as [number, number, number, number],
})

const counted = ({ one, other }: { one: string; other: string }, count: number) =>
  (count === 1 ? one : other).replace('{count}', String(count))

function printer(words: TrainingWords, language: Language, timeZone: string) {
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const times = new Intl.DateTimeFormat(language, {
    ...{ year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ timeZone, timeZoneName: 'short' },
  })
  const hours = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const day = (iso: string) => days.format(new Date(iso))
  const when = (iso: string) => times.format(new Date(iso))
  const length = (minutes: number) =>
    words.units.hours.replace('{count}', hours.format(minutes / 60))

  function head({ plan, record, people }: RecordContent): Content[] {
    const version = words.version.replace('{version}', String(plan.version))
    const said = [
      `${words.occupation}: ${plan.occupation}`,
      `${words.plan}: ${plan.title}, ${version}`,
      words.time.replace('{from}', day(record.startsOn)).replace('{to}', day(record.endsOn)),
      ...people.map(({ role, name, organisation, until }) => {
        const end = until ? `, ${words.until.replace('{day}', day(until))}` : ''
        return `${words.roles[role]}: ${name}, ${organisation}${end}`
      }),
    ]
    return said.map((text) => ({ ...line(text), margin: [0, 0, 0, 3] }))
  }

  function coverage({ plan, weeks }: RecordContent): Content[] {
    const minutesOf = new Map<string, number>()
    for (const { parts } of weeks)
      for (const part of parts)
        for (const { minutes, items } of weekIn(part).activities)
          for (const { code } of items)
            minutesOf.set(code, (minutesOf.get(code) ?? 0) + Math.round(minutes / items.length))
    const rows = plan.items.map(({ code, title, guide, unit }) => [
      `${code}  ${title}`,
      guide === null
        ? '–'
        : unit === 'hours'
          ? length(guide * 60)
          : counted(words.units.weeks, guide),
      minutesOf.has(code) ? length(minutesOf.get(code) ?? 0) : '–',
    ])
    const columns = [words.item, words.guide, words.written]
    return [heading(words.covered), table(['*', 70, 80], columns, rows)]
  }

  function week({ week: name, absence, parts }: RecordContent['weeks'][number]): Content[] {
    const time = `${day(firstDayOf(name))} – ${day(lastDayOf(name))}`
    const title = heading(`${words.week.replace('{week}', name)}  ·  ${time}`)
    if (parts.length === 0) return [title, small(notSubmitted(absence))]
    return [title, ...parts.flatMap(part)]
  }

  const absenceIn = (absence: string) =>
    words.absences[absence as keyof TrainingWords['absences']] ?? absence

  /** Its reason is what its apprentice alone says: nobody has seen or signed it. */
  const notSubmitted = (absence: string) =>
    [words.notSubmitted, ...(absence === 'none' ? [] : [absenceIn(absence)])].join(' · ')

  function part(one: SignedPart): Content[] {
    const said = weekIn(one)
    const rows = said.activities.map(({ words: text, minutes, items }) => [
      text,
      items.map(({ code }) => code).join(', '),
      length(minutes),
    ])
    const statements = one.signatures.map(({ statement }) => JSON.parse(statement) as Statement)
    const name = words.addendum.replace('{nth}', String(said.part))
    return [
      ...(said.part > 0 ? [{ ...line(name), bold: true, margin: [0, 6, 0, 3] } as Content] : []),
      ...(said.absence === 'none' ? [] : [small(absenceIn(said.absence))]),
      ...(said.text.trim() === '' ? [] : [{ ...line(said.text), margin: [0, 0, 0, 6] } as Content]),
      ...(rows.length === 0
        ? []
        : [table(['*', 80, 60], [words.activity, words.item, words.hours], rows)]),
      small(words.submitted.replace('{at}', when(one.submittedAt))),
      ...(statements.length === 0 ? [small(words.notSigned)] : []),
      ...statements.map(({ person, organisation, role, at }) =>
        small(
          words.signed
            .replace('{name}', () => person.name)
            .replace('{organisation}', () => organisation)
            .replace('{role}', words.roles[role])
            .replace('{at}', when(at)),
        ),
      ),
      small(`SHA-256 ${one.hash}`),
    ]
  }

  return { head, coverage, week, when }
}

const weekIn = ({ canonical }: SignedPart): WeekContent => JSON.parse(canonical)
