/** Sentences about logs of restores, firmware files, and what is asked of a phone over its own connection. */
export const logs = {
  'ipsw.problem.empty': '文件是空的。',
  'ipsw.problem.not-a-zip': '这不是固件文件：开头就不像。',
  'ipsw.problem.truncated': '文件缺少结尾，像是下载中断了。',
  'ipsw.problem.damaged-directory': '文件内的目录已损坏。',
  'ipsw.problem.damaged-entry': '文件内的“{entry}”已损坏。',
  'ipsw.problem.hostile': '这个文件的结构是任何 Apple 固件文件都没有的（{detail}）。不应使用它。',
  'ipsw.problem.nested': '固件又被打包了一次：需要的是文件内的“{entry}”。',
  'ipsw.problem.no-manifest': '这个文件是 zip，但没有固件：缺少“{detail}”。',
  'ipsw.problem.manifest-unreadable': '无法读取文件内的“{detail}”。',
  'ipsw.problem.missing': '文件内缺少“{entry}”。',
  'log.tool.itunes': 'iTunes',
  'log.tool.apple-devices': 'Apple 设备',
  'log.tool.idevicerestore': 'idevicerestore',
  'log.phone': '手机',
  'log.phase.dfu': '已进入 DFU',
  'log.phase.recovery': '已进入恢复模式',
} as const
