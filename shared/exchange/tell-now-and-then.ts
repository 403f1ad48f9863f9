const every = 50

/** Calls `tell` for some of many, so that saying how far one is costs nothing. */
export const tellNowAndThen =
  (of: number, tell: ((done: number, of: number) => void) | undefined) =>
  (done: number): void => {
    if (done % every === 0 || done === of) tell?.(done, of)
  }
