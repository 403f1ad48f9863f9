import type { WriteJob } from '../jobs'
export const writeDocx = (_: WriteJob): Uint8Array => new Uint8Array()
