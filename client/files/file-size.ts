const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** "1.4 MB": two figures are enough to know what to expect. */
export function fileSizeIn(locale: string, bytes: number): string {
  const step = Math.min(steps.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1024)))
  const value = bytes / 1024 ** step
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: steps[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 0 && value < 10 ? 1 : 0,
  }).format(value)
}
