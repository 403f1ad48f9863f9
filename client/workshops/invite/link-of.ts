import { showCode } from '@atelier/shared/workshops/workshop'

/** What a QR code carries, and what is sent. */
export const linkOf = (code: string): string => `${window.location.origin}/w/${showCode(code)}`
/** What somebody types who is shown a code. */
export const placeToType = (): string => `${window.location.host}/w`
