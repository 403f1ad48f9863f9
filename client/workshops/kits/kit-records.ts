/** The kits a workspace has, and what is begun with them. */
import type { NewKit, OfferedKit } from '@atelier/shared/workshops/kit'
import type { NewWorkshop, WorkshopCard } from '@atelier/shared/workshops/workshop'
import { api, ask } from '../../api/api'
import type { LiveKey } from '../../api/live-keys'
import { useLiveQuery } from '../../api/use-live-query'

export const workshopsKey = (projectId: string): LiveKey => ['workshops', projectId]

export const useKits = () =>
  useLiveQuery(['kits'], (): Promise<OfferedKit[]> => ask(api.kits.$get()))

/** A project's, the latest changed first. */
export const useWorkshops = (projectId: string) =>
  useLiveQuery(
    workshopsKey(projectId),
    (): Promise<WorkshopCard[]> =>
      ask(api.projects[':id'].workshops.$get({ param: { id: projectId } })),
  )

export const beginWorkshop = (projectId: string, json: NewWorkshop) =>
  ask(api.projects[':id'].workshops.$post({ param: { id: projectId }, json }))

/** `basedOn` is the version that was looked at, null for a new kit. */
export const saveKit = (
  id: string,
  words: NewKit,
  basedOn: number | null,
): Promise<{ key: string; version: number }> =>
  basedOn === null
    ? ask(api.kits.$post({ json: { ...words, id } }))
    : ask(api.kits[':kitId'].$put({ param: { kitId: id }, json: { ...words, basedOn } }))
