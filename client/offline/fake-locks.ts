/** For tests: the locks all tabs of a device share. */
export function fakeLocks(): LockManager {
  const held = new Map<string, Promise<unknown>>()
  const request = async (
    name: string,
    options: LockOptions | (() => Promise<unknown>),
    hold: (lock: Lock | null) => Promise<unknown> | undefined = options as () => Promise<unknown>,
  ) => {
    const before = held.get(name)
    if (before && typeof options === 'object' && options.ifAvailable) return hold(null)
    const turn = (async () => {
      await before
      await hold({ name, mode: 'exclusive' })
    })()
    const done = turn.finally(() => held.get(name) === done && held.delete(name))
    held.set(name, done)
    return done
  }
  return { request, query: async () => ({}) } as unknown as LockManager
}
