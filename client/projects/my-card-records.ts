import type { MyCards } from '@atelier/shared/boards/my-cards'
import { api, ask } from '../api/api'
import { useLiveQuery } from '../api/use-live-query'

/** What is this person's on all boards, as of when each board was last quiet. */
export const useMyCards = () =>
  useLiveQuery(['my-cards'], (): Promise<MyCards> => ask(api.me.cards.$get()))
