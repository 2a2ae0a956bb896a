/** Numbers from the computer following the phone from mode to mode. */
export const errorsStateMachine = {
  'error.4000.title': '手机已锁定',
  'error.4000.meaning': '更新在等待手机屏幕上的密码。请解锁并保持唤醒。',
  'error.4005.title': '写入之后手机没有回来',
  'error.4005.meaning':
    '系统已写入，电脑等待手机从中启动，但没有等到。它出现在最后。如果手机之后正常启动，就只是较慢：再试之前请先看看。',
  'error.4010.title': '手机在恢复完成之前消失了',
  'error.4010.meaning': '它在自己的恢复程序还在运行时离开了 USB：数据线、接口、集线器，然后是硬件。',
  'error.4013.title': '手机断开连接，回到了恢复模式',
  'error.4013.meaning':
    '更新或恢复过程中，手机停止与访达（macOS）、“Apple 设备”或 iTunes（Windows）通信并断开了连接。电脑等待的是它的恢复程序，却又看到恢复模式。它被归为硬件通信错误，但原因往往很小：数据线、接口、旧软件、暂时故障。失败的时刻比数字更能说明问题。',
  'error.4014.title': '手机断开连接，回到了 DFU 模式',
  'error.4014.meaning':
    '与 4013 同类，解决办法几乎相同：电脑等待的是手机的恢复程序，却看到了 DFU。要么是那个程序启动失败，要么是别的原因把手机推到了那里：抢走手机的另一个程序、按住的按钮、电量低。',
  'error.4015-4036.title': '手机没有到达下一阶段',
  'error.4015-4036.meaning': '未经证实：与 4013 同类的编号，找不到确切含义。按 4013 处理。',
  'error.4037.title': '手机被密码锁定',
  'error.4037.meaning': '请解锁，更新期间保持唤醒。',
  'error.4041.title': '手机停在恢复模式而不启动',
  'error.4041.meaning': '电脑等待手机从恢复模式启动。失败的恢复会让手机一直设为恢复模式；改回来会保留数据。',
  'error.4042.title': '手机没有及时退出 DFU',
  'error.4042.meaning': '电脑为下一阶段等待了十分钟。见于 26.4.1 的 Mac：请更新，并换一个接口。',
} as const
