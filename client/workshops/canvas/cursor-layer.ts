/** Everybody's cursors, drawn by hand in one layer: none of their movements reaches React. */
import type { Room } from '../../sync/room'
import { personColour } from '../../ui/palette'
import { type Place, placeAt } from './glide'
import { HeldLayer } from './held-layer'
import { strengthOf } from './laser'
import { type Changes, OtherPointers, type Pointer } from './other-pointers'

export type Viewport = { x: number; y: number; zoom: number }

/** So long a name stays beside a cursor that rests. */
const nameMs = 2500

export class CursorLayer {
  readonly #layer: HTMLElement
  readonly #canvas: HTMLCanvasElement
  readonly #viewport: () => Viewport
  readonly #pointers: OtherPointers
  readonly #drawn = new Map<number, { element: HTMLElement; heardAt: number; look: string }>()
  readonly #stopHearing: () => void
  #frame = 0
  #hasTrails = false
  readonly #held: HeldLayer
  #rests: ReturnType<typeof setTimeout> | undefined

  constructor(layer: HTMLElement, { awareness, me }: Room, viewport: () => Viewport) {
    this.#layer = layer
    this.#viewport = viewport
    this.#canvas = layer.ownerDocument.createElement('canvas')
    layer.append(this.#canvas)
    this.#pointers = new OtherPointers(awareness, me)
    this.#held = new HeldLayer(awareness, layer.ownerDocument)
    const hear = (changes: Changes) => {
      const isMoved = this.#pointers.hear(changes, performance.now())
      if (this.#held.hear(changes, performance.now()) || isMoved) this.draw()
    }
    awareness.on('change', hear)
    this.#stopHearing = () => awareness.off('change', hear)
    this.draw()
  }

  /** At the next frame; also whenever the view has moved. */
  draw(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#step)
  }

  /** One's own laser, which is not waited for; null when it is off. */
  pointOut(place: Place | null): void {
    this.#pointers.pointOut(place)
    this.draw()
  }

  stop(): void {
    cancelAnimationFrame(this.#frame)
    clearTimeout(this.#rests)
    this.#stopHearing()
    this.#held.stop()
    this.#layer.replaceChildren()
  }

  readonly #step = (): void => {
    this.#frame = 0
    const now = performance.now()
    const view = this.#viewport()
    const goesOn = this.#pointers.step(now)
    for (const pointer of this.#pointers.shown.values()) this.#place(pointer, view, now)
    for (const client of this.#drawn.keys())
      if (!this.#pointers.shown.has(client)) this.#drop(client)
    this.#drawTrails(view, now)
    const isHeld = this.#held.step(now)
    if (goesOn || isHeld) this.draw()
    else this.#restSoon()
  }

  #place(pointer: Pointer, view: Viewport, now: number): void {
    const drawn = this.#drawn.get(pointer.client) ?? this.#make(pointer)
    const { x, y } = onScreen(placeAt(pointer.glide, now), view)
    drawn.element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`
    const isQuiet = now - pointer.heardAt > nameMs
    const look = `wall-cursor${isQuiet ? ' is-quiet' : ''}${pointer.isLaser ? ' is-laser' : ''}`
    if (look !== drawn.look) {
      drawn.element.className = look
      drawn.look = look
    }
  }

  #make(pointer: Pointer) {
    const element = this.#layer.ownerDocument.createElement('div')
    element.style.setProperty('--person', personColour(pointer.colour))
    const name = this.#layer.ownerDocument.createElement('span')
    name.textContent = pointer.name
    element.append(name)
    this.#layer.append(element)
    const drawn = { element, heardAt: pointer.heardAt, look: '' }
    this.#drawn.set(pointer.client, drawn)
    return drawn
  }

  #drop(client: number): void {
    this.#drawn.get(client)?.element.remove()
    this.#drawn.delete(client)
  }

  /** Names go when nobody moves: one more frame then. */
  #restSoon(): void {
    clearTimeout(this.#rests)
    const now = performance.now()
    const isLoud = [...this.#pointers.shown.values()].some(({ heardAt }) => now - heardAt <= nameMs)
    if (isLoud) this.#rests = setTimeout(() => this.draw(), nameMs)
  }

  #drawTrails(view: Viewport, now: number): void {
    const trails = [...this.#pointers.shown.values()].filter(({ trail }) => trail.length > 1)
    if (trails.length === 0 && !this.#hasTrails) return
    this.#hasTrails = trails.length > 0
    const context = this.#sized()
    if (!context) return
    for (const pointer of trails) drawTrail(context, pointer, view, now, this.#inkOf(pointer))
  }

  #inkOf({ client }: Pointer): string {
    const element = this.#drawn.get(client)?.element
    return element ? getComputedStyle(element).color : 'red'
  }

  /** Empty, and as large as the layer is now. */
  #sized(): CanvasRenderingContext2D | null {
    const { clientWidth: width, clientHeight: height } = this.#layer
    if (this.#canvas.width !== width) this.#canvas.width = width
    if (this.#canvas.height !== height) this.#canvas.height = height
    const context = this.#canvas.getContext('2d')
    context?.clearRect(0, 0, width, height)
    return context
  }
}

const onScreen = ({ x, y }: Place, view: Viewport): Place => ({
  x: x * view.zoom + view.x,
  y: y * view.zoom + view.y,
})

function drawTrail(
  context: CanvasRenderingContext2D,
  { trail }: Pointer,
  view: Viewport,
  now: number,
  ink: string,
): void {
  context.strokeStyle = ink
  context.lineCap = 'butt'
  for (const [nth, { at, ...place }] of trail.entries()) {
    const before = trail[nth - 1]
    if (!before) continue
    const [from, to] = [onScreen(before, view), onScreen(place, view)]
    const strength = strengthOf(at, now)
    context.globalAlpha = strength
    context.lineWidth = 2 + 4 * strength
    context.beginPath()
    context.moveTo(from.x, from.y)
    context.lineTo(to.x, to.y)
    context.stroke()
  }
}
