import { useEffect } from 'react'
import { useMe } from '../access/session'
import { api, ask } from '../api/api'
import { asPerson } from '../api/as-person'

/** What is due tomorrow is told by the day it is here: so the server is told where that is, whenever it changes. */
export function useTellTimeZone(): void {
  const { id, timeZone: known } = useMe()
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    if (!timeZone || timeZone === known) return
    ask(api.me.$patch({ json: { timeZone } }, asPerson(id))).catch((error: unknown) =>
      console.error('The time zone will be told when the page is opened again.', error),
    )
  }, [id, known])
}
