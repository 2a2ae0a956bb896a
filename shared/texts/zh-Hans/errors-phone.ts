/** Numbers from the phone’s own restore program. */
export const errorsPhone = {
  'error.9.title': '恢复过程中手机从 USB 断开',
  'error.9.meaning': '写入手机时连接断开，大多在后半段。先查数据线、接口和集线器；如果全部换过仍重复出现，则是存储。',
  'error.14.title': '系统映像没有完整到达',
  'error.14.meaning':
    '大的系统映像在传到手机的途中中断或损坏，或者手机没有空间。先查数据线、接口和固件文件，再查手机空间。手机的存储是较少见的原因。',
  'error.21.title': '手机在恢复模式中没有执行命令',
  'error.21.meaning': '恢复模式中的一步没有通过。先查安全软件、hosts 文件和 USB，再查电池；最后才是硬件。',
} as const
