/** A doc, or a section of a journal, in which people suggest, through one server, as their pages do it. */
import { docBody, docTitle } from '@atelier/shared/docs/doc'
import { readSuggestions } from '@atelier/shared/suggestions/read-suggestions'
import { SuggestedDoc } from '@atelier/shared/suggestions/suggested-doc-edits'
import { linesOf, replaceWords } from '@atelier/shared/suggestions/two-authors'
import { type RoomKind, roomName } from '@atelier/shared/sync/room-name'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { type Forked, forkKinds } from '../suggestions/suggestion-queries'
import type { MadePerson } from './make'
import type { Answer, TestApp } from './test-app'

export type ForkActs = ReturnType<typeof forkActs>

export function forkActs(
  app: Pick<TestApp, 'as' | 'deps'>,
  docId: string,
  kind: Forked['kind'] = 'doc',
) {
  const path = `/api/${kind}s/${docId}/suggestions`
  const forkKind = forkKinds[kind]
  const { rooms } = app.deps

  async function opened(kind: RoomKind, id: string): Promise<Y.Doc> {
    const made = new Y.Doc()
    Y.applyUpdate(made, await rooms.read(roomName(kind, id)))
    docBody(made)
    docTitle(made)
    return made
  }

  async function suggestions(fork: string) {
    const [doc, forked] = [await opened(kind, docId), await opened(forkKind, fork)]
    const live = new SuggestedDoc({ doc, fork: forked, writes: false })
    return readSuggestions(doc, live.current, forked)
  }
  const keysOf = async (fork: string) => (await suggestions(fork)).map(({ key }) => key)

  async function change(fork: string, act: (text: Y.Doc) => void): Promise<void> {
    const forked = await opened(forkKind, fork)
    const live = new SuggestedDoc({ doc: await opened(kind, docId), fork: forked, writes: true })
    act(live.current)
    live.close()
    const update = Y.encodeStateAsUpdate(forked)
    await rooms.edit(roomName(forkKind, fork), (room) => Y.applyUpdate(room, update))
  }

  return {
    path,
    opened,
    suggestions,
    keysOf,
    change,
    lines: async () => linesOf(await opened(kind, docId)),
    suggest: (fork: string, words: string, others: string) =>
      change(fork, (text) => replaceWords(text, words, others)),

    async begin(person: Pick<MadePerson, 'id'>): Promise<string> {
      const answer = await (await app.as(person)).post(path)
      expect(answer.status).toBe(201)
      return answer.body.id
    },

    /** All that is suggested there now, unless `keys` says which. */
    async decide(
      by: Pick<MadePerson, 'id'>,
      fork: string,
      accept: boolean,
      keys?: string[],
    ): Promise<Answer> {
      const wish = { keys: keys ?? (await keysOf(fork)), accept }
      return (await app.as(by)).post(`${path}/${fork}/decisions`, wish)
    },
  }
}
