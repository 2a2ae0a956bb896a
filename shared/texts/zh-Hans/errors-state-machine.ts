/** Numbers from the computer following the phone from mode to mode. */
export const errorsStateMachine = {
  'error.4005.title': '写入之后手机没有回来',
  'error.4005.meaning':
    '系统已写入，电脑等待手机从中启动，但没有等到。它出现在最后。如果手机之后正常启动，就只是较慢：再试之前请先看看。',
  'error.4013.title': '手机断开连接，回到了恢复模式',
  'error.4013.meaning':
    '更新或恢复过程中，手机停止与访达（macOS）、“Apple 设备”或 iTunes（Windows）通信并断开了连接。电脑等待的是它的恢复程序，却又看到恢复模式。它被归为硬件通信错误，但原因往往很小：数据线、接口、旧软件、暂时故障。失败的时刻比数字更能说明问题。',
  'error.4014.title': '手机断开连接，回到了 DFU 模式',
  'error.4014.meaning':
    '与 4013 同类，解决办法几乎相同：电脑等待的是手机的恢复程序，却看到了 DFU。要么是那个程序启动失败，要么是别的原因把手机推到了那里：抢走手机的另一个程序、按住的按钮、电量低。',
} as const
