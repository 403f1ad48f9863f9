import * as z from 'zod'
import { projectRoles } from '../access/roles'
import { id } from '../people/person'

export const projectTitle = z.string().trim().min(1).max(120)
/** The challenge in a sentence. */
export const challenge = z.string().trim().max(280)

export const newProject = z.object({
  title: projectTitle,
  challenge,
  departmentIds: z.array(id).max(50),
})

export const changeProject = newProject.partial()

export const setMember = z.object({ role: z.enum(projectRoles) })

/** A new doc or board. */
export const newRoom = z.object({ title: z.string().trim().min(1).max(200) })
