/** The questions before anything erases, and what follows from the answers. */
export const checklistBeforeErasing = {
  'erase.title': '抹掉之前',
  'erase.answer.yes': '是',
  'erase.answer.no': '否',
  'erase.answer.unknown': '我不知道',
  'erase.backup.ask': '这台手机在 iCloud 或电脑上有最近的备份吗？',
  'erase.backup.why': '在会抹掉数据的恢复之后，只有备份能找回数据。',
  'erase.dataMatters.ask': '手机上有您舍不得丢失的内容吗？',
  'erase.dataMatters.why': '没有备份时，专业人员也许还能救回来；抹掉之后谁也救不回来。',
  'erase.appleAccount.ask': '手机登录的 Apple 账户和密码都在手边吗？',
  'erase.appleAccount.why': '抹掉之后手机会要求输入（激活锁）。没有它们就无法使用。',
  'erase.liquid.ask': '手机进过水或其他液体吗？',
  'erase.liquid.why': '液体会腐蚀触点和芯片；通电会更严重。',
  'erase.drop.ask': '在此之前手机重重摔过吗？',
  'erase.drop.why': '摔落可能使连接器松动；任何恢复都修不好。',
  'erase.partReplaced.ask': '更换过零件吗（屏幕、电池、摄像头、接口）？',
  'erase.partReplaced.why': '不匹配或松动的零件会让每次恢复都失败。',
  'erase.noServiceBefore.ask': '之前手机长时间显示“无服务”或“正在搜索”吗？',
  'erase.noServiceBefore.why': '这说明可能是基带问题，恢复修不好。',
  'erase.say.update-first': '还没有在恢复模式中试过“更新”。它会保留数据，应该先做。',
  'erase.say.back-up.macos':
    '手机还能启动：请现在备份。访达，边栏中的手机，“通用”，“立即备份”；选择加密，这样密码也会备份。',
  'erase.say.back-up.windows':
    '手机还能启动：请现在备份。“Apple 设备”（或 iTunes），手机，“通用”或“摘要”，“立即备份”；选择加密，这样密码也会备份。',
  'erase.say.back-up.linux':
    '手机还能启动：请现在备份。在手机上：“设置”>您的姓名>“iCloud”>“iCloud 云备份”>“立即备份”；或在这里用“idevicebackup2 backup --full”加一个文件夹。',
  'erase.say.back-up.any': '手机还能启动：请现在备份。在手机上：“设置”>您的姓名>“iCloud”>“iCloud 云备份”>“立即备份”。',
  'erase.say.professional-first': '没有备份，而数据很重要：在任何会抹掉数据的操作之前，请先找专业人员。说明数据优先。',
  'erase.say.account-first':
    '请先找到 Apple 账户和密码，可以在 iforgot.apple.com 上找，或问前任机主。没有它们，抹掉后的手机会一直锁定。',
  'erase.say.part-replaced': '更换过零件：如果再次恢复失败，请先检查该零件再继续。',
  'erase.say.no-service': '之前的“无服务”说明可能是基带问题：恢复可能因此失败，抹掉数据的恢复也一样。',
  'erase.say.may-erase': '现在没有反对的理由。手机上的所有内容都会被抹掉。',
  'erase.way.nearby-device-restore':
    '也许不需要电脑：较新的 iPhone 可以用放在旁边的另一台 iPhone 来恢复，前提是手机自己的屏幕提供这个选项（您的机型未经证实）。',
  'erase.way.nearby-device-restore.needs': '较新的 iPhone，系统为 iOS 18 或更高版本，旁边有另一台（未经证实）。',
  'erase.way.recovery-assistant':
    '也许不需要电脑：较新的系统在手机上自带恢复助理，会查找故障并可能提供修复（您的机型未经证实）。',
  'erase.way.recovery-assistant.needs': 'iOS 26 或更高版本（未经证实）。',
} as const
