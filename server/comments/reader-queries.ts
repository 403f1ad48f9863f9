import type { Actor } from '@atelier/shared/access/can'
import type { CommentPart, DocReader } from '@atelier/shared/comments/comment'
import { mentionedIn } from '@atelier/shared/comments/comment-words'
import type { LoadedDoc } from '../access/doc-access-queries'
import { readersOf } from '../access/doc-reader-queries'
import { readersOfProject } from '../access/project-access-queries'
import type { Queryable } from '../db/database'
import { listPeople, listPeopleById } from '../people/person-queries'

/** Who may read the doc along, of those the asking person may know of at all; by name. */
export const listReaders = async (
  db: Queryable,
  actor: Actor,
  doc: LoadedDoc,
): Promise<DocReader[]> => knownAmong(db, actor, await readersOf(db, doc))

/** Who may read a project's boards along, likewise. */
export const listProjectReaders = async (
  db: Queryable,
  actor: Actor,
  project: { id: string; workspaceId: string },
): Promise<DocReader[]> => knownAmong(db, actor, await readersOfProject(db, project.id))

/** Of a section of a journal: who is in it together knows of each other. By name. */
export const listSectionReaders = (
  db: Queryable,
  readerIds: readonly string[],
): Promise<DocReader[]> => listPeopleById(db, readerIds)

async function knownAmong(
  db: Queryable,
  actor: Actor,
  readers: ReadonlySet<string>,
): Promise<DocReader[]> {
  const known = await listPeople(db, actor)
  return known
    .filter(({ id }) => readers.has(id))
    .map(({ id, name, colour, department, organisation }) => ({
      id,
      name,
      colour,
      department,
      organisation,
    }))
}

/** Calls by their own names those who may read along; of anybody else only the words are left. */
export async function withRealMentions(
  body: CommentPart[],
  listThem: () => Promise<DocReader[]>,
): Promise<CommentPart[]> {
  if (mentionedIn(body).length === 0) return body
  const names = new Map((await listThem()).map(({ id, name }) => [id, name]))
  return body.map((part) => {
    if (!('person' in part)) return part
    const name = names.get(part.person)
    return name === undefined ? { text: `@${part.name}` } : { person: part.person, name }
  })
}
