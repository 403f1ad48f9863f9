/** Something that is not our protocol, or is built to hurt. Closes its own connection only (S6). */
export class BadFrame extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'BadFrame'
  }
}

/** For reading what a client sent: whatever goes wrong there is the frame's fault. */
export function orBadFrame<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof BadFrame ? error : new BadFrame(`unreadable: ${error}`)
  }
}
