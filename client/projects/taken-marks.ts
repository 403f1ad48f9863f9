/** What of each room was brought onto this device last. Kept by room: a doc moves from project to project. */
import type { RoomName } from '@atelier/shared/sync/room-name'
import type { CopyIdentity } from '../offline/device-databases'
import { changeRecord, dropRecord, readRecord } from '../offline/kept-records'

/** `files` are those it showed then; undefined where nobody has looked. */
export type TakenMark = {
  projectId: string
  changedAt: string
  files?: string[]
  /** How many there were when its comments were brought, and when that was. */
  openThreads?: number
  talkedAt?: number
}

type Marks = Partial<Record<RoomName, TakenMark>>
const key = ['taken']

export class TakenMarks {
  readonly #who: CopyIdentity
  #marks: Marks

  private constructor(who: CopyIdentity, marks: Marks) {
    this.#who = who
    this.#marks = marks
  }

  static async read(who: CopyIdentity, projectIds: readonly string[]): Promise<TakenMarks> {
    for (const projectId of projectIds) await takeOver(who, projectId)
    return new TakenMarks(who, (await readRecord<Marks>(who, key)) ?? {})
  }

  all = (): [RoomName, TakenMark][] => Object.entries(this.#marks) as [RoomName, TakenMark][]

  of = (room: RoomName): TakenMark | undefined => this.#marks[room]

  note(room: RoomName, mark: TakenMark): Promise<void> {
    return this.#write({ ...this.#marks, [room]: mark })
  }

  forget(room: RoomName): Promise<void> {
    const { [room]: _, ...others } = this.#marks
    return this.#write(others)
  }

  async #write(marks: Marks): Promise<void> {
    this.#marks = marks
    await changeRecord<Marks>(this.#who, key, () => marks)
  }
}

/** Until November 2026 each project had marks of its own. */
async function takeOver(who: CopyIdentity, projectId: string): Promise<void> {
  const old = await readRecord<Record<string, string>>(who, ['taken', projectId])
  if (!old) return
  const marks = Object.entries(old).map(([room, changedAt]) => [room, { projectId, changedAt }])
  await changeRecord<Marks>(who, key, (before) => ({ ...Object.fromEntries(marks), ...before }))
  await dropRecord(who, ['taken', projectId])
}
