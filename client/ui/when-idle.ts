/** On a page that is never at rest. */
const tenSeconds = 10_000

/** What nobody waits for, once the page has nothing else to do. Answers how to give it up. */
export function whenIdle(work: () => void, { atLatestMs = tenSeconds } = {}): () => void {
  if ('requestIdleCallback' in window) {
    const asked = requestIdleCallback(work, { timeout: atLatestMs })
    return () => cancelIdleCallback(asked)
  }
  const timer = setTimeout(work)
  return () => clearTimeout(timer)
}
