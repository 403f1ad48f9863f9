/** Docs as they stand in lists outside of their project's page. Times are ISO 8601. */
import type { DocRole } from '../access/roles'
import type { PersonCard } from '../people/person'
import type { BuiltInTemplate } from './doc-contract'

/** `project` is null for who may not read the project itself. */
export type DocLink = { id: string; title: string; project: { id: string; title: string } | null }

/** A doc that names a card, or only the board it is on. */
export type CardMention = DocLink & { names: 'card' | 'board' }

/** What a person finds in the sidebar beside their projects. */
export type MyDocs = { favourites: DocLink[]; shared: DocLink[] }

export type LibraryDoc = DocLink & {
  excerpt: string
  template: boolean
  departments: string[]
  changedAt: string
}

/** Of the workspace's own; `project` is its title, null for the library's. */
export type DocTemplate = { id: string; title: string; excerpt: string; project: string | null }

/** ProseMirror JSON of the doc's schema. */
export type DocContent = { title: string; body: Record<string, unknown> }

export type BuiltInContent = DocContent & { id: BuiltInTemplate }

/** Who may come in beyond, or instead of, the project. */
export type DocAccess = {
  restricted: boolean
  inLibrary: boolean
  /** Who leads the project, and may always. */
  leads: PersonCard[]
  people: (PersonCard & { role: DocRole })[]
  links: PublicLinkRow[]
  /** How many docs stand under it that are open to the whole project. */
  openUnder: number
}

/** Links that are open still. */
export type PublicLinkRow = { id: string; by: string; createdAt: string; expiresAt: string }
