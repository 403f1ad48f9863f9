/** In a workspace. Partners come from another organisation and see only what they share. */
export const workspaceRoles = ['owner', 'admin', 'member', 'partner'] as const
export type WorkspaceRole = (typeof workspaceRoles)[number]

/** In a project, from most to least. */
export const projectRoles = ['lead', 'contributor', 'commenter', 'viewer'] as const
export type ProjectRole = (typeof projectRoles)[number]

/** In one doc, where it differs from its project. */
export const docRoles = ['contributor', 'commenter', 'viewer'] as const
export type DocRole = (typeof docRoles)[number]

/** In a pair one is the mentor, one the mentee; in a circle all are peers. */
export const mentorshipRoles = ['mentor', 'mentee', 'peer'] as const
export type MentorshipRole = (typeof mentorshipRoles)[number]

/**
 * `asked` → `active`, `declined`, or `ended` by who asked; `active` ⇄ `paused`; both → `ended`. What was declined or
 * ended stays so: who wants to go on asks again.
 */
export const mentorshipStates = ['asked', 'active', 'paused', 'declined', 'ended'] as const
export type MentorshipState = (typeof mentorshipStates)[number]

/**
 * Who a section of a journal is for: its author alone; the two of a mentorship; a circle. What a project may read is
 * published: a copy of that moment under the name the author chose, never the section itself, in which people are seen.
 */
export const audiences = ['private', 'pair', 'circle'] as const
export type Audience = (typeof audiences)[number]

/** In a training record there is one of each: `trainer` is of the company. */
export const trainingRoles = ['apprentice', 'trainer', 'school'] as const
export type TrainingRole = (typeof trainingRoles)[number]
/** Those who sign, of two organisations. */
export const signingRoles = ['trainer', 'school'] as const
export type SigningRole = (typeof signingRoles)[number]

/** In a workshop: facilitators, of whom there can be several, have an account. */
export const seatRoles = ['facilitator', 'participant'] as const
export type SeatRole = (typeof seatRoles)[number]
/** `waiting` in the lobby; `left` and may come back; `removed` by a facilitator, for good. */
export const seatStates = ['waiting', 'in', 'left', 'removed'] as const
export type SeatState = (typeof seatStates)[number]
