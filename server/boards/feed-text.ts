/** What a calendar reads at the address of a feed, in the language of the person it is of. */
import { closed, isolated } from '@atelier/shared/basics/both-ways'
import type { Language } from '@atelier/shared/people/choices'
import type { Deps } from '../http/deps'
import { loadBoardDays, mostInFeed, type OpenFeed } from './calendar-feed-queries'
import { type CalendarEvent, calendarFile } from './calendar-file'
import { loadMyCards } from './my-card-queries'

const wordsIn: Record<Language, { mine: string; untitled: string; board: string }> = {
  en: { mine: 'My cards', untitled: 'Untitled card', board: 'Untitled board' },
  de: { mine: 'Meine Karten', untitled: 'Karte ohne Titel', board: 'Board ohne Titel' },
}
const hours = 1
const pastMs = 366 * 86_400_000

type Dated = {
  boardId: string
  id: string
  title: string
  startOn: string | null
  dueOn: string | null
  changedAt: Date | string
}

/** Not-found where its person may not read the board now. What was due over a year ago is left out. */
export async function feedText(
  { db }: Pick<Deps, 'db'>,
  { actor, boardId, language }: OpenFeed,
  origin: string,
): Promise<string> {
  const words = wordsIn[language]
  const say = (card: Dated, place: string, isDone: boolean): CalendarEvent[] =>
    card.dueOn === null
      ? []
      : [
          eventOf(
            { ...card, dueOn: card.dueOn },
            { place, isDone, origin, untitled: words.untitled },
          ),
        ]
  if (boardId === null) {
    const { cards } = await loadMyCards(db, actor)
    const open = cards.filter(({ asked }) => !asked)
    const events = open.flatMap((card) =>
      say(card, placeOf(card.board || words.board, card.project.title, card.column), false),
    )
    return calendarFile({ name: words.mine, hours }, events.slice(0, mostInFeed))
  }
  const since = new Date(Date.now() - pastMs).toISOString().slice(0, 10)
  const board = await loadBoardDays(db, actor, boardId, since)
  const name = board.title || words.board
  const events = board.cards.flatMap((card) =>
    say(card, placeOf(name, board.project, card.column), card.done),
  )
  return calendarFile({ name: closed(name), hours }, events)
}

const placeOf = (...names: string[]) => names.filter(Boolean).map(isolated).join(' · ')

function eventOf(
  card: Dated & { dueOn: string },
  {
    place,
    isDone,
    origin,
    untitled,
  }: { place: string; isDone: boolean; origin: string; untitled: string },
): CalendarEvent {
  const title = card.title || untitled
  return {
    uid: `${card.boardId}-${card.id}@atelier`,
    title: isDone ? `✓ ${isolated(title)}` : closed(title),
    // A start after the end is none.
    first: card.startOn !== null && card.startOn < card.dueOn ? card.startOn : card.dueOn,
    last: card.dueOn,
    words: place,
    url: `${origin}/boards/${card.boardId}?card=${encodeURIComponent(card.id)}`,
    changedAt: new Date(card.changedAt),
  }
}
