import { createElement, type ReactNode, useEffect, useState } from 'react'
import { LateCode, type Load } from '../offline/late-code'

/** A screen whose code comes by itself; `fetch` asks for it ahead. */
export type ScreenPart<P> = ((props: P) => ReactNode) & { fetch(): Promise<void> }

/**
 * Where the code is here, the screen is drawn with the page around it. Not `lazy`: that waits even then, and
 * whatever stops waiting is held back by React for 300 ms after anything last began to.
 * What cannot be fetched is thrown, and fetched again by whoever is drawn after that.
 */
export function screenPart<P extends object>(load: Load<P>, waiting: ReactNode): ScreenPart<P> {
  const code = new LateCode(load)
  const show = (props: P) => <ScreenPlace code={code} props={props} waiting={waiting} />
  return Object.assign(show, { fetch: () => code.demand() })
}

type Placed<P> = { code: LateCode<P>; props: P; waiting: ReactNode }

function ScreenPlace<P extends object>({ code, props, waiting }: Placed<P>) {
  const [isHere, setHere] = useState(code.here !== null)
  const [fault, setFault] = useState<{ error: unknown }>()
  useEffect(() => {
    if (isHere) return
    let isOver = false
    code.demand().then(
      () => isOver || setHere(true),
      (error: unknown) => isOver || setFault({ error }),
    )
    return () => {
      isOver = true
    }
  }, [code, isHere])
  if (fault) throw fault.error
  return code.here ? createElement(code.here, props) : waiting
}
