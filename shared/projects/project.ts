import * as z from 'zod'
import type { DocSubject } from '../access/can'
import { type ProjectRole, projectRoles } from '../access/roles'
import { words } from '../basics/words'
import { id, type PersonCard } from '../people/person'
import type { Access, PresentPerson } from '../sync/messages'

const projectTitle = words.trim().min(1).max(120)
/** The challenge in a sentence. */
const challenge = words.trim().max(280)

export const newProject = z.object({
  title: projectTitle,
  challenge,
  departmentIds: z.array(id).max(50),
})

export const changeProject = newProject.partial()

export const setMember = z.object({ role: z.enum(projectRoles) })

/** A new doc or board. Without a title until somebody writes one in the room itself. */
export const newRoom = z.object({ title: words.trim().max(200) })

/**
 * Left out, a new board's columns are the usual three in the asking person's language. `id` where it was
 * begun on a device without a network, which brings the columns itself: sent again, it is the same board.
 */
export const newBoard = newRoom.extend({
  id: id.optional(),
  columns: z.array(words.trim().min(1).max(80)).max(20).optional(),
})

export type ProjectMember = PersonCard & { role: ProjectRole }

/** What `can` needs to know of a project, in every answer about one. */
export type ProjectRights = { workspaceId: string; role: ProjectRole | null; archived: boolean }

/** A project in a list. `here` is who has one of its docs or boards open now. Times are ISO 8601. */
export type ProjectCard = ProjectRights & {
  id: string
  title: string
  challenge: string
  createdAt: string
  changedAt: string
  departments: { id: string; name: string }[]
  members: ProjectMember[]
  counts: { docs: number; boards: number }
  here: PresentPerson[]
}

/** An empty `title` is shown as “Untitled”, in the language of whoever reads it. */
export type DocCard = {
  id: string
  title: string
  excerpt: string
  /** The doc it stands under, in the same project; one that is not in the list counts as none. */
  parentId: string | null
  /** Its place among its siblings, a key of shared/basics/order.ts; null comes last. */
  rank: string | null
  restricted: boolean
  /** What is said about it and not settled. */
  openThreads: number
  template: boolean
  changedAt: string
  here: PresentPerson[]
}

export type BoardCard = {
  id: string
  title: string
  columns: { title: string; cards: number }[]
  changedAt: string
  here: PresentPerson[]
}

export type ProjectPage = ProjectCard & { docs: DocCard[]; boards: BoardCard[] }

/** A doc or board by its own address: enough for breadcrumbs, and whether to join at all. */
export type RoomPage = {
  id: string
  title: string
  project: ProjectRights & { id: string; title: string }
  access: Access
}

/** A board's own page; in the bin only for who may take it out again. */
export type BoardPage = RoomPage & { trashed: boolean }

/** A doc's own page. `project.title` is empty for who may read the doc, but not its project. */
export type DocPage = RoomPage & {
  rights: DocSubject
  /** What it stands under, from the top; as far as one may read that. */
  above: { id: string; title: string }[]
  template: boolean
  /** Of the asking person. */
  favourite: boolean
}
