/** Words of the checklist's steps. “done” is the plain question that the button confirms. */
export const checklistSteps = {
  'need.other-cable': '另一根 Apple 原装或经 MFi 认证的数据线',
  'need.other-usb-port': '电脑本身的另一个 USB 接口',
  'need.other-computer': '另一台 Mac 或 PC',
  'need.internet': '稳定的互联网连接',
  'need.other-network': '另一个网络，例如手机热点',
  'need.dry-brush': '干燥的木质或塑料牙签或软毛干刷，以及照明',
  'need.mains-power': '墙上插座用的充电器',
  'need.firmware-file': '固件文件（IPSW），如果是您自己下载的',
  'need.apple-account': '手机登录的 Apple 账户及其密码',
  'need.phone-unlocked': '能启动的手机及其密码',
  'need.sim-tool': '取卡针或回形针',
  'need.technician': 'Apple、Apple 授权服务提供商或能维修主板的技术人员',
  'step.A1.title': '更新恢复软件',
  'step.A1.why': '比手机固件旧的软件可能不知道如何与它通信：macOS、Windows、iTunes、“Apple 设备”或 Linux 工具。',
  'step.A1.how.macos':
    '打开苹果菜单，“系统设置”>“通用”>“软件更新”，安装提供的更新。如果 macOS 提示需要更新软件才能连接手机，请让它安装。然后重新启动 Mac。',
  'step.A1.how.windows':
    '从 Apple 网站安装的 iTunes：“帮助”>“检查更新”。从 Microsoft Store 安装的 iTunes 或“Apple 设备”：Store >“库”>“获取更新”。然后“设置”>“Windows 更新”。之后重新启动电脑。',
  'step.A1.how.linux':
    '从您的发行版更新 usbmuxd、libimobiledevice、libirecovery 和 idevicerestore。新手机需要新版本；几年前的发行版可能不认识您的手机。之后重新启动电脑。',
  'step.A1.proves': '如果现在恢复成功，说明电脑的软件对这台手机来说太旧。',
  'step.A1.risk': '对手机没有风险。更新可能需要一些时间，并要重新启动电脑。',
  'step.A1.done': '这台电脑上的一切都是最新的，并且之后重新启动过吗？',
  'step.A2.title': '换一根数据线',
  'step.A2.why': '磨损、破皮或未经认证的数据线是最常见的原因。恢复需要双向不间断的通信，充电则不需要。',
  'step.A2.how':
    '请用 Apple 原装或 MFi 认证的线（Lightning），或用于传输数据的线（USB-C）。不要用破皮的线，也不要用只供充电的线。对于 Lightning 手机，USB-A 转 Lightning 往往比 USB-C 转 Lightning 更稳定。在只有 USB-C 的 Mac 上，用一根好的 USB-C 转 Lightning 线，而不是转换器。',
  'step.A2.proves': 'USB 无法区分不同的数据线，因此算作您说的。之后能看到的是连接是否断开或变慢。',
  'step.A2.risk': '没有风险。',
  'step.A2.done': '手机现在用的是另一根完好的、可传输数据的线吗？',
  'step.A3.title': '换一个 USB 接口',
  'step.A3.why': '磨损或脏的接口，或与其他设备共用供电的接口，可能中断恢复。',
  'step.A3.how':
    '把数据线直接插到电脑上还没有试过的接口。全部试一遍；有 USB-A 时优先用它。台式电脑请用背面的接口。除键盘和鼠标外，拔掉其他 USB 设备。',
  'step.A3.proves': 'USB 会显示手机的路径，因此换接口能看到，不需要确认。',
  'step.A3.risk': '没有风险。',
  'step.A3.done': '手机插在电脑本身的另一个接口上了吗？',
  'step.A4.title': '不用集线器、扩展坞、显示器或延长线',
  'step.A4.why': '恢复时手机会多次离开又回来。途中每多一个集线器就更不可靠：一个通常还行，两个大多会失败。',
  'step.A4.how': '从路径中去掉集线器、扩展坞、带 USB 接口的显示器和键盘、延长线和转换器，把手机直接插到电脑上。',
  'step.A4.proves': 'USB 会显示中间有几个集线器。有些笔记本电脑内部自带一个，无法去掉。',
  'step.A4.risk': '没有风险。',
  'step.A4.done': '手机直接连接在电脑上，中间什么都没有吗？',
  'step.A5.title': '重新启动手机和电脑',
  'step.A5.why': '清除两边卡住的程序：手机的 USB 连接，以及电脑上与它通信的后台服务。',
  'step.A5.how.macos':
    '用按钮强制重新启动手机（数据会保留）。然后重新启动 Mac，再次打开访达，再试一次。您回来时这个案例还在这里。',
  'step.A5.how.windows':
    '用按钮强制重新启动手机（数据会保留）。然后用“重启”而不是“关机”重新启动电脑，再次打开 iTunes 或“Apple 设备”，再试一次。您回来时这个案例还在这里。',
  'step.A5.how.linux': '用按钮强制重新启动手机（数据会保留）。然后重新启动电脑，再试一次。您回来时这个案例还在这里。',
  'step.A5.how.home':
    'iPhone 6s 及更早机型、SE（第 1 代）、带主屏幕按钮的 iPad：同时按住主屏幕按钮和侧边按钮或顶部按钮，直到出现 Apple 标志，然后松开两个按钮。',
  'step.A5.how.solid-home':
    'iPhone 7、7 Plus、iPod touch（第 7 代）：同时按住调低音量按钮和侧边按钮或顶部按钮，直到出现 Apple 标志，然后松开两个按钮。',
  'step.A5.how.face-id':
    'iPhone 8 及更新机型、SE（第 2 代和第 3 代）：按一下调高音量按钮并松开，按一下调低音量按钮并松开，然后按住侧边按钮，出现滑块后也不要松开，直到出现 Apple 标志。',
  'step.A5.how.ipad-no-home':
    '无主屏幕按钮的 iPad：按一下靠近顶部按钮的音量按钮并松开，按一下另一个音量按钮并松开，然后按住顶部按钮，直到出现 Apple 标志。',
  'step.A5.proves': '离开 USB 又回来的手机很可能重新启动了。电脑自己的重新启动可以从启动时间得知。',
  'step.A5.risk': '对手机上的数据没有风险。电脑上未保存的工作如果不先保存就会丢失。',
  'step.A5.done': '手机和电脑都重新启动了吗？',
  'step.A6.title': '清洁手机的充电接口',
  'step.A6.why': '绒毛和灰尘会使插头插不到底；触点就会时断时续。',
  'step.A6.how':
    '拔掉数据线，将手机完全关机并等一分钟。在光线充足的地方，用干燥的木质或塑料牙签或软毛干刷轻轻挑出绒毛。不要用金属，不要用液体，不要近距离喷压缩气罐，不要用力。如果接口潮湿，请自然风干，不要充电。然后插上：插头应该“咔嗒”到位并且牢固。',
  'step.A6.how.home': '关机：按住侧边按钮或顶部按钮，直到出现滑块，然后滑动。',
  'step.A6.how.solid-home': '关机：按住侧边按钮或顶部按钮，直到出现滑块，然后滑动。',
  'step.A6.how.face-id':
    '关机：按住侧边按钮和任一音量按钮，只到出现滑块为止，立即松开两个按钮，然后滑动。继续按住会启动“SOS 紧急联络”。“设置”>“通用”>“关机”效果相同，没有这个风险。',
  'step.A6.how.ipad-no-home': '关机：按住顶部按钮和任一音量按钮，直到出现滑块，松开两个按钮，然后滑动。',
  'step.A6.proves': '它本身不能说明什么。如果插头更牢固，断开也停止了，说明原因就是接口。',
  'step.A6.risk': '金属或液体进入接口可能造成短路或腐蚀触点。触点弯曲或发绿的接口不要清洁，应拿给技术人员看。',
  'step.A6.done': '接口是在手机拔线、关机、干燥且不用金属的情况下清洁的吗？',
  'step.A7.title': '换一台电脑',
  'step.A7.why': '原因可能是这台电脑上的驱动程序、USB 控制器或程序。换一台电脑可以全部排除，而且不会丢失数据。',
  'step.A7.how':
    '用软件最新的另一台 Mac 或 PC，以及效果最好的数据线。在恢复模式中选取“更新”，它会保留数据。您可以在这里导出这个案例，在那里导入，让两台电脑写入同一份历史记录。',
  'step.A7.proves':
    '如果在那里成功，说明这台电脑有驱动程序、USB 或软件冲突。如果同样的代码在同一处出现，这台电脑就不太可能是原因。',
  'step.A7.risk': '没有风险，只要选取的是“更新”而不是“恢复”。',
  'step.A7.done': '在另一台电脑上试过了吗？',
  'step.A8.title': '关闭占用大的程序',
  'step.A8.why': '内存不足或繁忙的电脑可能使访达或 iTunes 在恢复中途卡死。',
  'step.A8.how.macos':
    '退出 Chrome 等浏览器、视频编辑软件、游戏、虚拟机和云同步（OneDrive、Dropbox）。“活动监视器”会显示还有什么。关闭访达的设备窗口，之后再打开。',
  'step.A8.how.windows':
    '关闭 Chrome 等浏览器、视频编辑软件、游戏、虚拟机和云同步（OneDrive、Dropbox）。“任务管理器”会显示还有什么。然后再次打开 iTunes 或“Apple 设备”。',
  'step.A8.how.linux': '关闭浏览器、视频编辑软件、游戏、虚拟机和云同步。系统监视器会显示还有什么。',
  'step.A8.proves': '如果现在成功，说明电脑缺少内存或时间。',
  'step.A8.risk': '没有风险。请先保存工作。',
  'step.A8.done': '占用大的程序都关闭了吗？',
  'step.B1.title': '暂停安全软件、VPN 和代理；检查 hosts 文件',
  'step.B1.why':
    '它们可能挡在恢复与 Apple 的服务器之间，或抢走 USB 设备。旧工具有时会在 hosts 文件中留下把 Apple 签名服务器指向别处的条目。',
  'step.B1.how.macos':
    '恢复期间暂停安全软件，断开 VPN 和代理。在“终端”中，“cat /etc/hosts”不应显示含有 apple.com 的行。',
  'step.B1.how.windows':
    '恢复期间暂停安全软件（图标在时钟旁），断开 VPN 和代理。用“记事本”打开 C:\\Windows\\System32\\drivers\\etc\\hosts：不应有不以 # 开头的 apple.com 行。',
  'step.B1.how.linux': '断开 VPN 和代理，暂停 USB 防护。“cat /etc/hosts”不应显示含有 apple.com 的行。',
  'step.B1.proves': '如果现在成功，说明是那个软件或那一行挡住了。',
  'step.B1.risk': '期间电脑的防护较弱：不要打开其他内容，之后立即重新打开防护。',
  'step.B1.done': '安全软件已暂时暂停、VPN 已关闭、hosts 文件中没有 apple.com 行吗？记得重新打开防护。',
  'step.B2.title': '换一个网络，并校正时间',
  'step.B2.why': '恢复要询问 Apple 的服务器。会过滤的网络、错误的 DNS 服务器或错误的时钟会导致失败。',
  'step.B2.how.macos': '“系统设置”>“通用”>“日期与时间”：自动设定。然后试另一个网络，例如另一台手机的热点。',
  'step.B2.how.windows':
    '“设置”>“时间和语言”>“日期和时间”：自动设置，立即同步。然后试另一个网络，例如另一台手机的热点。',
  'step.B2.how.linux': '“timedatectl”应显示时钟已同步。然后试另一个网络，例如另一台手机的热点。',
  'step.B2.proves': '如果现在成功，原因就是网络或时钟。',
  'step.B2.risk': '没有风险。热点可能消耗流量：固件文件有好几 GB。',
  'step.B2.done': '时钟正确，并且试过另一个网络了吗？',
  'step.B3.title': '让防火墙放行 Apple 的服务器',
  'step.B3.why': '恢复需要到 gs.apple.com 和 Apple 下载服务器的 80 和 443 端口。',
  'step.B3.how':
    '在公司或学校网络中，请询问到 gs.apple.com 和 *.apple.com 的 80 和 443 端口是否开放且未被检查。在家里，请检查路由器的过滤或家长控制。',
  'step.B3.proves': '签名服务器是否对这台电脑有回应。',
  'step.B3.risk': '没有风险。',
  'step.B3.done': '这台电脑能连上 gs.apple.com 吗？',
  'step.C1.title': '重新下载固件',
  'step.C1.why': '损坏或不完整的固件文件会在中途失败，数据线再好也一样。',
  'step.C1.how.macos':
    '把 ~/Library/iTunes/iPhone Software Updates 中的文件移到废纸篓，让访达重新下载。如果用自己的文件，请比对大小和校验和，然后按住 Option 键并点按“更新”。',
  'step.C1.how.windows':
    '把 %APPDATA%\\Apple Computer\\iTunes\\iPhone Software Updates 中的文件移到回收站，让程序重新下载。Store 版本把文件放在 %LOCALAPPDATA%\\Packages 中。如果用自己的文件，请比对大小和校验和，然后按住 Shift 键并点按“更新”。',
  'step.C1.how.linux':
    '删除 idevicerestore 的缓存文件（位于 -C 指定的文件夹，否则在工作文件夹），让 -l 重新下载，或比对您自己文件的校验和。',
  'step.C1.proves': '如果现在成功，说明文件损坏了。',
  'step.C1.risk': '没有风险。下载量有好几 GB；请在手机进入恢复模式之前完成。',
  'step.C1.done': '固件是新下载的，或检查过的吗？',
  'step.C2.title': '检查固件是否适用且仍在签名',
  'step.C2.why': 'Apple 只为每个机型签名当前版本。其他机型的文件，或不再签名的文件，无论用什么线都会被拒绝。',
  'step.C2.how':
    '最简单的办法：不要自己选取文件，让访达、iTunes、“Apple 设备”或 idevicerestore 下载最新的。如果用自己的文件，请检查它正好适用于这个机型且仍在签名。',
  'step.C2.proves': '签名服务器会接受这个机型的这个文件。',
  'step.C2.risk': '没有风险。',
  'step.C2.done': '这是正好适用于这个机型的最新固件吗？',
  'step.C3.title': '在电脑上腾出空间',
  'step.C3.why': '固件要下载并解压，这需要空间。',
  'step.C3.how.macos': '苹果菜单 >“系统设置”>“通用”>“储存空间”：至少留出 20 GB。',
  'step.C3.how.windows': '“设置”>“系统”>“存储”：C 盘至少留出 20 GB。',
  'step.C3.how.linux': '“df -h”应显示个人文件夹和 /tmp 中至少有 20 GB 可用。',
  'step.C3.proves': '可用空间可以读取。',
  'step.C3.risk': '没有风险，只要您只删除不需要的内容。',
  'step.C3.done': '这台电脑至少有 20 GB 可用空间吗？',
  'step.D1.title': '恢复模式，然后“更新”（保留数据）',
  'step.D1.why': '重新写入系统，不碰您的数据。总是排在任何会抹掉数据的步骤之前。',
  'step.D1.how.macos':
    '如果手机还能启动，请先备份：访达，手机，“立即备份”。引导会让手机进入恢复模式。然后访达会提示有问题：选取“更新”，不要选取“恢复”。如果下载超过 15 分钟，手机可能会自己退出恢复模式；那就重新进入。',
  'step.D1.how.windows':
    '如果手机还能启动，请先在“Apple 设备”或 iTunes 中备份：“立即备份”。引导会让手机进入恢复模式。然后“Apple 设备”或 iTunes 会提示有问题：选取“更新”，不要选取“恢复”。如果下载超过 15 分钟，手机可能会自己退出恢复模式；那就重新进入。',
  'step.D1.how.linux':
    '如果手机还能启动，请先备份，例如用 idevicebackup2。引导会让手机进入恢复模式。然后运行“idevicerestore -l”，不加 -e：这会更新并保留数据。不要加 -e 或 --erase。',
  'step.D1.proves': '如果成功，说明手机的系统损坏过，现在已修好。',
  'step.D1.risk': '“更新”的设计是保留数据。还能用的手机可能不会自己从恢复模式回来，因此要先备份。',
  'step.D1.done': '在恢复模式中试过“更新”了吗？',
  'step.D2.title': '恢复模式，然后“恢复”（抹掉全部）',
  'step.D2.why': '重新写入系统并重新设置存储。只有在保留数据的步骤都失败之后才做。',
  'step.D2.how.macos':
    '请先回答抹掉之前的问题。引导会让手机进入恢复模式；在访达中选取“恢复”。手机上的所有内容都会被抹掉。',
  'step.D2.how.windows':
    '请先回答抹掉之前的问题。引导会让手机进入恢复模式；在“Apple 设备”或 iTunes 中选取“恢复”。手机上的所有内容都会被抹掉。',
  'step.D2.how.linux':
    '请先回答抹掉之前的问题。引导会让手机进入恢复模式；然后用“idevicerestore -l -e”恢复。手机上的所有内容都会被抹掉。',
  'step.D2.proves': '如果成功，说明手机的数据分区或系统损坏了。',
  'step.D2.risk': '会抹掉手机上的所有内容。没有备份，数据就没有了。之后会要求输入登录过的 Apple 账户。',
  'step.D2.done': '在恢复模式中试过“恢复”了吗？',
  'step.D3.title': 'DFU 模式，然后“恢复”（抹掉全部）',
  'step.D3.why': '最深入的办法：启动 ROM 重新接收一切，包括固件和系统。是最有效的办法之一，也是在家的最后一步。',
  'step.D3.how.macos':
    '请先回答抹掉之前的问题。引导会让手机进入 DFU 模式；屏幕保持黑色。访达会提示发现一台手机：在 DFU 中只提供“恢复”，它会抹掉数据。改用按钮退出 DFU 则会保留数据。',
  'step.D3.how.windows':
    '请先回答抹掉之前的问题。引导会让手机进入 DFU 模式；屏幕保持黑色。“Apple 设备”或 iTunes 会提示发现一台手机：在 DFU 中只提供“恢复”，它会抹掉数据。改用按钮退出 DFU 则会保留数据。',
  'step.D3.how.linux':
    '请先回答抹掉之前的问题。引导会让手机进入 DFU 模式；屏幕保持黑色。然后“idevicerestore -l -e”会恢复并抹掉数据。改用按钮退出 DFU 则会保留数据。',
  'step.D3.proves': '如果成功，说明手机的固件损坏过。如果用检查过的文件、两根线和两台电脑都失败，很可能是硬件问题。',
  'step.D3.risk': '会抹掉手机上的所有内容。请有最近的备份。之后会要求输入登录过的 Apple 账户。',
  'step.D3.done': '在 DFU 模式中试过“恢复”了吗？',
  'step.D4.title': '给手机充电并让它休息',
  'step.D4.why': '电量低或手机发热会使恢复失败：手机会拒绝，或供电不足。',
  'step.D4.how':
    '用墙上插座的充电器充到至少百分之五十，并让它休息 30 分钟，避开阳光，不要放在床上。如果进过液体则不要：那样完全不要充电。',
  'step.D4.proves': '只有手机正常运行时才能读取电量。',
  'step.D4.risk': '没有风险，除非手机进过液体或电池鼓包：那样不要充电，请找技术人员。',
  'step.D4.done': '手机至少充到一半，并且不烫了吗？',
  'step.D5.title': '解锁手机并保持唤醒',
  'step.D5.why': '更新可能在等待手机屏幕上的密码或“信任”，然后超时。',
  'step.D5.how':
    '解锁手机，出现询问时轻点“信任”并输入密码。暂时把“设置”>“显示与亮度”>“自动锁定”设为“永不”，并守在旁边。不要关闭密码：关闭密码还会移除 Apple Pay 中的卡，所以只能是最后的办法。',
  'step.D5.proves': '手机不是在等您操作。',
  'step.D5.risk': '没有风险。之后把“自动锁定”改回来。',
  'step.D5.done': '尝试期间手机是解锁并唤醒的吗？',
  'step.D6.title': '取出 SIM 卡',
  'step.D6.why': '出现基带错误时，SIM 卡或卡托可能是原因之一。',
  'step.D6.how': '将手机关机，用取卡针打开卡托，恢复期间取出卡。只有 eSIM 的手机没有卡托：跳过这一步，不要删除 eSIM。',
  'step.D6.proves': '如果现在成功，说明与 SIM 卡或卡托有关。',
  'step.D6.risk': '没有风险。请妥善保管卡。绝不要为此删除 eSIM。',
  'step.D6.done': 'SIM 卡已取出，或手机没有 SIM 卡吗？',
  'step.D7.title': '在手机上腾出空间',
  'step.D7.why': '更新需要手机上有空间；快满的手机可能中途失败。',
  'step.D7.how':
    '仅限手机还能启动时：先备份，然后“设置”>“通用”>“iPhone 储存空间”；腾出几 GB。如果无法启动，请跳过这一步。',
  'step.D7.proves': '可用空间显示在“设置”中。',
  'step.D7.risk': '删除的内容就没有了：请先备份。',
  'step.D7.done': '手机有几 GB 可用空间吗？',
  'step.E1.title': '不让其他程序使用手机',
  'step.E1.why': '另一个程序中途抢走手机会使恢复中断：虚拟机、其他手机管理软件、第二个 usbmuxd。',
  'step.E1.how.macos': '退出虚拟机、iMazing、3uTools、Apple Configurator 等；只让访达与手机通信。',
  'step.E1.how.windows': '退出虚拟机、iMazing、3uTools 等；iTunes 和“Apple 设备”同时只运行一个。',
  'step.E1.how.linux':
    '退出虚拟机和其他手机工具。只应有一个 usbmuxd 在运行：“pgrep -a usbmuxd”。文件管理器不应挂载手机。',
  'step.E1.proves': '可以列出正在运行的程序。',
  'step.E1.risk': '没有风险。',
  'step.E1.done': '没有其他程序在使用手机吗？',
  'step.E2.title': '检查驱动程序和后台服务',
  'step.E2.why': '没有 Apple 的驱动程序和服务，电脑能给手机充电，但不能与它通信，尤其是在恢复模式和 DFU 中。',
  'step.E2.how.windows':
    '“服务”：Apple Mobile Device Service 应在运行；请重新启动它。使用“Apple 设备”时，请打开该 App：它的服务只随它运行。“设备管理器”，手机处于出错的模式时：黄色标记表示缺少驱动程序；请选取“更新驱动程序”>“自动搜索”，或覆盖安装 iTunes 或“Apple 设备”。不要用其他驱动程序替换 Apple 的。',
  'step.E2.how.linux':
    '插入手机时 usbmuxd 应启动：“systemctl status usbmuxd”。idevicerestore 需要访问恢复模式和 DFU 设备的权限：请安装发行版随 libirecovery 提供的 udev 规则，然后重新插入。',
  'step.E2.proves': '可以读取服务和驱动程序。',
  'step.E2.risk': '没有风险，只要驱动程序是修复而不是被替换。',
  'step.E2.done': '驱动程序和服务正常吗？',
  'step.F1.title': '专业帮助',
  'step.F1.why':
    '剩下的是硬件：充电和数据芯片（Tristar、Hydra）、存储、接口、连接器、液体、摔落。这需要工具和主板维修。',
  'step.F1.how':
    '把手机带到 Apple 或能维修主板的技术人员那里。如果数据重要，在此之前不要再恢复。说明出现过哪些代码、在百分之几、用过几根线、几个接口和几台电脑：这个案例的导出文件里都有。保修期内请先找 Apple。如果进过液体：关机、拔线、不要充电。',
  'step.F1.proves': 'Apple 能做别人做不了的诊断，并提供维修或更换。',
  'step.F1.risk': '维修或更换可能会抹掉数据。如果数据重要，请先说明：在任何进一步的恢复之前先做数据恢复。',
  'step.F1.done': '手机交给专业人员了吗？',
} as const
