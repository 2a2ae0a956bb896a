/** Numbers from preparing and signing the firmware. `{status}` is what the server itself said. */
export const errorsSigning = {
  'error.3194.title': 'Apple 不为这台手机签名这个固件',
  'error.3194.meaning':
    '签名服务器的状态 {status}（3100 + {status} = 3194）：这个版本没有或不再为这台手机签名，或者 hosts 文件中的一行把询问指向了别处。任何数据线和接口都解决不了。',
} as const
