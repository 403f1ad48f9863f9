/** ISO 3166-1 alpha-2, all of Europe and the larger partners beyond; named by Intl. */
export const regionCodes =
  'AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM TR UA VA XK AR AU BR CA CL CN CO EG GH IL IN JP KE KR MA MX NG NZ SG TN US ZA'.split(
    ' ',
  )
