/**
 * A bound on the time one frame may take. Concurrent inserts at one place, and deletions inside
 * one long text, cost Yjs the square of their number, which no check of the bytes can foresee:
 * a frame of one megabyte can take minutes. Between two whole steps it is safe to stop.
 */
import * as Y from 'yjs'

export class OverBudget extends Error {}

let deadline = Number.POSITIVE_INFINITY
let depth = 0

/** Throws OverBudget when the time is used up; what was applied until then stays, and is whole. */
export function withinBudget(ms: number, apply: () => void): void {
  deadline = performance.now() + ms
  try {
    apply()
  } finally {
    deadline = Number.POSITIVE_INFINITY
  }
}

function stop(): never {
  // Yjs still has to tidy up after what was applied.
  deadline = Number.POSITIVE_INFINITY
  throw new OverBudget('a frame took too long')
}

/** Never inside a step: an item half linked, or a parent deleted without its children, would diverge. */
function bounded<Args extends unknown[]>(step: (this: Y.Item, ...args: Args) => void) {
  return function (this: Y.Item, ...args: Args): void {
    if (depth === 0 && performance.now() >= deadline) stop()
    depth++
    try {
      step.apply(this, args)
    } finally {
      depth--
    }
  }
}

// Yjs offers no hook between items, and one update is one uninterruptible call.
Y.Item.prototype.integrate = bounded(Y.Item.prototype.integrate)
Y.Item.prototype.delete = bounded(Y.Item.prototype.delete)
