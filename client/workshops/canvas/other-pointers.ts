/** What others say of their pointers, kept beside React: sixty of them move all the time. */
import type { PersonColour } from '@atelier/shared/people/choices'
import type { PresentPerson } from '@atelier/shared/sync/messages'
import type { Awareness } from 'y-protocols/awareness'
import { stampedPresence } from '../../sync/use-presence'
import { type Glide, glideTo, isGliding, type Place, placeAt, restAt } from './glide'
import { faded, lengthened, type Trail } from './laser'

export type Pointer = {
  client: number
  name: string
  colour: PersonColour
  glide: Glide
  heardAt: number
  /** Whether they point something out. */
  isLaser: boolean
  trail: Trail
}

export type Changes = { added: number[]; updated: number[]; removed: number[] }

export class OtherPointers {
  readonly #awareness: Awareness
  readonly #me: PresentPerson
  readonly shown = new Map<number, Pointer>()

  constructor(awareness: Awareness, me: PresentPerson) {
    this.#awareness = awareness
    this.#me = me
    const clients = [...awareness.getStates().keys()]
    this.hear({ added: clients, updated: [], removed: [] }, performance.now())
  }

  /** Answers whether anything is to be drawn. */
  hear({ added, updated, removed }: Changes, now: number): boolean {
    const heard = [...added, ...updated, ...removed].filter(
      (one) => one !== this.#awareness.clientID,
    )
    for (const client of heard) this.#take(client, now)
    return heard.length > 0
  }

  pointOut(place: Place | null): void {
    const client = this.#awareness.clientID
    const trail = this.shown.get(client)?.trail ?? []
    if (!place) this.shown.delete(client)
    else
      this.shown.set(client, {
        ...{ client, name: this.#me.name, colour: this.#me.colour, isLaser: true, trail },
        ...{ glide: restAt(place), heardAt: Number.NEGATIVE_INFINITY },
      })
  }

  #take(client: number, now: number): void {
    const present = stampedPresence(this.#awareness.getStates().get(client))
    if (!present?.point) {
      this.shown.delete(client)
      return
    }
    const { x, y, laser = false } = present.point
    const { name, colour } = present.person
    const known = this.shown.get(client)
    const isSame = known?.glide.to.x === x && known.glide.to.y === y
    this.shown.set(client, {
      ...{ client, name, colour, isLaser: laser, trail: known?.trail ?? [] },
      glide: known
        ? isSame
          ? known.glide
          : glideTo(known.glide, { x, y }, now, now - known.heardAt)
        : restAt({ x, y }),
      heardAt: isSame ? known.heardAt : now,
    })
  }

  /** Answers whether there is more to be drawn at the next frame. */
  step(now: number): boolean {
    let goesOn = false
    for (const pointer of this.shown.values()) {
      if (pointer.isLaser)
        pointer.trail = lengthened(pointer.trail, placeAt(pointer.glide, now), now)
      else if (pointer.trail.length > 0) pointer.trail = faded(pointer.trail, now)
      goesOn ||= isGliding(pointer.glide, now) || pointer.trail.length > 0
    }
    return goesOn
  }
}
