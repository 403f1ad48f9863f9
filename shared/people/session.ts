import type { WorkspaceRole } from '../access/roles'
import type { Language } from './choices'
import type { PersonCard } from './person'

/** The signed-in person's own facts. */
export type Me = PersonCard & {
  email: string
  role: WorkspaceRole
  language: Language
  /** As their browser said last; null where none has. */
  timeZone: string | null
  workspaceId: string
  organisationId: string
  departmentId: string | null
}

export type WorkspaceCard = { id: string; name: string }

/** What the page asks first: which of three doors to open. */
export type SessionAnswer =
  | { state: 'first-run'; needsCode?: true }
  | { state: 'signed-out' }
  | { state: 'signed-in'; me: Me; workspace: WorkspaceCard }

/** One place where a person is signed in. Times are ISO 8601. */
export type SignedInDevice = {
  id: string
  /** A short description from the browser, never trusted for anything but reading. */
  device: string
  createdAt: string
  expiresAt: string
  current: boolean
}

/** Names who is thought to ask, by the person's id: the answer is `signed-out` where somebody else does. */
export const expectedPersonHeader = 'x-expected-person'
