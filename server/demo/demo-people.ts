/** Who works in the example workspace. The e-mail addresses are fixed: tests sign in with them. */
import type { WorkspaceRole } from '@atelier/shared/access/roles'
import type { Language } from '@atelier/shared/people/choices'

export const demoWorkspace = 'Nordhafen Learning'

/** `.example` is reserved: no letter ever reaches anybody. */
export const demoOrganisations = {
  nordhafen: {
    name: 'Nordhafen Instruments',
    kind: 'company',
    region: 'DE',
    departments: ['Production', 'Quality', 'IT', 'People & Learning'],
  },
  school: {
    name: 'Berufskolleg am Hafen',
    kind: 'training-provider',
    region: 'DE',
    departments: ['Metalltechnik'],
  },
} as const

/** One password for all of them, in example workspaces only. */
export const demoPassword = 'learn-by-doing'

export type DemoPerson = {
  name: string
  email: string
  role: WorkspaceRole
  organisation: keyof typeof demoOrganisations
  department: string
  language: Language
  /** What this account shows best, for the list of sign-ins. */
  shows: string
}

const nordhafen = (person: Omit<DemoPerson, 'organisation' | 'language'>): DemoPerson => ({
  ...person,
  organisation: 'nordhafen',
  language: 'en',
})
const school = (name: string, email: string, shows: string): DemoPerson => ({
  name,
  email,
  shows,
  role: 'partner',
  organisation: 'school',
  department: 'Metalltechnik',
  language: 'de',
})

export const demoPeople = {
  ingrid: nordhafen({
    name: 'Ingrid Solberg',
    email: 'ingrid@nordhafen.example',
    role: 'owner',
    department: 'Production',
    shows: 'owner of the workspace',
  }),
  tomasz: nordhafen({
    name: 'Tomasz Wieczorek',
    email: 'tomasz@nordhafen.example',
    role: 'admin',
    department: 'People & Learning',
    shows: 'admin, answers for learning',
  }),
  amara: nordhafen({
    name: 'Amara Okafor',
    email: 'amara@nordhafen.example',
    role: 'member',
    department: 'Quality',
    shows: 'lead of the scrap project',
  }),
  jonas: nordhafen({
    name: 'Jonas Petersen',
    email: 'jonas@nordhafen.example',
    role: 'member',
    department: 'Production',
    shows: 'contributor',
  }),
  mei: nordhafen({
    name: 'Mei-Lin Zhou',
    email: 'mei-lin@nordhafen.example',
    role: 'member',
    department: 'IT',
    shows: 'contributor',
  }),
  hanneke: nordhafen({
    name: 'Hanneke de Vries',
    email: 'hanneke@nordhafen.example',
    role: 'member',
    department: 'Quality',
    shows: 'commenter',
  }),
  oliver: nordhafen({
    name: 'Oliver Grant',
    email: 'oliver@nordhafen.example',
    role: 'member',
    department: 'IT',
    shows: 'viewer',
  }),
  sabine: school('Sabine Krüger', 'sabine@berufskolleg.example', 'teacher of the partner school'),
  emre: school('Emre Yıldız', 'emre@berufskolleg.example', 'apprentice'),
  lena: school('Lena Hoffmann', 'lena@berufskolleg.example', 'apprentice'),
} satisfies Record<string, DemoPerson>

export type DemoPersonKey = keyof typeof demoPeople
