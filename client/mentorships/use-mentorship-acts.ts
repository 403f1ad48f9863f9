import { api, ask } from '../api/api'
import type { LiveKey } from '../api/live-keys'
import { useChange } from '../api/use-change'

const renews: LiveKey[] = [['mentorships']]
const one = api.mentorships[':id']

/** How it rests, goes on and ends. A failure is told, and changes nothing. */
export function useMentorshipActs(id: string) {
  const param = { id }
  return {
    pause: useChange(() => ask(one.pause.$post({ param })), { renews }),
    resume: useChange(() => ask(one.resume.$post({ param })), { renews }),
    end: useChange(() => ask(one.end.$post({ param })), { renews }),
    leave: useChange(() => ask(one.leave.$post({ param })), { renews }),
  }
}
