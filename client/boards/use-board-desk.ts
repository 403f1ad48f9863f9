import { boardStoreOf } from '@atelier/shared/boards/board-store'
import type { BoardUndo } from '@atelier/shared/boards/board-undo'
import { followBoardUndo } from '@atelier/shared/boards/board-undo'
import type { Outcome } from '@atelier/shared/outcomes/outcome'
import type { PersonCard } from '@atelier/shared/people/person'
import { useEffect, useMemo, useRef } from 'react'
import type { Room } from '../sync/room'
import type { BoardDesk } from './board-context'
import { createCardFaces } from './card-faces'
import { createCardSelection } from './card-selection'
import { createLaneQuestions } from './lanes/lane-question'

type Given = Pick<BoardDesk, 'openCard' | 'askWhere' | 'announce' | 'editable'> & {
  room: Room
  people: readonly PersonCard[]
  outcomes: readonly Outcome[]
}

/** Sets up what all parts of the board share, anew whenever the room's document is another. */
export function useBoardDesk(given: Given): BoardDesk {
  const { room, people, outcomes, editable, openCard, askWhere, announce } = given
  const undo = useUndo(room)
  const store = useMemo(() => boardStoreOf(room.doc), [room.doc])
  const faces = useMemo(
    () => createCardFaces(room.awareness, room.me.id),
    [room.awareness, room.me.id],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: of this room's cards.
  const selection = useMemo(createCardSelection, [room.doc])
  const questions = useMemo(createLaneQuestions, [])
  const byId = useMemo(() => new Map(people.map((person) => [person.id, person])), [people])
  return useMemo(
    () => ({
      ...{ room, store, undo, faces, selection, editable, people: byId, outcomes },
      ...{ questions, openCard, askWhere, announce },
    }),
    [
      room,
      store,
      undo,
      faces,
      selection,
      editable,
      byId,
      outcomes,
      questions,
      openCard,
      askWhere,
      announce,
    ],
  )
}

/** Undo follows the document from an effect, so that it is always let go of again. */
function useUndo(room: Room): BoardDesk['undo'] {
  const following = useRef<BoardUndo>(null)
  useEffect(() => {
    const undo = followBoardUndo(room.doc)
    following.current = undo
    return () => undo.destroy()
  }, [room.doc])
  return useMemo(
    () => ({
      undo: () => following.current?.undo() ?? false,
      redo: () => following.current?.redo() ?? false,
    }),
    [],
  )
}
