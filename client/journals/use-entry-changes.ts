import { newUuid } from '@atelier/shared/basics/uuid'
import type {
  ChangeEntry,
  ChangeSection,
  Entry,
  Mood,
  ShareSection,
} from '@atelier/shared/journals/journal'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMe } from '../access/session'
import { ask } from '../api/api'
import { asPerson } from '../api/as-person'
import { useChange } from '../api/use-change'
import { entryKey, entryRoutes, sectionRoutes } from './journal-records'

/** What an author does with an entry and its sections, beside writing in them. */
export function useEntryChanges(id: string) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const me = useMe()
  const param = { id }
  /** The server answers with the entry as it is afterwards. */
  const seen = (entry: Entry) => {
    queries.setQueryData(entryKey(id), entry)
    void queries.invalidateQueries({ queryKey: ['journals', 'entries'] })
    return entry
  }
  const inSection = (sectionId: string) => ({ id, sectionId })
  // Perhaps sent late: by nobody else who is signed in here by then.
  const change = async (json: ChangeEntry) =>
    seen(await ask(entryRoutes.$patch({ param, json }, asPerson(me.id))))
  const changeSection = async (sectionId: string, json: ChangeSection) =>
    seen(await ask(sectionRoutes.$patch({ param: inSection(sectionId), json }, asPerson(me.id))))

  const add = useChange(async (after: string | undefined) => {
    const section = { id: newUuid(), ...(after !== undefined && { after }) }
    seen(await ask(entryRoutes.sections.$post({ param, json: section })))
    return section.id
  })
  const move = useChange(({ section, after }: { section: string; after: string | null }) =>
    changeSection(section, { after }),
  )
  const share = useChange(
    async ({ section, ...json }: ShareSection & { section: string }) =>
      seen(await ask(sectionRoutes.audience.$put({ param: inSection(section), json }))),
    // Where it was refused, it is for others by now.
    { renews: [['journals', 'past'], entryKey(id)] },
  )
  const eraseSection = useChange(async (sectionId: string) =>
    seen(await ask(sectionRoutes.$delete({ param: inSection(sectionId) }))),
  )
  const erase = useChange(
    async () => {
      await ask(entryRoutes.$delete({ param }))
      await navigate({ to: '/journal', ignoreBlocker: true })
    },
    { renews: [['journals', 'entries']] },
  )
  const changeNow = useChange(change)
  const feel = useChange((json: Mood) => ask(entryRoutes.mood.$put({ param, json })), {
    renews: [['journals', 'mood', id]],
  })
  return { change, changeNow, changeSection, add, move, share, eraseSection, erase, feel }
}

export type EntryChanges = ReturnType<typeof useEntryChanges>
