const browsers: [RegExp, string][] = [
  [/\bEdg\//, 'Edge'],
  [/\bFirefox\//, 'Firefox'],
  [/\bOPR\//, 'Opera'],
  [/\bHeadlessChrome\/|\bChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

/** What a browser says of itself, in two words people know; null for what nobody knows. */
export function describeDevice(said: string) {
  const find = (list: [RegExp, string][]) => list.find(([sign]) => sign.test(said))?.[1] ?? null
  const system = find(systems)
  return { browser: find(browsers), system, isPhone: system === 'iPhone' || system === 'Android' }
}
