/** What the server knows about the past of a doc, as live hooks. */
import {
  incompleteHeader,
  type Version,
  type VersionPage,
  type VersionSession,
  type Writers,
} from '@atelier/shared/docs/version'
import type { PresentPerson } from '@atelier/shared/sync/messages'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, ask, askBytes } from '../api/api'
import { readVersion } from './version-text'

const askPage = (docId: string, before: number | null): Promise<VersionPage> =>
  ask(
    api.docs[':id'].versions.$get({
      param: { id: docId },
      query: before === null ? {} : { before: String(before) },
    }),
  )

export type History = {
  sessions: VersionSession[]
  people: ReadonlyMap<string, PresentPerson>
  /** Null when there is nothing older. */
  more: (() => void) | null
}

/** The versions of a doc, the newest first, as many pages as were asked for. */
export function useVersions(docId: string) {
  const query = useInfiniteQuery({
    queryKey: ['versions', docId],
    queryFn: ({ pageParam }) => askPage(docId, pageParam),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })
  const { data, hasNextPage, fetchNextPage } = query
  const history = useMemo((): History | undefined => {
    if (!data) return undefined
    const people = data.pages.flatMap((page) => page.people)
    return {
      sessions: data.pages.flatMap(({ sessions }) => sessions),
      people: new Map(people.map((person) => [person.id, person])),
      more: hasNextPage ? () => void fetchNextPage() : null,
    }
  }, [data, hasNextPage, fetchNextPage])
  return { history, error: query.error, refetch: query.refetch }
}

async function askVersion(docId: string, seq: number) {
  const param = { id: docId, seq: String(seq) }
  let isIncomplete = false
  const bytes = await askBytes(
    api.docs[':id'].versions[':seq'].$get({ param }).then((response) => {
      isIncomplete = response.headers.has(incompleteHeader)
      return response
    }),
  )
  return { text: readVersion(bytes), isIncomplete }
}

const askWriters = (docId: string, since: number, seq: number): Promise<Writers> =>
  ask(
    api.docs[':id'].versions[':seq'].writers.$get({
      param: { id: docId, seq: String(seq) },
      query: { since: String(since) },
    }),
  )

/** What a version said: that never changes. Null asks for nothing. */
export const useVersionText = (docId: string, seq: number | null) =>
  useQuery({
    queryKey: ['version', docId, seq],
    queryFn: () => askVersion(docId, seq ?? 0),
    enabled: seq !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })

/** Who wrote what came between two versions. */
export const useWriters = (docId: string, since: number | null, seq: number | null) =>
  useQuery({
    queryKey: ['writers', docId, since, seq],
    queryFn: () => askWriters(docId, since ?? 0, seq ?? 0),
    enabled: since !== null && seq !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })

export const nameVersion = (docId: string, { seq }: Version, name: string) => {
  const param = { id: docId, seq: String(seq) }
  return ask(api.docs[':id'].versions[':seq'].name.$put({ param, json: { name } }))
}

export const unnameVersion = (docId: string, { seq }: Version) =>
  ask(api.docs[':id'].versions[':seq'].name.$delete({ param: { id: docId, seq: String(seq) } }))

/** What the version said, as a doc of its own. */
export const copyVersion = (docId: string, { seq }: Version): Promise<{ id: string }> =>
  ask(api.docs[':id'].versions[':seq'].copy.$post({ param: { id: docId, seq: String(seq) } }))
