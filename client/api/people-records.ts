/** What the server knows about people and what lets them in, as live hooks. */
import type { OwnFeed } from '@atelier/shared/boards/calendar-feed'
import type { Grant } from '@atelier/shared/people/grant'
import type { InvitationRow } from '@atelier/shared/people/invitation'
import type { OrganisationRow, PersonRow } from '@atelier/shared/people/person'
import type { SignedInDevice } from '@atelier/shared/people/session'
import { api, ask } from './api'
import { useLiveQuery } from './use-live-query'

export const usePeople = () =>
  useLiveQuery(['people'], (): Promise<PersonRow[]> => ask(api.people.$get()))

/** With their departments. */
export const useOrganisations = () =>
  useLiveQuery(['organisations'], (): Promise<OrganisationRow[]> => ask(api.organisations.$get()))

export const useInvitations = () =>
  useLiveQuery(['invitations'], (): Promise<InvitationRow[]> => ask(api.invitations.$get()))

export const useGrants = () =>
  useLiveQuery(['grants'], (): Promise<Grant[]> => ask(api.grants.$get()))

/** The newest first. */
export const useOwnFeeds = () =>
  useLiveQuery(['calendar-feed'], (): Promise<OwnFeed[]> => ask(api.me['calendar-feeds'].$get()))

export const useDevices = () =>
  useLiveQuery(['devices'], (): Promise<SignedInDevice[]> => ask(api.me.sessions.$get()))
