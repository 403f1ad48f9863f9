import type { WorkshopPage } from '@atelier/shared/workshops/workshop'

export const ResultsPart = (_: { page: WorkshopPage }) => null
