import * as z from 'zod'
import { type WorkspaceRole, workspaceRoles } from '../access/roles'
import { words } from '../basics/words'
import { languages, organisationKinds, type PersonColour, personColours } from './choices'
import { timeZone } from './time-zone'

export const personName = words.trim().min(1).max(80)
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email())
/** At least 12 characters, no composition rules, never truncated. */
export const newPassword = z.string().min(12).max(256)
export const id = z.uuid()

/** First visit: the workspace, its home organisation and the owner's account. */
export const setUpWorkspace = z.object({
  workspace: words.trim().min(1).max(80),
  organisation: words.trim().min(1).max(120),
  name: personName,
  email,
  password: newPassword,
  language: z.enum(languages),
  /** As the server printed it, for whoever is not at the machine itself. */
  code: z.string().max(60).optional(),
})

export const signIn = z.object({ email, password: z.string().min(1).max(256) })

export const changeProfile = z
  .object({
    name: personName,
    departmentId: id.nullable(),
    colour: z.enum(personColours),
    language: z.enum(languages),
    timeZone,
  })
  .partial()

export const changePassword = z.object({ current: z.string().min(1).max(256), next: newPassword })

export const changePerson = z
  .object({ role: z.enum(workspaceRoles), suspended: z.boolean() })
  .partial()

export const newDepartment = z.object({
  organisationId: id,
  name: words.trim().min(1).max(80),
})
export const newOrganisation = z.object({
  name: words.trim().min(1).max(120),
  kind: z.enum(organisationKinds),
  /** ISO 3166-1 alpha-2. */
  region: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
})

export const changeWorkspace = z.object({ name: words.trim().min(1).max(80) })

/** What people see of each other. */
export type PersonCard = {
  id: string
  name: string
  colour: PersonColour
  department: string | null
  organisation: string
}

/** A row of the list of people. `email` and `suspended` are for those who run the workspace, null for others. */
export type PersonRow = PersonCard & {
  role: WorkspaceRole
  organisationId: string
  departmentId: string | null
  email: string | null
  suspended: boolean | null
  /** By their own will, and for good. */
  hasLeft: boolean
  /** Whether the asking person shares a project with this one: what `can` needs. */
  sharesProject: boolean
}

export type OrganisationRow = {
  id: string
  name: string
  kind: string
  region: string | null
  home: boolean
  departments: { id: string; name: string }[]
}
