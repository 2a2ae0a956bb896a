/** The first minutes with Handhold: what it is, what it needs, what it keeps. */
export const firstRun = {
  'welcome.hint.title': '第一次使用？',
  'welcome.hint.text': '用一分钟看看 Handhold 能做什么、这台电脑还需要什么，或先不用手机练习。',
  'welcome.hint.open': '需要什么',
  'welcome.hint.practise': '两分钟练习',
  'welcome.hint.not-now': '暂时不要',
  'welcome.title': 'Handhold 是什么',
  'welcome.lead':
    'iPhone 的恢复以一个代码告终，或者手机必须进入恢复模式或 DFU 模式。Handhold 带您到达那里，一步一步都安全。',
  'welcome.does.watches': '它观察 USB，说明有哪台手机、处于哪种模式。',
  'welcome.does.coaches': '它引导您的双手操作按钮，提示跟随 USB 真正显示的情况。',
  'welcome.does.explains':
    '它说明一次尝试为什么没有成功、要改变什么，以及接下来在访达、“Apple 设备”或 iTunes 中做什么。',
  'welcome.not.title': '它不是什么',
  'welcome.not': '它自己不做恢复，不替换驱动程序，不向处于 DFU 模式的手机发送任何内容，也不解锁任何东西。',
  'welcome.stays.title': '什么留在这里',
  'welcome.stays':
    '全部。没有账户，没有遥测。只有当您按下写明要联网的按钮时才会访问网络。您做过的事保存在这台电脑上的一个文件中：',
  'welcome.needs.title': '这台电脑需要什么',
  'welcome.needs.looking': '正在查看这台电脑。',
  'welcome.needs.again': '再看一次',
  'welcome.usb.ok': 'Handhold 看得到 USB。',
  'welcome.usb.unknown': 'Handhold 正在请求访问 USB。',
  'welcome.phone.ok': '{name} 已插入。',
  'welcome.phone.unknown': '现在没有插入手机。没关系；开始时再插入。',
  'welcome.prompt.macos':
    'Mac 可能会询问是否让手机连接，手机会询问是否信任电脑。两者都请选取“是”，否则 USB 什么也不显示。',
  'welcome.prompt.windows':
    'Windows 需要 Apple 自己的驱动程序：请从 Microsoft Store 安装“Apple 设备”，或安装 Apple 的 iTunes。Handhold 不附带也不更改任何驱动程序。手机会询问是否信任电脑：请选取“是”。',
  'welcome.prompt.linux':
    '仅仅观察，Linux 不需要任何东西。只有在由电脑重新启动手机的辅助方式下，才必须有这条 udev 规则。.deb 会安装它；使用 AppImage 或源代码时，请手动做一次。',
  'welcome.rule.copy': '拷贝命令',
  'welcome.rule.copied': '已拷贝。请粘贴到终端；会要求输入管理员密码。',
  'welcome.rule.label': '安装 udev 规则的命令',
  'welcome.practice.title': '两分钟练习',
  'welcome.practice': '虚拟 iPhone，键盘就是它的按钮。什么都不会弄坏，而手上的时机感就成功了一半。',
  'welcome.practice.go': '练习',
  'welcome.begin': '开始',
  'welcome.manual': '打开手册',
} as const
