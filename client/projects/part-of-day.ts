/** Which greeting fits an hour of the day. */
export const partOfDay = (hour: number): 'morning' | 'day' | 'evening' => {
  if (hour >= 5 && hour < 11) return 'morning'
  return hour >= 11 && hour < 18 ? 'day' : 'evening'
}
