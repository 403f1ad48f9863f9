import { createElement, type ReactNode, Suspense, useEffect, useState } from 'react'
import { whenIdle } from '../ui/when-idle'
import { LateCode, type Load } from './late-code'

/** However busy the page is: somebody may look for it. */
const atLatestMs = 500
/** Where it could not be had: there may be a network again. */
const tryAgainMs = 5_000

type Quiet<P> = { code: LateCode<P>; meanwhile: ReactNode }

/**
 * A small part of a page whose code comes once the page has nothing else to do, and soon. Until then, and where it
 * cannot be had, there is what stands in for it. Not `lazy`: where that waits, React holds back for a while
 * what stops waiting elsewhere, and that may be the page.
 */
export function quietPart<P extends object>(load: Load<P>, meanwhile: ReactNode = null) {
  const of = { code: new LateCode(load), meanwhile }
  return (props: P) => <QuietPlace of={of} props={props} />
}

function QuietPlace<P extends object>({ of, props }: { of: Quiet<P>; props: P }) {
  const { code, meanwhile } = of
  const [isHere, setHere] = useState(code.here !== null)
  useEffect(() => {
    if (isHere) return
    let giveUp: () => void = () => undefined
    let isOver = false
    const fetch = async () => {
      const here = await code.fetch()
      if (isOver) return
      if (here) return setHere(true)
      const timer = setTimeout(fetch, tryAgainMs)
      giveUp = () => clearTimeout(timer)
    }
    giveUp = whenIdle(() => void fetch(), { atLatestMs })
    return () => {
      isOver = true
      giveUp()
    }
  }, [code, isHere])
  if (!code.here) return meanwhile
  return <Suspense fallback={meanwhile}>{createElement(code.here, props)}</Suspense>
}
