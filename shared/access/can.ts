/**
 * THE page of permissions; that of journals is can-in-journals.ts, that of training can-in-training.ts, that of workshops can-in-workshops.ts. Pure, and readable aloud: `can(actor, 'edit', project)`.
 * The server asks it to protect, the client only to show or hide.
 */
import {
  canInMentorship,
  canInSection,
  canWithEntry,
  type EntrySubject,
  type EntryVerb,
  type MentorshipSubject,
  type MentorshipVerb,
  type PublicationSubject,
  type SectionSubject,
  type SectionVerb,
} from './can-in-journals'
import { canInTraining, type TrainingSubject, type TrainingVerbs } from './can-in-training'
import { canInWorkshop, type WorkshopSubject, type WorkshopVerb } from './can-in-workshops'
import { canInWorkspace, runsWorkspace, type WorkspaceVerb } from './can-in-workspace'
import type { DocRole, ProjectRole, WorkspaceRole } from './roles'

/** Who asks. */
export type Actor = { personId: string; workspaceId: string; role: WorkspaceRole }

export type WorkspaceSubject = { kind: 'workspace'; workspaceId: string }
/** `role` is the asking person's own role in the project, null for none. */
export type ProjectSubject = {
  kind: 'project'
  workspaceId: string
  role: ProjectRole | null
  archived: boolean
}
export type PersonSubject = {
  kind: 'person'
  workspaceId: string
  personId: string
  role: WorkspaceRole
  /** Whether the asking person is in some project together with this one. */
  sharesProject: boolean
}
/** `role` is the workspace role the invitation grants. */
export type InvitationSubject = { kind: 'invitation'; workspaceId: string; role: WorkspaceRole }

/**
 * A doc has its project's rights, unless it is restricted; a grant adds to them either way.
 * `project.role` and `grant` are the asking person's own, null for none.
 */
export type DocSubject = {
  kind: 'doc'
  workspaceId: string
  project: { role: ProjectRole | null; archived: boolean }
  grant: DocRole | null
  /** Only who is granted it, and who leads its project, may read it. */
  restricted: boolean
  /** Everybody in the workspace but partners may read it. */
  inLibrary: boolean
  trashed: boolean
}

/** A board has its project's rights; `role` is the asking person's own there, null for none. */
export type BoardSubject = Omit<ProjectSubject, 'kind'> & { kind: 'board'; trashed: boolean }

/**
 * A comment, or a whole thread, which belongs to who began it. `about` is the doc it stands in, the section of a
 * journal, or the project of the board on whose card it was said.
 */
export type CommentSubject = {
  kind: 'comment'
  workspaceId: string
  /** Null where nobody here wrote it. */
  authorId: string | null
  about: DocSubject | ProjectSubject | SectionSubject
}

export type Subject =
  | WorkspaceSubject
  | ProjectSubject
  | DocSubject
  | BoardSubject
  | CommentSubject
  | PersonSubject
  | InvitationSubject
  | MentorshipSubject
  | SectionSubject
  | EntrySubject
  | PublicationSubject
  | TrainingSubject
  | WorkshopSubject

/**
 * - project `edit`: its docs and boards; `change`: title, challenge, departments;
 *   `define`: its outcomes; `manage`: members; `archive`: archive and restore.
 * - doc `follow`: how it comes about: its past, comments, suggestions; `arrange`: its place in the tree, the bin, whether it is a template; `move`: out of its
 *   project; `share`: grants,
 *   restricting, the library, public links; `erase`: for good, out of the bin.
 * - board `arrange`: the bin; `erase`: for good, out of the bin.
 * - comment `change`: its words; `resolve`: calling a thread done. Whoever comments may open one
 *   again, by answering too.
 * - person `change`: role, and suspending.
 * - invitation `manage`: create, see and revoke.
 * - mentorship `read`: that it is, and who is asked; `follow`: what its people agree on and do; `answer`: yes or no; `write`: begin an entry in it; `work`: agreement, goals, sessions; `pause`: and go on;
 *   `leave`: a circle, which goes on; `look-back`: once it ended.
 * - section `ask`: what is said in its margin is brought to the next session; `suggest`: to its author, who `decide`s; `share`: for whom it is; `offer`: as evidence, or published.
 */
export type Verbs = TrainingVerbs & {
  workspace: WorkspaceVerb
  project: 'read' | 'comment' | 'edit' | 'change' | 'define' | 'manage' | 'archive'
  doc: 'read' | 'follow' | 'comment' | 'edit' | 'arrange' | 'move' | 'share' | 'erase'
  board: 'read' | 'edit' | 'arrange' | 'erase'
  comment: 'read' | 'change' | 'delete' | 'resolve'
  person: 'read' | 'change'
  invitation: 'manage'
  mentorship: MentorshipVerb
  section: SectionVerb
  entry: EntryVerb
  publication: 'read' | 'withdraw'
  workshop: WorkshopVerb
}

export function can<S extends Subject>(actor: Actor, verb: Verbs[S['kind']], subject: S): boolean {
  if (actor.workspaceId !== subject.workspaceId) return false
  switch (subject.kind) {
    case 'workspace':
      return canInWorkspace(actor.role, verb as WorkspaceVerb)
    case 'project':
      return canInProject(actor, verb as Verbs['project'], subject)
    case 'doc':
      return canInDoc(actor, verb as Verbs['doc'], subject)
    case 'board':
      return canOnBoard(actor, verb as Verbs['board'], subject)
    case 'comment':
      return canForComment(actor, verb as Verbs['comment'], subject)
    case 'person':
      return canForPerson(actor, verb as Verbs['person'], subject)
    case 'invitation':
      return mayGrant(actor, subject.role)
    case 'mentorship':
      return canInMentorship(verb as Verbs['mentorship'], subject)
    case 'section':
      return canInSection(verb as Verbs['section'], subject)
    case 'entry':
      return canWithEntry(verb as Verbs['entry'], subject)
    case 'publication':
      return canWithPublication(actor, verb as Verbs['publication'], subject)
    case 'workshop':
      return canInWorkshop(verb as Verbs['workshop'], subject)
    default:
      return canInTraining(actor.role, verb as TrainingVerbs[TrainingSubject['kind']], subject)
  }
}

const runsTheWorkspace = (actor: Actor) => runsWorkspace(actor.role)

/** Nobody hands out more than they have; only an owner makes owners and admins. */
function mayGrant(actor: Actor, role: WorkspaceRole): boolean {
  if (role === 'owner' || role === 'admin') return actor.role === 'owner'
  return runsTheWorkspace(actor)
}

/** Owners and admins count as leads, so that no project is ever left without one. */
function canInProject(actor: Actor, verb: Verbs['project'], project: ProjectSubject): boolean {
  const role = runsTheWorkspace(actor) ? 'lead' : project.role
  if (role === null) return false
  if (verb === 'read') return true
  // Who may read an archived project can still be decided, or its grants could not be taken back.
  if (verb === 'archive' || verb === 'manage') return role === 'lead'
  if (project.archived) return false
  switch (verb) {
    case 'comment':
      return role !== 'viewer'
    case 'edit':
      return role === 'lead' || role === 'contributor'
    case 'change':
    case 'define':
      return role === 'lead'
  }
}

/** What is in the bin is seen, and taken out again, by those who could put it there. */
function canInDoc(actor: Actor, verb: Verbs['doc'], doc: DocSubject): boolean {
  const role = docRoleOf(actor, doc)
  if (role === null) return false
  const mayArrange = (role === 'lead' || role === 'contributor') && !doc.project.archived
  if (verb === 'erase') return doc.trashed && role === 'lead' && mayArrange
  if (doc.trashed) return mayArrange && ['read', 'follow', 'arrange'].includes(verb)
  switch (verb) {
    case 'read':
      return true
    case 'follow':
      return isTakingPart(actor, doc)
    case 'comment':
      return role !== 'viewer' && !doc.project.archived
    case 'edit':
    case 'arrange':
      return mayArrange
    // What was granted to somebody is not theirs to take where others lead.
    case 'move':
      return mayArrange && mayArrangeIn(projectRoleOf(actor, doc), doc.restricted)
    // Also while it is archived, or what was granted could not be taken back.
    case 'share':
      return role === 'lead'
  }
}

/** In the bin it is seen, and taken out again, by those who could put it there, as docs are. */
function canOnBoard(actor: Actor, verb: Verbs['board'], board: BoardSubject): boolean {
  const project: ProjectSubject = { ...board, kind: 'project' }
  const mayArrange = canInProject(actor, 'edit', project)
  switch (verb) {
    case 'read':
      return board.trashed ? mayArrange : canInProject(actor, 'read', project)
    case 'edit':
      return mayArrange && !board.trashed
    case 'arrange':
      return mayArrange
    case 'erase':
      return board.trashed && canInProject(actor, 'change', project)
  }
}

const fromMostToLeast = ['lead', 'contributor', 'commenter', 'viewer'] as const

/** Through the project alone. */
const mayArrangeIn = (role: ProjectRole | null, restricted: boolean) =>
  role === 'lead' || (role === 'contributor' && !restricted)

const projectRoleOf = (actor: Actor, { project }: DocSubject) =>
  runsTheWorkspace(actor) ? 'lead' : project.role

/** Whoever only was let in to read it, alone or with the whole workspace, reads what it says now. */
const isTakingPart = (actor: Actor, doc: DocSubject): boolean => {
  const granted = doc.grant === 'viewer' ? null : doc.grant
  return docRoleOf(actor, { ...doc, grant: granted, inLibrary: false }) !== null
}

function docRoleOf(actor: Actor, doc: DocSubject): ProjectRole | null {
  const inProject = projectRoleOf(actor, doc)
  const given = doc.restricted && inProject !== 'lead' ? null : inProject
  const shown = doc.inLibrary && actor.role !== 'partner' ? 'viewer' : null
  const roles = [given, doc.grant, shown]
  return fromMostToLeast.find((role) => roles.includes(role)) ?? null
}

/** Nobody puts words into another's mouth; a lead may take some out, and whoever's journal it is. */
function canForComment(
  actor: Actor,
  verb: Verbs['comment'],
  { about, authorId }: CommentSubject,
): boolean {
  if (verb === 'read') return can(actor, about.kind === 'doc' ? 'follow' : 'read', about)
  if (!can(actor, 'comment', about)) return false
  const own = actor.personId === authorId
  switch (verb) {
    case 'change':
      return own
    case 'delete':
      return own || leads(actor, about)
    case 'resolve':
      return own || can(actor, 'edit', about)
  }
}

function leads(actor: Actor, about: CommentSubject['about']): boolean {
  if (about.kind === 'section') return about.isAuthor
  return about.kind === 'doc'
    ? docRoleOf(actor, about) === 'lead'
    : runsTheWorkspace(actor) || about.role === 'lead'
}

/** Its author alone takes it back, also out of a project that they do not read any more. */
function canWithPublication(
  actor: Actor,
  verb: Verbs['publication'],
  { isAuthor, isWithdrawn, project, workspaceId }: PublicationSubject,
): boolean {
  if (isAuthor || verb === 'withdraw') return isAuthor
  return !isWithdrawn && canInProject(actor, 'read', { kind: 'project', workspaceId, ...project })
}

function canForPerson(actor: Actor, verb: Verbs['person'], person: PersonSubject): boolean {
  const self = actor.personId === person.personId
  if (verb === 'read') return self || actor.role !== 'partner' || person.sharesProject
  return !self && mayGrant(actor, person.role)
}
