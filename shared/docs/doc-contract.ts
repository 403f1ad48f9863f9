/** What one asks of a doc beside its text: where it stands, who may come in, what it is made from. */
import * as z from 'zod'
import { docRoles } from '../access/roles'
import { id } from '../people/person'
import { newRoom } from '../projects/project'

export const builtInTemplates = [
  'meeting-notes',
  'experiment',
  'decision',
  'how-to',
  'learning-plan',
] as const
export type BuiltInTemplate = (typeof builtInTemplates)[number]

/**
 * Left out, `parentId` is the top of the project's tree, and `template` an empty sheet. `id` where it
 * was begun on a device without a network: sent again, it is the same doc.
 */
export const newDoc = newRoom.extend({
  id: id.optional(),
  parentId: id.optional(),
  template: z
    .object({ builtIn: z.enum(builtInTemplates), docId: id })
    .partial()
    .optional(),
})

/** Under which doc (null: at the top), and before or after which of those there; else the last. */
export const placeDoc = z.object({
  parentId: id.nullable(),
  before: id.optional(),
  after: id.optional(),
})

export const moveDoc = z.object({ projectId: id })

/** `under`: with all that stands under it. */
export const duplicateDoc = z.object({ under: z.boolean() })

/** `under`: what stands under it becomes restricted with it. */
export const changeDoc = z
  .object({
    template: z.boolean(),
    inLibrary: z.boolean(),
    restricted: z.boolean(),
    under: z.literal(true),
  })
  .partial()
  .refine(({ under, restricted }) => !under || restricted === true, { path: ['under'] })

export const grantDoc = z.object({ role: z.enum(docRoles) })

/** For a year at most. */
export const newPublicLink = z.object({ expiresAt: z.iso.datetime() })
