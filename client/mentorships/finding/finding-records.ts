import type { FoundMentors, MentorProfile } from '@atelier/shared/mentorships/mentorship'
import { api, ask } from '../../api/api'
import { useLiveQuery } from '../../api/use-live-query'

/** What this person offers and seeks; empty where they never said. */
export const useMentorProfile = () =>
  useLiveQuery(
    ['mentorships', 'profile'],
    (): Promise<MentorProfile> => ask(api.me['mentor-profile'].$get()),
  )

/** Who could help them, and why. */
export const useFoundMentors = () =>
  useLiveQuery(['mentorships', 'mentors'], (): Promise<FoundMentors> => ask(api.mentors.$get()))
