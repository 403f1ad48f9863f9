/** What stands behind the entries of a journal that is taken along: what was agreed, looked back on, and asked by. */
import type { JSONContent } from '@tiptap/core'
import type { AgreementVersion } from '../mentorships/mentorship'
import { dayIn } from '../people/time-zone'
import type { ExportedJournal, ExportedMentorship } from './export-contract'
import { filled, heading, list, paragraph, type Telling, textOf } from './journal-words'

export const annexOfJournal = (journal: ExportedJournal, telling: Telling): JSONContent[] => [
  ...under(telling.words.agreements, agreementsIn(journal, telling)),
  ...under(telling.words.lookBacks, lookBacksIn(journal, telling)),
  ...under(telling.words.prompts, promptsIn(journal, telling)),
]

const under = (title: string, blocks: JSONContent[]) =>
  blocks.length === 0 ? [] : [heading(1, title), ...blocks]

const withWhom = (
  { people }: ExportedMentorship,
  { author }: ExportedJournal,
  { words, nameOf }: Telling,
): JSONContent => {
  const others = people.filter((id) => id !== author.id).map(nameOf)
  return heading(2, filled(words.with, { names: others.join(', ') }))
}

const agreementsIn = (journal: ExportedJournal, telling: Telling): JSONContent[] =>
  journal.mentorships.flatMap((mentorship) =>
    mentorship.agreements.length === 0
      ? []
      : [
          withWhom(mentorship, journal, telling),
          ...mentorship.agreements.flatMap((one) => blocksOfAgreement(one, telling)),
        ],
  )

function blocksOfAgreement(
  { version, goals, rhythm, confidentiality, endsOn, ...one }: AgreementVersion,
  { words, timeZone, nameOf }: Telling,
): JSONContent[] {
  const day = dayIn(timeZone ?? 'UTC', new Date(one.writtenAt))
  const written = filled(words.written, { version, day, name: nameOf(one.writtenBy) })
  const agreedBy = filled(words.agreedBy, { names: one.agreedBy.map(nameOf).join(', ') })
  const line = (label: string, said: string | null) =>
    said ? [paragraph(...textOf(`${label}:`, 'bold'), ...textOf(` ${said}`))] : []
  return [
    heading(3, written),
    paragraph(...textOf(agreedBy)),
    ...(goals.length === 0
      ? []
      : [
          paragraph(...textOf(`${words.agreement.goals}:`, 'bold')),
          list(goals.map((goal) => [paragraph(...textOf(goal))])),
        ]),
    ...line(words.agreement.rhythm, rhythm),
    ...line(words.agreement.confidentiality, confidentiality),
    ...line(words.agreement.endsOn, endsOn),
  ]
}

const lookBacksIn = (journal: ExportedJournal, telling: Telling): JSONContent[] =>
  journal.lookBacks.flatMap(({ mentorshipId, words, at }) => {
    const mentorship = journal.mentorships.find(({ id }) => id === mentorshipId)
    return [
      ...(mentorship ? [withWhom(mentorship, journal, telling)] : []),
      paragraph(...textOf(dayIn(telling.timeZone ?? 'UTC', new Date(at)))),
      paragraph(...textOf(words)),
    ]
  })

/** Each set as it is now; when one is asked by whose set, where it can be named. */
function promptsIn(journal: ExportedJournal, telling: Telling): JSONContent[] {
  const own = journal.promptSets.flatMap(({ id, versions }) => {
    const now = versions.at(-1)
    return now ? [{ id, title: now.title, prompts: now.prompts }] : []
  })
  const shipped = [...new Set(journal.promptSchedules.map(({ set }) => set))].flatMap((id) => {
    const title = telling.shippedTitle(id)
    return title === null ? [] : [{ id, title, prompts: [] }]
  })
  return [...own, ...shipped].flatMap(({ id, title, prompts }) => [
    heading(2, title),
    ...(prompts.length === 0 ? [] : [list(prompts.map((one) => [paragraph(...textOf(one))]))]),
    ...schedulesOf(id, journal, telling),
  ])
}

const schedulesOf = (set: string, { promptSchedules }: ExportedJournal, { words }: Telling) =>
  promptSchedules
    .filter((one) => one.set === set)
    .map(({ rhythm, nextOn }) =>
      paragraph(...textOf(filled(words.asked, { rhythm: words.rhythms[rhythm], day: nextOn }))),
    )
