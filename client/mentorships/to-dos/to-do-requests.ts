import type {
  ChangeFollowUp,
  ChangeGoal,
  Goal,
  NewGoal,
} from '@atelier/shared/mentorships/mentoring'
import { api, ask } from '../../api/api'
import { mentorshipsKey } from '../../api/mentorship-records'
import { useChange } from '../../api/use-change'

const renews = [mentorshipsKey]

export const addGoal = (json: NewGoal) => ask(api.me.goals.$post({ json }))

export const changeGoal = ({ id: goalId, ...json }: ChangeGoal & { id: string }) =>
  ask(api.me.goals[':goalId'].$patch({ param: { goalId }, json }))

export const deleteGoal = (goalId: string) =>
  ask(api.me.goals[':goalId'].$delete({ param: { goalId } }))

export const changeFollowUp = ({ id: followUpId, ...json }: ChangeFollowUp & { id: string }) =>
  ask(api.me['follow-ups'][':followUpId'].$patch({ param: { followUpId }, json }))

/** One's own alone: also of a mentorship that rests, or is over. */
export const useChangeFollowUp = () => useChange(changeFollowUp, { renews })
export const useChangeGoal = () => useChange(changeGoal, { renews })

/** As it was before it was deleted. */
export async function putGoalBack({ id, title, due, mentorshipId, state, card }: Goal) {
  await addGoal({ id, title, due, mentorshipId })
  await changeGoal({ id, state, card })
}
