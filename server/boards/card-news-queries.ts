/** Tells those whom it concerns what is new on the cards of a board, in the transaction that writes its rows. */
import type * as Y from 'yjs'
import { rightsInRoom } from '../access/project-access-queries'
import { watchesOf } from '../comments/card-watch-queries'
import type { Queryable } from '../db/database'
import type { Authors } from '../inbox/edit-authors'
import { withLogged } from '../inbox/logged-author-queries'
import { changedItem, type NewItem, putItems } from '../inbox/put-item-queries'
import { type CardNews, cardNews } from './card-news'
import type { RowChange } from './card-row-queries'

type Place = { boardId: string; doc: Y.Doc; authors: Authors }

/** Answers who was told. */
export async function putCardNews(
  tx: Queryable,
  { boardId, doc, authors }: Place,
  changes: readonly RowChange[],
): Promise<string[]> {
  if (changes.length === 0) return []
  const rights = await rightsInRoom(tx, boardId)
  const newsBy = (known: Authors) =>
    changes
      .map((change) => ({
        ...cardNews(doc, { authors: known, ...rights }, change),
        people: change.after.people,
      }))
      .filter(({ personal, changes }) => personal.length + changes.length > 0)
  const heard = newsBy(authors)
  const isOfNobody = heard.some(({ personal, changes }) =>
    [...personal, ...changes].some(({ by }) => by === null),
  )
  const news = isOfNobody ? newsBy(await withLogged(tx, boardId, authors)) : heard
  if (news.length === 0) return []
  const watches = await watchesOf(
    tx,
    boardId,
    news.flatMap(({ card, changes }) => (changes.length > 0 ? card : [])),
  )
  const items: NewItem[] = []
  for (const { people, ...one } of news) {
    const own = watches.get(one.card)
    const assigned = people.flatMap((person) => (person.assigned ? person.personId : []))
    const watchers = new Set([...assigned, ...(own?.keys() ?? [])])
    for (const person of watchers) if (own?.get(person) === false) watchers.delete(person)
    items.push(...personalItems(boardId, one), ...changeItems(boardId, one, watchers))
  }
  return putItems(
    tx,
    items.filter(({ personId }) => rights.readers.has(personId)),
  )
}

const personalItems = (roomId: string, { card, personal }: CardNews): NewItem[] =>
  personal.map(({ kind, personId, by, act }) => ({
    ...{ personId, kind, actorId: by, roomId, card },
    key: `${kind} ${roomId} ${card} ${act}`,
  }))

/** Whoever is told that the card is theirs now need not hear what else became of it. */
function changeItems(
  roomId: string,
  { card, personal, changes }: CardNews,
  watchers: ReadonlySet<string>,
): NewItem[] {
  const isNew = new Set(personal.map(({ personId }) => personId))
  return [...watchers].flatMap((personId) => {
    const others = changes.filter(({ by }) => by !== personId)
    const [first] = others
    if (!first || isNew.has(personId)) return []
    const actorId = others.every(({ by }) => by === first.by) ? first.by : null
    const those = [...new Set(others.map(({ change }) => change))]
    return changedItem({ personId, actorId, roomId, card }, those)
  })
}
