import type { Card } from '@atelier/shared/boards/card'
import { Avatar } from '../../ui/avatar'
import { useDesk } from '../board-context'
import { useCardFaces } from '../card-faces'

/** Whose card it is; who has it open or in hand just now comes first. */
export function CardFace({ card }: { card: Card }) {
  const { people } = useDesk()
  const [here] = useCardFaces(card.id)
  const [first] = card.assignees
  const person = here ?? (first === undefined ? undefined : people.get(first))
  if (!person) return null
  return (
    <span className="time-face" aria-hidden>
      <Avatar name={person.name} colour={person.colour} size="tiny" {...(here && { here: true })} />
    </span>
  )
}
