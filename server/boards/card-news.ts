/** What is new on a card, and who did it, from what the lists knew of it and what its room holds now. */
import { type Entry, entryOf } from '@atelier/shared/boards/board-shape'
import { readMentions } from '@atelier/shared/docs/read-mentions'
import type { CardChange, InboxKind } from '@atelier/shared/inbox/inbox'
import * as Y from 'yjs'
import type { RoomRights } from '../access/project-access-queries'
import type { Authors } from '../inbox/edit-authors'
import type { RowChange } from './card-row-queries'
import type { CardPerson, CardRow } from './card-rows'

/** Something done: `by` whom, null where that is not known. `act` never comes again. */
type Act = { by: string | null; act: string }

export type CardNews = {
  card: string
  /** To whom it happened. */
  personal: (Act & { kind: InboxKind; personId: string })[]
  changes: { change: CardChange; by: string | null }[]
}

/** `readers` of the board: nobody else is looked for. Only `editors` can say what they learned, so nobody else is asked. */
export function cardNews(
  doc: Y.Doc,
  { authors, readers, editors }: RoomRights & { authors: Authors },
  { before, after }: RowChange,
): CardNews {
  const entry = entryOf(doc, 'cards', after.id)
  // It went to another board, where what is new is told.
  if (!entry || entry.has('movedTo')) return { card: after.id, personal: [], changes: [] }
  const acts = actsOn(entry, authors)
  const personal = personalKinds.flatMap(({ is, kind, where, always }) => {
    if (before && !before.peopleKnown && !always) return []
    return newIn(before, after, is)
      .filter((personId) => (kind === 'asked-learned' ? editors : readers).has(personId))
      .map((personId) => ({ kind, personId, ...where(acts, personId) }))
  })
  return { card: after.id, personal, changes: before ? changesOf(before, after, acts) : [] }
}

type Acts = ReturnType<typeof actsOn>
type Flag = Exclude<keyof CardPerson, 'personId'>
type Personal = {
  is: Flag
  kind: InboxKind
  where(acts: Acts, person: string): Act
  /** Kept by older versions, too. */
  always: boolean
}

const personalKinds: Personal[] = [
  {
    is: 'assigned',
    kind: 'assigned',
    where: (acts, person) => acts.under(`assignee:${person}`, 'assignee'),
    always: true,
  },
  {
    is: 'asked',
    kind: 'asked-learned',
    where: (acts, person) => acts.under(`asked:${person}`),
    always: true,
  },
  {
    is: 'helps',
    kind: 'named-helper',
    where: (acts, person) => acts.ofHelper(person),
    always: false,
  },
  {
    is: 'mentioned',
    kind: 'mentioned',
    where: (acts, person) => acts.ofMention(person),
    always: false,
  },
]

const having = (row: CardRow | undefined, is: Flag): string[] =>
  (row?.people ?? []).flatMap((one) => (one[is] ? one.personId : []))

function newIn(before: CardRow | undefined, after: CardRow, is: Flag): string[] {
  const known = new Set(having(before, is))
  return having(after, is).filter((person) => !known.has(person))
}

function changesOf(before: CardRow, after: CardRow, acts: Acts): CardNews['changes'] {
  const changes: CardNews['changes'] = []
  if (!before.archived && after.archived)
    changes.push({ change: 'archived', by: acts.by('archived') })
  else if (before.archived && !after.archived)
    changes.push({ change: 'restored', by: acts.by('archived') ?? acts.by('place') })
  else if (before.columnId !== after.columnId && before.columnId !== '')
    changes.push({ change: 'moved', by: acts.by('place') })
  if (before.dueOn !== after.dueOn) changes.push({ change: 'due', by: acts.by('due') })
  const writers = before.peopleKnown ? newIn(before, after, 'learned') : []
  for (const person of writers) changes.push({ change: 'learned', by: acts.ofNote(person) })
  return changes
}

/** Who did what lies in a card. Of what was taken away, who took it. */
function actsOn(entry: Entry, authors: Authors) {
  const doneBy = (item: Y.Item | undefined): string | null =>
    item ? (item.deleted ? authors.deleterOf(item.id) : authors.writerOf(item.id)) : null
  const actOf = (id: Y.ID | undefined): Act => ({
    by: id ? authors.writerOf(id) : null,
    // Without a place there is nothing by which it could be told twice.
    act: id ? `${id.client}.${id.clock}` : crypto.randomUUID(),
  })
  const live = (key: string) => {
    const item = entry._map.get(key)
    return item && !item.deleted ? item : undefined
  }
  const keys = once(() => keysByPerson(entry))
  const mentions = once(() => readMentions(entry.get('description')))
  return {
    by: (key: string) => doneBy(entry._map.get(key)),
    under: (key: string, or = key) => actOf((live(key) ?? live(or))?.id),
    ofHelper: (person: string) => actOf(live(keys().helper.get(person) ?? '')?.id),
    ofMention: (person: string) => actOf(mentions().get(person)),
    ofNote(person: string) {
      const text = entry.get(keys().learned.get(person) ?? '')
      let first = text instanceof Y.Text ? text._start : null
      while (first?.deleted) first = first.right
      return doneBy(first ?? undefined)
    },
  }
}

function once<T>(find: () => T): () => T {
  let found: { it: T } | undefined
  return () => {
    found ??= { it: find() }
    return found.it
  }
}

/** Each person's first key of those that name somebody and something else, in one pass: of hostile cards there are very many. */
function keysByPerson(entry: Entry) {
  const found = { helper: new Map<string, string>(), learned: new Map<string, string>() }
  for (const key of entry.keys()) {
    const [kind, first = '', second = ''] = key.split(':', 3)
    if (kind === 'helper' && !found.helper.has(second)) found.helper.set(second, key)
    if (kind === 'learned' && !found.learned.has(first)) found.learned.set(first, key)
  }
  return found
}
