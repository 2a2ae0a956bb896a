/**
 * A public service that knows every firmware file of Apple, with its checksum and whether Apple's signing server still
 * signs it. It is nobody's but its makers': a good sign, not Apple's word. Asked only when the person wants it.
 */
export const FIRMWARE_SERVICE = {
  name: 'ipsw.me',
  address: 'https://api.ipsw.me',
  /** The model in place of `{model}`; nothing else is sent. */
  path: '/v4/device/{model}',
  source: 'idevicerestore src/ipsw.c and src/download.c @ 405fcd1 take their checksums from it',
  confidence: 'documented',
} as const
