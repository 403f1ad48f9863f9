import { newUuid } from '@atelier/shared/basics/uuid'
import type { PromptSource } from '@atelier/shared/journals/prompt-contract'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'
import { today } from '../i18n/use-today'
import { entryKey } from './journal-records'

const justBegun = new Set<string>()

/** Whether it was begun here a moment ago: then its title is what is written first. */
export const isJustBegun = (entryId: string): boolean => justBegun.has(entryId)
export const noteSeen = (entryId: string): void => void justBegun.delete(entryId)

export type EntryWish = {
  mentorshipId: string | null
  /** The session whose notes it is. */
  sessionId?: string
  title?: string
  begunWith?: PromptSource
  /** A section for each; one without where there are none. */
  prompts?: readonly string[]
}

/** Begins an entry, and goes there. `begun` hears of it as soon as it is there. */
export function useBeginEntry(begun?: () => void) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useChange(
    async ({ mentorshipId, sessionId, title = '', begunWith, prompts = [] }: EntryWish) => {
      const asked = prompts.length > 0 ? prompts : ['']
      const entry = await ask(
        api.journals.entries.$post({
          json: {
            ...{ id: newUuid(), mentorshipId, title, on: today() },
            sessionId: sessionId ?? null,
            begunWith: begunWith ?? null,
            sections: asked.map((prompt) => ({ id: newUuid(), prompt })),
          },
        }),
      )
      queries.setQueryData(entryKey(entry.id), entry)
      justBegun.add(entry.id)
      begun?.()
      await navigate({ to: '/journal/$entryId', params: { entryId: entry.id } })
    },
    { renews: [['journals', 'entries']] },
  )
}
