import type { ComponentType, ReactNode } from 'react'

export type Load<P> = () => Promise<ComponentType<P>>

export type LatePart<P> = ((props: P) => ReactNode) & {
  /** Fetches its code ahead; never rejects, for whoever opens it asks again. */
  fetch(): Promise<void>
}

type Looks<P> = {
  waiting: ReactNode
  /** In its place where its code cannot be had. */
  inPlace(missing: { props: P; isTrying: boolean; again: () => void }): ReactNode
}

export type Late<P> = { code: LateCode<P>; looks: Looks<P> }

export type Placed<P> = { of: Late<P>; props: P }

/** The code of a part of a page: fetched once, and again where it could not be had. */
export class LateCode<P> {
  here: ComponentType<P> | null = null
  readonly #load: Load<P>

  constructor(load: Load<P>) {
    this.#load = load
  }

  /** Rejects where it cannot be had. */
  async demand(): Promise<void> {
    renewStyles()
    this.here ??= await this.#load()
  }

  /** Whether it is here now. */
  async fetch(): Promise<boolean> {
    try {
      await this.demand()
      return true
    } catch (error) {
      console.warn('A part of this page could not be fetched.', error)
      return false
    }
  }
}

const lostStyles = new Set<HTMLLinkElement>()

globalThis.addEventListener?.(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') lostStyles.add(target)
  },
  { capture: true },
)

/** Whoever imports the code beside them does not ask for them again. */
function renewStyles(): void {
  for (const link of lostStyles) link.replaceWith(link.cloneNode())
  lostStyles.clear()
}
