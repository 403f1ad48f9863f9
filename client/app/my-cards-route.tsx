/** What somebody has to do on boards, and below it what from their mentorships. */
import { useToDos } from '../api/mentorship-records'
import { latePart } from '../offline/late-part'
import { MyCardsScreen } from '../projects/my-cards-screen'

const ToDoPart = latePart(async () => (await import('../mentorships/to-dos/to-do-part')).ToDoPart)

export function MyCardsRoute() {
  const { data } = useToDos()
  const hasSome = data && data.goals.length + data.followUps.length > 0
  return <MyCardsScreen also={hasSome ? <ToDoPart toDos={data} /> : null} />
}
