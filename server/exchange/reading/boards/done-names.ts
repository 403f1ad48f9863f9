/** What columns are called in which things are finished. */
const names = new Set(
  'done closed complete completed finished resolved shipped erledigt fertig abgeschlossen geschlossen beendet'.split(
    ' ',
  ),
)

export const isDoneName = (name: string): boolean =>
  names.has(
    name
      .toLowerCase()
      .replaceAll(/[^\p{L}]+/gu, ' ')
      .trim(),
  )
