import { deviceRows, LIBIRECOVERY_TABLE } from './devices-row.ts'

/** Every iPod touch. */
export const IPODS = deviceRows('ipod', LIBIRECOVERY_TABLE, [
  ['iPod1,1', 'n45ap', '8900', '02', 'iPod Touch (1st gen)'],
  ['iPod2,1', 'n72ap', '8720', '00', 'iPod Touch (2nd gen)'],
  ['iPod3,1', 'n18ap', '8922', '02', 'iPod Touch (3rd gen)'],
  ['iPod4,1', 'n81ap', '8930', '08', 'iPod Touch (4th gen)'],
  ['iPod5,1', 'n78ap', '8942', '00', 'iPod Touch (5th gen)'],
  ['iPod7,1', 'n102ap', '7000', '10', 'iPod Touch (6th gen)'],
  ['iPod9,1', 'n112ap', '8010', '16', 'iPod Touch (7th gen)'],
])

/** Every Apple TV that runs iOS or tvOS. */
export const APPLE_TVS = deviceRows('appletv', LIBIRECOVERY_TABLE, [
  ['AppleTV2,1', 'k66ap', '8930', '10', 'Apple TV 2'],
  ['AppleTV3,1', 'j33ap', '8942', '08', 'Apple TV 3'],
  ['AppleTV3,2', 'j33iap', '8947', '00', 'Apple TV 3 (2013)'],
  ['AppleTV5,3', 'j42dap', '7000', '34', 'Apple TV 4'],
  ['AppleTV6,2', 'j105aap', '8011', '02', 'Apple TV 4K'],
  ['AppleTV11,1', 'j305ap', '8020', '08', 'Apple TV 4K (2nd gen)'],
  ['AppleTV14,1', 'j255ap', '8110', '02', 'Apple TV 4K (3rd gen)'],
])

/** Every HomePod. */
export const HOMEPODS = deviceRows('homepod', LIBIRECOVERY_TABLE, [
  ['AudioAccessory1,1', 'b238aap', '7000', '38', 'HomePod (1st gen)'],
  ['AudioAccessory1,2', 'b238ap', '7000', '1A', 'HomePod (1st gen)'],
  ['AudioAccessory5,1', 'b520ap', '8006', '22', 'HomePod mini'],
  ['AudioAccessory6,1', 'b620ap', '8301', '18', 'HomePod (2nd gen)'],
])
