import type { WriteJob } from '../jobs'
export const writePdf = (_: WriteJob): Uint8Array => new Uint8Array()
