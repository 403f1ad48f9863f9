/** What somebody has to do on boards, and below it what from their mentorships. */
import { useLocation } from '@tanstack/react-router'
import { useToDos } from '../api/mentorship-records'
import { toDosHash } from '../mentorships/to-dos/to-dos-hash'
import { latePart } from '../offline/late-part'
import { MyCardsScreen } from '../projects/my-cards-screen'

const ToDoPart = latePart(async () => (await import('../mentorships/to-dos/to-do-part')).ToDoPart)

export function MyCardsRoute() {
  const { data } = useToDos()
  const isToDosLink = useLocation({ select: ({ hash }) => hash === toDosHash })
  const hasSome = data && data.goals.length + data.followUps.length > 0
  return (
    <MyCardsScreen also={data && (hasSome || isToDosLink) ? <ToDoPart toDos={data} /> : null} />
  )
}
