/** What is known of a scene while it is played, and who does something in it. */
import { docBody } from '@atelier/shared/docs/doc'
import type { RoomName } from '@atelier/shared/sync/room-name'
import { unswept } from '@atelier/shared/sync/unswept'
import * as Y from 'yjs'
import type { PagelessEditor } from '../testing/pageless-editor'
import type { Random } from '../testing/random'
import { Person } from './docs-person'
import type { Quotes } from './docs-quotes'
import type { DocStage, Member } from './docs-stage'
import { lookAt, type Words } from './docs-words'

export type Batch = { by: Person['name']; forkId: string; batchId: string }
/** A version that was given a name, and what it said then. */
export type NamedVersion = { seq: number; said: string }
/** What the lists must say of a thread. */
export type SaidThread = { comments: number; resolved: boolean }

export type Play = {
  stage: DocStage
  random: Random
  docId: string
  projectId: string
  people: Person[]
  words: Words
  batches: Batch[]
  versions: NamedVersion[]
  said: Map<string, SaidThread>
  quotes: Quotes
  /** What was done, for whoever reads why it failed. */
  story: string[]
}

/** Answers what exactly was done. */
export type Act = (play: Play) => unknown
export type Acts = Record<string, { often: number; act: Act }>

export const anybody = ({ random, people }: Play): Person => random.pick(people)
export const editorOf = ({ random, people }: Play): Person =>
  random.pick(people.filter(({ mayEdit }) => mayEdit))
export const suggesterOf = ({ random, people }: Play): Person =>
  random.pick(people.filter(({ name }) => name !== 'ada'))

export function tellEverybody({ people }: Play): void {
  for (const person of people) person.hasNews = true
}

/** Notes which words and blocks came and went by what `deed` says it did. */
export function inDoc(
  { words }: Play,
  person: Person,
  deed: (editor: PagelessEditor) => string,
): string {
  const { doc } = person.line
  const before = lookAt(doc)
  const did = deed(person.editor)
  words.note(before, lookAt(doc), did, person.name)
  return `${person.name} ${did}`
}

export async function arrive(play: Play, member: Member): Promise<Person> {
  const person = await Person.arrive(play.stage, member, play.docId)
  person.onSaid = () => tellEverybody(play)
  person.onHeld = (anchor, ends) => play.quotes.note(anchor, ends, person.line.doc)
  return person
}

/** What the room holds. */
export async function roomDoc({ stage }: Play, room: RoomName): Promise<Y.Doc> {
  const doc = unswept(new Y.Doc())
  Y.applyUpdate(doc, await stage.app.rooms.read(room))
  docBody(doc)
  return doc
}
