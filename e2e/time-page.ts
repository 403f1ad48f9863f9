/** What tests of the calendar and the timeline go by: days, and where they are on a page. */
import { dayAt, dayNumber } from '@atelier/shared/boards/span'
import type { Page } from '@playwright/test'

export const today = dayNumber(new Date().toISOString().slice(0, 10))

/** In the middle of next month, so that the days around it are in one grid. */
export const middle = dayNumber(`${dayAt(today + 31).slice(0, 7)}-14`)

/** Browsers differ in whether a comma follows the weekday. */
export const long = (day: number) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })
    .format(day * 86_400_000)
    .replace(/^(\w+),?/, '$1,?')

/** The whole of it; days in it are as `long` says them. */
export const exactly = (words: string) => new RegExp(`^${words}\\s*$`)

export const day = (page: Page, at: number) => page.locator(`[data-day="${at}"]`)

export const barOf = (page: Page, title: string) =>
  page.getByRole('button', { name: new RegExp(`^${title}, `) })
