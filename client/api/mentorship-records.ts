/** What the server knows of one's own mentorships, as live hooks. None of it is kept on the device. */
import type { Mentoring, ToDos } from '@atelier/shared/mentorships/mentoring'
import type { Mentorship, MentorshipPage } from '@atelier/shared/mentorships/mentorship'
import { api, ask } from './api'
import type { LiveKey } from './live-keys'
import { useLiveQuery } from './use-live-query'

/** All of it: asked for again after whatever changes a part. */
export const mentorshipsKey = ['mentorships'] as const satisfies LiveKey

export const useMentorships = () =>
  useLiveQuery(['mentorships', 'list'], (): Promise<Mentorship[]> => ask(api.mentorships.$get()))

export const useMentorshipPage = (id: string) =>
  useLiveQuery(
    ['mentorships', 'one', id],
    (): Promise<MentorshipPage> => ask(api.mentorships[':id'].$get({ param: { id } })),
  )

export const mentoringKey = (id: string) =>
  ['mentorships', 'mentoring', id] as const satisfies LiveKey

/** Sessions, agenda, follow-ups and goals. `mayFollow`: only who has said yes to it is told. */
export const useMentoring = (id: string, mayFollow: boolean) =>
  useLiveQuery(
    mentoringKey(id),
    (): Promise<Mentoring> => ask(api.mentorships[':id'].mentoring.$get({ param: { id } })),
    mayFollow,
  )

/** One's own goals, and what one has to do, from all mentorships. */
export const useToDos = () =>
  useLiveQuery(['mentorships', 'to-dos'], (): Promise<ToDos> => ask(api.me['to-dos'].$get()))
