import type { PresentPerson } from '@atelier/shared/sync/messages'
import type { RoomName } from '@atelier/shared/sync/room-name'
import type { Logger } from 'pino'
import type { AccessChanges } from '../access/access-changes'
import type { SecretCookie } from '../access/cookie'
import type { Passwords } from '../access/passwords'
import type { SignInSessions } from '../access/sign-in-session'
import type { Database } from '../db/database'
import type { Notices } from '../notices/notices'
import type { FileStore } from '../storage/file-store'
import type { FileTypes } from '../storage/file-types'
import type { Rooms } from '../sync/rooms'
import type { SetUpDoor } from './set-up-door'

/** What routes are built with; main.ts and the tests make it. */
export type Deps = {
  db: Database
  sessions: SignInSessions
  passwords: Passwords
  accessChanges: AccessChanges
  notices: Notices
  /** What is in rooms, without joining them. Rights are the caller's business. */
  rooms: Pick<Rooms, 'edit' | 'read' | 'look' | 'takeStored'>
  /** Who has these rooms open now, each person once per room. */
  whoIsHere(rooms: RoomName[]): Map<RoomName, PresentPerson[]>
  files: FileStore
  /** How large one file may be. */
  fileLimitBytes: number
  fileTypes: FileTypes
  cookie: SecretCookie
  deviceCookie: SecretCookie
  /** Whose pages may write: see `allowedOrigins`. */
  origins: ReadonlySet<string>
  trustProxy: boolean
  setUpDoor: SetUpDoor
  log: Logger
}
