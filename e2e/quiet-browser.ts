/** What a full Chromium does beside the pages, for each window anew, and nobody in a test looks at. */

/** Chromium follows only the last list it is given: so what Playwright turns off is named here too. */
export const turnedOffByPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
]

/** The lists under the address bar: two pages of the browser's own, as dear as one of ours. */
const lists = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']

/** A process kept ready for a second page of the same people, of whom most have only one. */
const spare = 'SpareRendererForSitePerProcess'

const turnedOff = [...turnedOffByPlaywright, ...lists, spare]
export const withoutExtras = `--disable-features=${turnedOff.join(',')}`
