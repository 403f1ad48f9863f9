import type { Mentorship } from '@atelier/shared/mentorships/mentorship'
import { useMe } from '../access/session'
import { Avatar } from '../ui/avatar'
import { othersIn } from './standing'

const mostFaces = 3

/** The others' faces; their names stand beside them. */
export function Faces({ mentorship, large }: { mentorship: Mentorship; large?: boolean }) {
  const others = othersIn(mentorship, useMe().id).slice(0, mostFaces)
  const isAlone = others.length === 1
  return (
    <span aria-hidden className="flex shrink-0">
      {others.map(({ id, name, colour }) => (
        <span key={id} className="-ms-2.5 flex rounded-full ring-2 ring-canvas first:ms-0">
          <Avatar name={name} colour={colour} size={large && isAlone ? 'large' : 'medium'} />
        </span>
      ))}
    </span>
  )
}
