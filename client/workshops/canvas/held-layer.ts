/**
 * What others hold in their hands, moved along with them by hand: it lies where the wall says as soon as they lay it
 * down, and React hears of nothing before.
 */
import type { Awareness } from 'y-protocols/awareness'
import { stampedPresence } from '../../sync/use-presence'
import { type Glide, glideTo, isGliding, placeAt, restAt } from './glide'
import type { Changes } from './other-pointers'

/** `lies`: where each lay when it was taken up, as it is drawn. Where that changes, it has been laid down. */
type Hold = { ids: string[]; glide: Glide; heardAt: number; lies: Map<string, string> }

export class HeldLayer {
  readonly #awareness: Awareness
  readonly #page: Document
  readonly #holds = new Map<number, Hold>()
  #moved = new Set<HTMLElement>()

  constructor(awareness: Awareness, page: Document) {
    this.#awareness = awareness
    this.#page = page
  }

  /** Answers whether anything is to be drawn. */
  hear({ added, updated, removed }: Changes, now: number): boolean {
    let isNews = false
    for (const client of [...added, ...updated, ...removed]) {
      if (client === this.#awareness.clientID) continue
      const held = stampedPresence(this.#awareness.getStates().get(client))?.held
      const known = this.#holds.get(client)
      if (held) this.#holds.set(client, holdOf(held, known, now))
      else this.#holds.delete(client)
      isNews ||= Boolean(held || known)
    }
    return isNews
  }

  /** Answers whether there is more to be drawn at the next frame. */
  step(now: number): boolean {
    const before = this.#moved
    this.#moved = new Set()
    for (const hold of this.#holds.values()) for (const id of hold.ids) this.#carry(id, hold, now)
    for (const element of before) if (!this.#moved.has(element)) element.style.translate = ''
    return [...this.#holds.values()].some(({ glide }) => isGliding(glide, now))
  }

  stop(): void {
    for (const element of this.#moved) element.style.translate = ''
  }

  #carry(id: string, { lies, glide }: Hold, now: number): void {
    const element = this.#page.querySelector<HTMLElement>(
      `.react-flow__node[data-id="${CSS.escape(id)}"]`,
    )
    if (!element) return
    const lying = lies.get(id) ?? element.style.transform
    lies.set(id, lying)
    if (lying !== element.style.transform) return
    const { x, y } = placeAt(glide, now)
    element.style.translate = `${x.toFixed(1)}px ${y.toFixed(1)}px`
    this.#moved.add(element)
  }
}

function holdOf(
  { ids, x, y }: { ids: string[]; x: number; y: number },
  known: Hold | undefined,
  now: number,
): Hold {
  const isSame = known?.ids.join() === ids.join()
  const glide = isSame ? known.glide : restAt({ x: 0, y: 0 })
  if (isSame && glide.to.x === x && glide.to.y === y) return known
  return {
    ids,
    glide: glideTo(glide, { x, y }, now, isSame ? now - known.heardAt : 0),
    heardAt: now,
    lies: isSame ? known.lies : new Map(),
  }
}
