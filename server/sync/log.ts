/** The part of the logger rooms use. */
export type Log = {
  warn(details: object, message: string): void
  error(details: object, message: string): void
}
