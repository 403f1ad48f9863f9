/** Work that would hold a page up if all of it came at once: a piece at a time, with a frame and keys between. */
const waiting: (() => void)[] = []

/** Answers how to give it up before its turn. */
export function takeTurn(work: () => void): () => void {
  waiting.push(work)
  if (waiting.length === 1) afterFrame(next)
  return () => {
    const nth = waiting.indexOf(work)
    if (nth > 0) waiting.splice(nth, 1)
    // The first one is what the others wait behind.
    else if (nth === 0) waiting[0] = () => undefined
  }
}

function next(): void {
  const work = waiting[0]
  try {
    work?.()
  } finally {
    waiting.shift()
    if (waiting.length > 0) afterFrame(next)
  }
}

/** A page that is not looked at draws no frames. */
function afterFrame(work: () => void): void {
  if (document.hidden) setTimeout(work)
  else requestAnimationFrame(() => setTimeout(work))
}
