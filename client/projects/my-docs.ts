/** What the server knows about docs beside their projects, as live hooks. */
import type { DocLink, LibraryDoc, MyDocs } from '@atelier/shared/docs/doc-lists'
import type { BinnedRoom } from '@atelier/shared/projects/bin'
import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../api/api'
import { liveQuery, useLiveQuery } from '../api/use-live-query'

/** Favourites, and what was shared with this person from projects they are not in. */
export const useMyDocs = () =>
  useLiveQuery(['my-docs'], (): Promise<MyDocs> => ask(api['my-docs'].$get()))

export const useLibrary = () =>
  useLiveQuery(['library'], (): Promise<LibraryDoc[]> => ask(api.library.$get()))

export const useBin = (projectId: string) =>
  useLiveQuery(['bin', projectId], (): Promise<BinnedRoom[]> => {
    const param = { id: projectId }
    return ask(api.projects[':id'].bin.$get({ param }))
  })

export const templatesQuery = (projectId: string) =>
  liveQuery(['templates', projectId], () =>
    ask(api.projects[':id'].templates.$get({ param: { id: projectId } })),
  )

export const useTemplates = (projectId: string) => useQuery(templatesQuery(projectId))

/** The docs that mention a doc. */
export const useBacklinks = (docId: string) =>
  useLiveQuery(['backlinks', docId], (): Promise<DocLink[]> => {
    return ask(api.docs[':id'].backlinks.$get({ param: { id: docId } }))
  })
