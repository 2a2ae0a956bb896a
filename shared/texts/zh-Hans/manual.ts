/** The manual, a page inside the app. Paragraphs are apart by an empty line. */
export const manual = {
  'manual.title': '手册',
  'manual.contents': '目录',
  'manual.begin.title': '如何开始',
  'manual.begin':
    '输入对话框显示的代码，或粘贴整个对话框，然后按回车键。没有代码时请选择您要的：手机没有代码就失败、只想进入某种模式，或练习。\n\n把手机插到电脑本身，不要经过集线器。问题旁边的面板会显示 USB 显示的内容。',
  'manual.usb.title': 'USB 能显示什么，不能显示什么',
  'manual.usb':
    'USB 会显示是否有手机、处于哪种模式、何时离开、何时回来。它从不显示您按了哪些按钮，也不显示数据线是否良好。Handhold 从模式和时刻得出的结论都以“很可能”表述。\n\n处于 DFU 模式的手机屏幕是黑的，看起来像关机。只有电脑能看到它。',
  'manual.checklist.title': '检查清单',
  'manual.checklist':
    '步骤从代价最小、最安全的开始排列，直到最后一步。保留手机数据的都排在会抹掉数据的之前，而会抹掉数据的会说明并询问。\n\n如果 USB 或这台电脑能看出某一步已经做了，它会自动勾选；否则由您说明。每一步之后再试一次，它的代码决定接下来做什么。',
  'manual.guide.title': '引导',
  'manual.guide':
    '请先读完整张卡片，再按“开始”。您有几秒钟把双手放到按钮上；具体多久可在设置中更改。\n\n只有朝向已知时刻才会倒数。只有 USB 才能知道时，引导会让您继续按住。手机离开 USB 时，屏幕和提示音会立即响应，松开的时刻从那里开始计算。\n\n如果没有成功，结果会说明 USB 显示了什么、很可能意味着什么，以及下次尝试要改变的一件事。',
  'manual.assisted.title': '辅助方式',
  'manual.assisted':
    '对于处于恢复模式的手机，电脑可以替您按第一个按钮：它让手机重新启动，引导就从那一刻开始。在 Linux 上需要 udev 规则；在 Windows 上，Apple 的驱动程序不让其他程序访问，因此提供手动方式。\n\n绝不会向处于 DFU 模式的手机发送任何内容。',
  'manual.handover.title': '访达、Apple 设备、iTunes',
  'manual.handover':
    '在恢复模式中，它们提供“更新”（保留数据）和“恢复”（抹掉数据）。在 DFU 模式中只提供“恢复”。Handhold 会说明按哪个按钮，然后陪您等待，并询问结果如何。\n\n要不恢复就退出 DFU 模式，请使用引导“退出 DFU 模式”：数据会保留。',
  'manual.history.title': '案例和历史记录',
  'manual.history':
    '试过的一切都保存在这台电脑上，App 中途关闭也一样。案例可以导出并在另一台电脑上打开：把文件拖到窗口上，或用 Handhold 打开。可以不包含手机的号码和姓名。',
  'manual.practice.title': '练习',
  'manual.practice':
    '练习中有一台反应与真机一样的虚拟 iPhone，键盘就是它的按钮。它碰不到真实的手机。那里发生的事与真实案例分开保存。',
  'manual.keys.title': '按键',
  'manual.keys.palette': '任何位置和任何代码',
  'manual.keys.places': '修复、练习、代码、历史记录（在窗口中）',
  'manual.keys.open': '打开导出的案例（在窗口中）',
  'manual.keys.pdf': '将页面存为 PDF（在窗口中）',
  'manual.keys.manual': '本手册（在窗口中）',
  'manual.keys.single': '引导期间的单字母快捷键标在屏幕上对应按钮的旁边，可以在设置中关闭。',
  'manual.window.title': '窗口',
  'manual.window':
    '引导进行时，窗口保持在所有其他窗口之前，电脑保持唤醒。引导或恢复进行时，退出前会先询问。在后台时，通知会告诉您手机何时到来，或恢复过程中何时回来。',
  'manual.privacy.title': '隐私',
  'manual.privacy':
    '没有账户，没有遥测，也不检查更新。只有写明要联网的按钮才会访问网络。App 的日志和崩溃记录留在这台电脑上它自己的文件夹中。',
  'manual.trouble.title': '什么都没有出现时',
  'manual.trouble':
    '请换一根数据线，换一个电脑本身的接口。在 Mac 上，请留意有关新配件的询问。在 Windows 上，请安装“Apple 设备”或 iTunes。在 Linux 上，请查看首页的检查。屏幕亮着而 USB 看不到的手机，是被数据线、接口或驱动程序挡住了。',
  'manual.welcome': '这台电脑需要什么，现在检查',
} as const
