let last = 0

/** Orders what waits: later ones are greater, also after a reload. */
export const nextNumber = (): number => {
  last = Math.max(Date.now(), last + 1)
  return last
}
