/**
 * What an apprentice writes down of one week, until the server has it. It lives longer than the screen: what could not
 * be sent is tried again, also after somebody went to another page. Nothing of it is kept on the device.
 */
import type { WeekForm } from '@atelier/shared/training/week-form'
import { codeOf } from '../api/request-failed'
import type { CopyIdentity } from '../offline/device-databases'
import { finalRefusal } from '../offline/kept-uploads'
import { isRemembered } from '../offline/remembered-who'
import { type UnsentWords, watchForUnsent } from '../offline/unsent-words'
import { formOf, hasUnread, type WrittenWeek, writtenWeek } from './written-week'

export type DraftState = {
  form: WrittenWeek
  /**
   * `conflict`: there is a newer one than that on which this was written. `refused`: as it is the server will never have
   * it, so it is not sent again before it is written on, or somebody wishes that.
   */
  standing: 'saved' | 'saving' | 'unsaved' | 'conflict' | 'refused'
  /** Why. */
  refusedWith: unknown
  /** Sending it did not work, and has not since. */
  hasFailed: boolean
}

/** Resolves with the new version. */
type Save = (draft: { basedOn: number; form: WeekForm }) => Promise<{ version: number }>

/** To the server: hours as they are typed are here alone. */
const isSame = (one: WrittenWeek, other: WrittenWeek): boolean =>
  JSON.stringify(formOf(one)) === JSON.stringify(formOf(other))

const quietMs = 600
const againMs = 5_000

export class DraftKeeper {
  state: DraftState
  private readonly save: Save
  private readonly isHere: () => boolean
  private version: number
  private timer: ReturnType<typeof setTimeout> | null = null
  private sending: Promise<void> | null = null
  private isClosed = false
  private readonly listeners = new Set<() => void>()

  /** `isHere`: whether it is still the one whose words these are. Nothing is said in the name of anybody else. */
  constructor(
    save: Save,
    { version, form }: { version: number; form: WeekForm },
    isHere: () => boolean = () => true,
  ) {
    this.save = save
    this.isHere = isHere
    this.version = version
    this.state = { form: writtenWeek(form), standing: 'saved', refusedWith: null, hasFailed: false }
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  write(form: WrittenWeek): void {
    if (isSame(form, this.state.form)) {
      this.put({ form })
      return
    }
    const standing = this.state.standing === 'conflict' ? 'conflict' : 'unsaved'
    this.put({ form, standing, refusedWith: null })
    if (standing === 'unsaved') this.sendIn(quietMs)
  }

  /** What came from the server: taken where nothing here is newer. Hours that cannot be read are in no other draft. */
  learn({ version, form }: { version: number; form: WeekForm }): void {
    if (version <= this.version || this.state.standing !== 'saved') return
    if (hasUnread(this.state.form)) this.put({ standing: 'conflict' })
    else {
      this.version = version
      this.put({ form: writtenWeek(form), standing: 'saved' })
    }
  }

  /** Whether this is newer than that on which was written here. */
  isNews({ version }: { version: number }): boolean {
    return version > this.version
  }

  /** After a conflict, with what the server has now: the one or the other, never a mix. */
  settle(theirs: { version: number; form: WeekForm }, keep: 'mine' | 'theirs'): void {
    this.version = theirs.version
    const saved = { standing: 'saved', hasFailed: false } as const
    if (keep === 'theirs') this.put({ form: writtenWeek(theirs.form), ...saved })
    else {
      this.put({ standing: 'unsaved', hasFailed: false })
      void this.send()
    }
  }

  /** Everything is at the server: with the version it has there; null where that did not come about. */
  async flush(): Promise<number | null> {
    if (this.state.standing === 'refused') this.put({ standing: 'unsaved' })
    await this.send()
    return this.state.standing === 'saved' ? this.version : null
  }

  /** Whether it is of whoever is here; given up for good where it is not. */
  isKept(): boolean {
    if (!this.isHere()) this.close()
    return !this.isClosed
  }

  /** Nothing of it is sent any more. */
  close(): void {
    if (this.timer) clearTimeout(this.timer)
    this.isClosed = true
  }

  private put(state: Partial<DraftState>): void {
    this.state = { ...this.state, ...state }
    for (const listener of this.listeners) listener()
  }

  private sendIn(ms: number): void {
    if (this.timer) clearTimeout(this.timer)
    if (this.isClosed) return
    this.timer = setTimeout(() => void this.send(), ms)
  }

  /** One at a time, until nothing is left that could be sent. */
  private send(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.sending ??= this.sendAll().finally(() => {
      this.sending = null
    })
    return this.sending
  }

  private async sendAll(): Promise<void> {
    while (this.state.standing === 'unsaved' && this.isKept()) {
      const { form } = this.state
      this.put({ standing: 'saving' })
      try {
        this.version = (await this.save({ basedOn: this.version, form: formOf(form) })).version
        // Something may have been written meanwhile.
        const standing = this.state.form === form ? 'saved' : 'unsaved'
        this.put({ standing, refusedWith: null, hasFailed: false })
      } catch (error) {
        const isConflict = codeOf(error) === 'conflict'
        const isNewer = this.state.form !== form
        if (isConflict) this.put({ standing: 'conflict', hasFailed: false })
        else if (!finalRefusal(error)) {
          this.put({ standing: 'unsaved', hasFailed: true })
          this.sendIn(againMs)
        } else if (isNewer) {
          // What was written on meanwhile may pass.
          this.put({ standing: 'unsaved' })
          continue
        } else this.put({ standing: 'refused', refusedWith: error, hasFailed: true })
        return
      }
    }
  }
}

/** By whose they are, and of which week: whoever is here next on this device comes upon none of another's. */
const keepers = new Map<string, DraftKeeper>()

export function draftKeeper(
  who: CopyIdentity,
  place: string,
  save: Save,
  draft: { version: number; form: WeekForm },
): DraftKeeper {
  const key = [who.workspaceId, who.personId, place].join(':')
  ownKeepers()
  const known = keepers.get(key)
  if (known) {
    known.learn(draft)
    return known
  }
  if (keepers.size === 0) addEventListener('beforeunload', warn)
  watchForUnsent(unsentWeeks)
  const keeper = new DraftKeeper(save, draft, () => isRemembered(who))
  keepers.set(key, keeper)
  return keeper
}

/** Those of whoever is here; of anybody else nothing is kept. */
function ownKeepers(): DraftKeeper[] {
  for (const [key, keeper] of keepers) if (!keeper.isKept()) keepers.delete(key)
  return [...keepers.values()]
}

/** Words of somebody would be lost with this page. */
function warn(event: BeforeUnloadEvent): void {
  if (isAnythingUnsaved()) event.preventDefault()
}

const isAnythingUnsaved = (): boolean =>
  ownKeepers().some(({ state }) => state.standing !== 'saved' || hasUnread(state.form))

const unsentWeeks: UnsentWords = {
  what: 'week',
  isWaiting: isAnythingUnsaved,
  send: () => Promise.all(ownKeepers().map((keeper) => keeper.flush())),
  forget() {
    for (const keeper of keepers.values()) keeper.close()
    keepers.clear()
    removeEventListener('beforeunload', warn)
  },
}
